//! Which chart is meant.

use crate::charts::{self, Chart};

/// The chart of `--chart`.
///
/// # Errors
/// A sentence for the user if there is no such chart, or if none is named while there is no default.
pub fn chosen(line: Option<&str>) -> Result<&'static Chart, String> {
    match line {
        Some(line) => charts::find(line).ok_or_else(|| {
            not_yet(line).unwrap_or_else(|| {
                format!("there is no chart `{line}`; --chart takes: {}", lines())
            })
        }),
        None => charts::find(DEFAULT).ok_or_else(no_default),
    }
}

/// The chart that is meant where none is named.
const DEFAULT: &str = "falco";

fn no_default() -> String {
    format!(
        "name a chart by --chart; it will be falco (chart falcosecurity/falco) by default, but this version does not \
         have that chart yet. There is: {}",
        lines()
    )
}

/// What to say of an argument that names the default chart while it is not there.
fn not_yet(argument: &str) -> Option<String> {
    let name = argument.trim_end_matches('/').rsplit('/').next();
    (name == Some(DEFAULT)).then(no_default)
}

fn lines() -> String {
    let lines: Vec<_> = charts::CHARTS.iter().map(|chart| chart.line).collect();
    lines.join(", ")
}

/// The chart of a CHART argument.
///
/// # Errors
/// A sentence for the user if there is no such chart.
pub fn of_argument(argument: &str) -> Result<&'static Chart, String> {
    let unknown = || format!("there is no chart `{argument}`; there is: {}", lines());
    named(argument).ok_or_else(|| not_yet(argument).unwrap_or_else(unknown))
}

/// The chart that a CHART argument of Helm names: a chart's name, or a path or archive that ends in one.
#[must_use]
pub fn named(argument: &str) -> Option<&'static Chart> {
    let trimmed = argument.trim_end_matches('/');
    if let Some(chart) = charts::find(trimmed) {
        return Some(chart);
    }
    let (folder, name) = trimmed.rsplit_once('/').unwrap_or(("", trimmed));
    let name = name.strip_suffix(".tgz").unwrap_or(name);
    let folder = folder.rsplit('/').next().unwrap_or_default();
    charts::CHARTS.iter().copied().find(|chart| {
        let versioned = format!("{}-{}", chart.name, chart.version);
        versioned == name || chart.line == folder && chart.name == name
    })
}
