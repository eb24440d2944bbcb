//! Which chart is meant.

use std::borrow::Cow;
use std::fs;

use crate::charts::{self, Chart};

/// The chart that is meant where none is named.
const DEFAULT: &Chart = &charts::falco::CHART;

/// The chart of `--chart`.
///
/// # Errors
/// A sentence for the user if there is no such chart.
pub fn chosen(line: Option<&str>) -> Result<&'static Chart, String> {
    match line {
        Some(line) => charts::find(line)
            .ok_or_else(|| format!("there is no chart `{line}`; --chart takes: {}", lines())),
        None => Ok(DEFAULT),
    }
}

fn lines() -> String {
    let lines: Vec<_> = charts::CHARTS.iter().map(|chart| chart.line).collect();
    lines.join(", ")
}

/// The chart that a CHART argument of Helm names: a chart's name, or a folder or archive whose path ends in one. The
/// name `falco` is that of two charts; `stable/falco`, or the version in an archive's name, means the older one.
///
/// # Errors
/// A sentence for the user if there is no such chart.
pub fn of_argument(argument: &str) -> Result<&'static Chart, String> {
    let whole = whole_path(argument);
    let trimmed = whole.trim_end_matches('/');
    let (folder, name) = trimmed.rsplit_once('/').unwrap_or(("", trimmed));
    let folder = folder.rsplit('/').next().unwrap_or_default();
    let (name, version) = match name.strip_suffix(".tgz") {
        Some(archive) => split_version(archive),
        None => (name, None),
    };
    let named = |chart: &&&Chart| chart.name == name || chart.line == name;
    let mut charts = charts::CHARTS.iter().filter(named);
    let chart = match version {
        Some(version) => charts.find(|chart| chart.version == version),
        None => charts
            .clone()
            .find(|chart| chart.line == folder)
            .or_else(|| charts.next()),
    };
    chart
        .copied()
        .ok_or_else(|| format!("there is no chart `{argument}`; there is: {}", all()))
}

/// A path that ends in `.` or `..` as the folder that it means, if there is one.
fn whole_path(argument: &str) -> Cow<'_, str> {
    let last = argument.trim_end_matches('/').rsplit('/').next();
    match last {
        Some("." | "..") => fs::canonicalize(argument).map_or(argument.into(), |path| {
            path.to_string_lossy().into_owned().into()
        }),
        _ => argument.into(),
    }
}

/// Name and version in the name of an archive, such as `k8s-metacollector-0.1.11`.
fn split_version(archive: &str) -> (&str, Option<&str>) {
    let starts_version = |at: usize| archive[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    let mut dashes = archive.match_indices('-').map(|(at, _)| at);
    match dashes.find(|at| starts_version(*at)) {
        Some(at) => (&archive[..at], Some(&archive[at + 1..])),
        None => (archive, None),
    }
}

/// All charts with their versions.
fn all() -> String {
    let describe = |chart: &&Chart| {
        if chart.line == chart.name {
            format!("{} ({})", chart.line, chart.version)
        } else {
            format!("{} ({} {})", chart.line, chart.name, chart.version)
        }
    };
    let charts: Vec<_> = charts::CHARTS.iter().map(describe).collect();
    charts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(argument: &str) -> Option<&'static str> {
        of_argument(argument).ok().map(|chart| chart.line)
    }

    #[test]
    fn a_chart_is_named_by_its_name_or_by_a_path_that_ends_in_it() {
        for argument in [
            "falco",
            "falcosecurity/falco",
            "./charts/falco/",
            "/somewhere/falco-9.1.0.tgz",
            "../falco",
            "https://example.com/charts/falco-9.1.0.tgz",
        ] {
            assert_eq!(line(argument), Some("falco"), "{argument}");
        }
        for argument in [
            "stable",
            "stable/falco",
            "a/stable/falco/",
            "falco-1.0.10.tgz",
        ] {
            assert_eq!(line(argument), Some("stable"), "{argument}");
        }
    }

    #[test]
    fn another_chart_or_another_version_is_refused() {
        for argument in [
            "",
            ".",
            "falco-8.0.5.tgz",
            "falcon",
            "falco/templates",
            "prometheus-1.0.tgz",
        ] {
            assert_eq!(line(argument), None, "{argument}");
        }
    }

    #[test]
    fn the_default_is_the_chart_of_today() {
        assert_eq!(chosen(None).map(|chart| chart.line), Ok("falco"));
        assert!(chosen(Some("falcon")).is_err());
    }
}
