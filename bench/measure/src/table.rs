//! The report for people: a heading and one table for each case.

use crate::comparison::{self, Limit, Row, Scale};
use crate::measurement::{Measured, Quantity, Side};
use crate::setting::Setting;

/// The lines above the tables.
pub fn heading(setting: &Setting) -> String {
    let known = |text: &Option<String>| text.clone().unwrap_or_else(|| "unknown".to_owned());
    let mut lines = vec![format!("falcogen   {}", known(&setting.falcogen))];
    lines.extend(
        setting
            .helm
            .iter()
            .map(|version| format!("helm       {version}")),
    );
    lines.push(format!(
        "machine    {}, {} processors, Linux {}",
        known(&setting.processor),
        setting.processors,
        known(&setting.kernel)
    ));
    lines.push(format!(
        "runs       {} of each program, in turns, after {} to warm up; medians with minima beside them",
        setting.runs, setting.warm_up
    ));
    lines.extend(
        setting
            .memory_floor
            .map(|floor| format!("memory     less than about {} cannot be seen", bytes(floor))),
    );
    lines.extend(
        setting
            .remarks
            .iter()
            .map(|remark| format!("note       {remark}")),
    );
    joined(lines)
}

/// A case: its name, the commands and the figures.
pub fn table(measured: &Measured) -> String {
    let rows = comparison::rows(measured);
    let mut lines = vec![measured.case.name.to_owned()];
    lines.extend(measured.sides().map(command));
    if !rows.is_empty() {
        let mut grid = vec![titles(measured)];
        grid.extend(rows.iter().map(cells));
        lines.extend(aligned(&grid));
    }
    joined(lines)
}

/// The command, and the reason if it did not work.
fn command(side: &Side) -> String {
    let mut words = vec![format!("  {}", side.name)];
    words.extend(
        side.program
            .arguments
            .iter()
            .map(|argument| argument.to_string_lossy().into_owned()),
    );
    let command = words.join(" ");
    match &side.outcome {
        Ok(runs) => match runs.objects {
            Some(objects) => format!("{command}   (objects: {objects})"),
            None => command,
        },
        Err(error) => format!("{command}\n    not measured: {error:#}"),
    }
}

fn titles(measured: &Measured) -> Vec<String> {
    let scale = Scale::of(&measured.case.budget).title();
    let peer = measured.peer.as_ref();
    let peer = peer.map(|side| [side.name, "minimum", scale, "budget"]);
    let titles = ["", "falcogen", "minimum"].into_iter();
    titles
        .chain(peer.into_iter().flatten())
        .map(str::to_owned)
        .collect()
}

fn cells(row: &Row) -> Vec<String> {
    let figures = [row.falcogen, row.peer].into_iter().flat_map(|figures| {
        let figures = figures.map(|figures| [figures.median, figures.minimum]);
        let printed = figures.map(|figures| figures.map(|figure| printed(row.quantity, figure)));
        printed.unwrap_or_default()
    });
    let mut cells = vec![name(row.quantity).to_owned()];
    cells.extend(figures);
    cells.push(row.ratio.map(significant).unwrap_or_default());
    cells.push(row.limit.as_ref().map(budget).unwrap_or_default());
    cells
}

fn budget(limit: &Limit) -> String {
    let sign = if limit.is_least { "≥" } else { "≤" };
    let verdict = if limit.is_met { "met" } else { "missed" };
    format!("{sign} {}, {verdict}", limit.times)
}

fn name(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Wall => "wall time",
        Quantity::Cpu => "CPU time",
        Quantity::PeakMemory => "peak memory",
        Quantity::Instructions => "instructions",
    }
}

fn printed(quantity: Quantity, value: f64) -> String {
    match quantity {
        Quantity::Wall | Quantity::Cpu => format!("{} ms", significant(value * 1e3)),
        Quantity::PeakMemory => bytes(value),
        Quantity::Instructions => format!("{} M", significant(value / 1e6)),
    }
}

fn bytes(value: f64) -> String {
    format!("{} MB", significant(value / 1e6))
}

/// Three digits are more than the noise leaves.
fn significant(value: f64) -> String {
    match value {
        100.0.. => format!("{value:.0}"),
        10.0.. => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// Columns as wide as their widest cell, the first to the left, the others to the right.
fn aligned(grid: &[Vec<String>]) -> impl Iterator<Item = String> {
    let width = |column: usize| {
        grid.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
    };
    grid.iter().map(move |row| {
        let line: String = row
            .iter()
            .enumerate()
            .map(
                |(column, cell)| match (column, width(column).unwrap_or(0)) {
                    (0, width) => format!("    {cell:<width$}"),
                    (_, width) => format!("   {cell:>width$}"),
                },
            )
            .collect();
        line.trim_end().to_owned()
    })
}

fn joined(lines: Vec<String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}
