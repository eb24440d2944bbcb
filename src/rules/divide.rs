//! Where a rules file can be divided: between two of its items.

use super::yaml::{self, Kind};
use crate::kubernetes::size::kept;
use crate::source::SourceId;

/// The lines before which a rules file can be divided into parts of at most `most` bytes each, counted as `kubectl apply` keeps
/// them: the first lines of items with the comments above them that begin a line, from 1. Nothing if it cannot be read, or if
/// it is not written so that each item begins a line by its dash; a single item may be larger.
#[must_use]
pub fn lines(source: SourceId, text: &str, most: usize) -> Vec<usize> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut starts = starts(source, text, &lines);
    starts.push(lines.len());
    let (mut found, mut part) = (Vec::new(), 0);
    for item in starts.windows(2) {
        let size = lines[item[0]..item[1]]
            .iter()
            .map(|line| kept(line))
            .sum::<usize>();
        if part > 0 && part + size > most {
            found.push(item[0] + 1);
            part = 0;
        }
        part += size;
    }
    found
}

/// The lines, from 0, at which items begin, each with the comments right above it. Nothing if some item does not begin with a
/// dash on its own line, or stands for what is written elsewhere.
fn starts(source: SourceId, text: &str, lines: &[&str]) -> Vec<usize> {
    let Ok(documents) = yaml::read(source, text, &yaml::limits()) else {
        return Vec::new();
    };
    let items = documents.iter().flat_map(|document| match &document.kind {
        Kind::List(items) => &***items,
        _ => &[],
    });
    let (mut line, mut end) = (0, lines.first().map_or(0, |first| first.len()));
    let mut starts = Vec::new();
    for item in items {
        let at = item.span.start as usize;
        while at >= end && line + 1 < lines.len() {
            line += 1;
            end += lines[line].len();
        }
        let before = text.get(end - lines[line].len()..at).unwrap_or_default();
        let is_comment = |line: &&&str| line.starts_with('#');
        let comments = lines[..line].iter().rev().take_while(is_comment).count();
        let start = line - comments;
        let is_behind = starts.last().is_none_or(|last| *last < start);
        if !is_behind || !is_dash(before) {
            return Vec::new();
        }
        starts.push(start);
    }
    starts
}

/// Whether there is nothing but a dash in front of an item on its line, or a mark of order before that.
fn is_dash(before: &str) -> bool {
    before.trim_start_matches(['\u{feff}', ' ']).trim_end() == "-"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_of(text: &str, most: usize) -> Vec<usize> {
        lines(SourceId::UNLISTED, text, most)
    }

    #[test]
    fn a_file_is_divided_between_items() {
        let item = "- list: a\n  items:\n    - b\n\n";
        let text = format!("# head\n{}", item.repeat(10));
        assert_eq!(lines_of(&text, 1000), [0; 0]);
        assert_eq!(lines_of(&text, 160), [14, 30]);
    }

    #[test]
    fn an_item_that_is_too_large_is_a_part_by_itself() {
        let text = format!("- list: a\n- list: {}\n- list: b\n", "c".repeat(200));
        assert_eq!(lines_of(&text, 100), [2, 3]);
    }

    #[test]
    fn comments_stay_with_the_item_below_them() {
        let text = "- list: a\n# b\n# is next\n- list: b\n\n# c\n\n- list: c\n";
        assert_eq!(lines_of(text, 1), [2, 8]);
    }

    #[test]
    fn items_that_do_not_begin_a_line_cannot_be_told_apart() {
        assert_eq!(lines_of("[{list: a}, {list: b},\n {list: c}]", 1), [0; 0]);
        assert_eq!(lines_of("[\n  {list: a},\n  {list: b}\n]\n", 1), [0; 0]);
        assert_eq!(lines_of("-\n  list: a\n-\n  list: b\n", 1), [0; 0]);
        assert_eq!(lines_of("- &a {list: a}\n- *a\n", 1), [0; 0]);
        assert_eq!(lines_of("\u{feff}- list: a\n- [1, 2]\n", 1), [2]);
    }

    #[test]
    fn what_cannot_be_read_cannot_be_divided() {
        assert_eq!(lines_of("- [", 1), [0; 0]);
        assert_eq!(lines_of("text", 1), [0; 0]);
    }
}
