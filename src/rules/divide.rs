//! Where a rules file can be divided: between two of its items.

use super::yaml::{self, Kind};
use crate::kubernetes::size::kept;
use crate::source::SourceId;

/// The lines before which a rules file can be divided into parts of at most `most` bytes each, counted as `kubectl apply` keeps
/// them: the first lines of items, from 1. Nothing if it cannot be read; a single item may be larger.
#[must_use]
pub fn lines(source: SourceId, text: &str, most: usize) -> Vec<usize> {
    let Ok(documents) = yaml::read(source, text, &yaml::limits()) else {
        return Vec::new();
    };
    let items = documents.iter().flat_map(|document| match &document.kind {
        Kind::List(items) => &***items,
        _ => &[],
    });
    let (mut lines, mut part, mut before, mut line) = (Vec::new(), 0, 0, 1);
    let starts: Vec<usize> = items.map(|item| item.span.start as usize).collect();
    for (start, end) in starts
        .iter()
        .zip(starts.iter().skip(1).chain([&text.len()]))
    {
        line += text
            .get(before..*start)
            .unwrap_or_default()
            .matches('\n')
            .count();
        before = *start;
        let size = kept(text.get(*start..*end).unwrap_or_default());
        if part > 0 && part + size > most {
            lines.push(line);
            part = 0;
        }
        part += size;
    }
    lines
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
        assert_eq!(lines_of(&text, 110), [14, 26, 38]);
    }

    #[test]
    fn an_item_that_is_too_large_is_a_part_by_itself() {
        let text = format!("- list: a\n- list: {}\n- list: b\n", "c".repeat(200));
        assert_eq!(lines_of(&text, 100), [2, 3]);
    }

    #[test]
    fn what_cannot_be_read_cannot_be_divided() {
        assert_eq!(lines_of("- [", 1), [0; 0]);
        assert_eq!(lines_of("text", 1), [0; 0]);
    }
}
