//! Tables for people.

use std::fmt::Write as _;

use crate::report::visible_lines;

/// The rows in columns that are as wide as their widest cell, two blanks between them.
pub fn plain(rows: &[Vec<String>]) -> String {
    let shown = shown(rows);
    let widths = widths(&shown);
    let mut table = String::new();
    for row in &shown {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            let padding = width - cell.chars().count() + 2;
            line.extend(std::iter::repeat_n(' ', padding));
        }
        table.push_str(line.trim_end());
        table.push('\n');
    }
    table
}

/// The rows as a table of Markdown, the first one as its head.
pub fn markdown(rows: &[Vec<String>]) -> String {
    let mut table = String::new();
    for (number, row) in shown(rows).iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
        // Writing into a text cannot fail.
        let _ = writeln!(table, "| {} |", cells.join(" | "));
        if number == 0 {
            let _ = writeln!(table, "|{}", "---|".repeat(row.len()));
        }
    }
    table
}

/// The cells on one line each, without what could steer a terminal.
fn shown(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let cell = |cell: &String| visible_lines(cell).replace('\n', " ");
    rows.iter()
        .map(|row| row.iter().map(cell).collect())
        .collect()
}

fn widths(rows: &[Vec<String>]) -> Vec<usize> {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or_default()
    };
    (0..columns).map(width).collect()
}
