//! Comma-separated values, as RFC 4180 has them but with `\n` at the ends of lines.

/// The rows as lines. Cells with commas, quotes or line breaks stand in quotes.
pub fn list(rows: &[Vec<String>]) -> String {
    let mut lines = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        lines.push_str(&cells.join(","));
        lines.push('\n');
    }
    lines
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_commas_or_quotes_stands_in_quotes() {
        let row = ["plain", "a,b", "say \"hi\""].map(str::to_owned).to_vec();
        assert_eq!(list(&[row]), "plain,\"a,b\",\"say \"\"hi\"\"\"\n");
    }
}
