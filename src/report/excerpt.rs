//! One line of a source as it may be shown.
//!
//! Secrets become `***`, hidden characters their escapes, and of a very long line (JSON, Base64, minified text) only
//! the part around the place in question is kept. The excerpt knows where in it each place of the source went, so
//! that a caret still points at the right one.

use std::ops::Range;

use super::visible::push_visible;

/// The longest line in characters that is shown whole.
const WHOLE_LINE: usize = 200;
/// How many characters of a longer line are shown before the place in question.
const BEFORE_FOCUS: usize = 60;
/// How many characters of a longer line are shown at all.
const CUT_LINE: usize = 160;

/// What stands for a secret.
pub(super) const MASK: &str = "***";
/// What stands for the part of a line that is left out.
const LEFT_OUT: &str = "...";

/// The bytes of the line at `offset`, without its end.
pub(super) fn line_at(text: &str, offset: usize) -> Range<usize> {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[offset..]
        .find('\n')
        .map_or(text.len(), |length| offset + length);
    start..start + text[start..end].trim_end_matches('\r').len()
}

/// A shown line.
pub(super) struct Excerpt {
    /// What is shown.
    pub text: String,
    /// Offsets in the source, and where they went in `text`; both ascend.
    places: Vec<(usize, usize)>,
}

impl Excerpt {
    /// The line of `source` around `focus`, with `secrets` masked.
    pub fn new(source: &str, line: Range<usize>, focus: usize, secrets: &[Range<usize>]) -> Self {
        let is_long = source[line.clone()].chars().nth(WHOLE_LINE).is_some();
        let mut at = if is_long {
            window_start(source, &line, focus, secrets)
        } else {
            line.start
        };
        let mut excerpt = Excerpt {
            text: String::new(),
            places: Vec::new(),
        };
        if at > line.start {
            excerpt.text.push_str(LEFT_OUT);
        }
        let limit = if is_long { CUT_LINE } else { usize::MAX };
        while at < line.end && excerpt.text.len() < limit {
            excerpt.places.push((at, excerpt.text.len()));
            at = excerpt.push(source, at, secrets).min(line.end);
        }
        excerpt.places.push((at, excerpt.text.len()));
        if at < line.end {
            excerpt.text.push_str(LEFT_OUT);
        }
        excerpt
    }

    /// Appends what stands at `at` and returns the offset behind it.
    fn push(&mut self, source: &str, at: usize, secrets: &[Range<usize>]) -> usize {
        if let Some(secret) = secret_at(secrets, at) {
            self.text.push_str(MASK);
            return secret.end;
        }
        let Some(character) = source[at..].chars().next() else {
            return at + 1;
        };
        match character {
            '\t' => self.text.push_str("    "),
            '\u{feff}' if at == 0 => {}
            _ => push_visible(&mut self.text, character),
        }
        at + character.len_utf8()
    }

    /// Where a range of the source went; as much of it as is shown.
    pub fn shown(&self, range: Range<usize>) -> Range<usize> {
        let last = self.places.len() - 1;
        let start = self.places.partition_point(|(at, _)| *at <= range.start);
        let end = self.places.partition_point(|(at, _)| *at < range.end);
        let start = self.places[start.saturating_sub(1)].1;
        let end = self.places[end.min(last)].1;
        start..end.max(start)
    }
}

fn secret_at(secrets: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let behind = secrets.partition_point(|secret| secret.end <= at);
    secrets.get(behind).filter(|secret| secret.contains(&at))
}

/// Where the shown part of a long line starts: some characters before the focus, never within a secret.
fn window_start(
    source: &str,
    line: &Range<usize>,
    focus: usize,
    secrets: &[Range<usize>],
) -> usize {
    let mut focus = focus.clamp(line.start, line.end);
    while !source.is_char_boundary(focus) {
        focus -= 1;
    }
    let focus = secret_at(secrets, focus).map_or(focus, |secret| secret.start.max(line.start));
    let before = source[line.start..focus].char_indices().rev();
    let start = before
        .take(BEFORE_FOCUS)
        .last()
        .map_or(focus, |(at, _)| line.start + at);
    secret_at(secrets, start).map_or(start, |secret| secret.start.max(line.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(source: &str, focus: usize, secrets: &[Range<usize>]) -> Excerpt {
        Excerpt::new(source, line_at(source, focus), focus, secrets)
    }

    #[test]
    fn a_line_is_found_without_its_end() {
        assert_eq!(line_at("a\r\nbc\n", 4), 3..5);
        assert_eq!(line_at("a\r\nbc\n", 2), 0..1);
        assert_eq!(line_at("a\n", 9), 2..2);
    }

    #[test]
    fn a_place_behind_a_mask_or_an_escape_is_found() {
        let source = "k: secret \u{1b}[m x";
        let excerpt = excerpt(source, 0, &[3..9, 100..200]);
        assert_eq!(excerpt.text, "k: *** \\u{1b}[m x");
        let place = excerpt.shown(14..15);
        assert_eq!(&excerpt.text[place], "x");
        let place = excerpt.shown(4..6);
        assert_eq!(&excerpt.text[place], "***");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let source = format!("{}X{}", "ä".repeat(5000), "ö".repeat(5000));
        let excerpt = excerpt(&source, 10_000, &[]);
        assert!(excerpt.text.chars().count() < WHOLE_LINE);
        assert!(excerpt.text.starts_with("...ä") && excerpt.text.ends_with("ö..."));
        let place = excerpt.shown(10_000..10_001);
        assert_eq!(&excerpt.text[place], "X");
    }

    #[test]
    fn a_cut_shows_no_part_of_a_secret() {
        let source = format!("k: {} x", "s".repeat(5000));
        let excerpt = excerpt(&source, 4000, &[3..5003, 6000..6001]);
        assert_eq!(excerpt.text, "k: *** x");
    }
}
