//! Texts that are put together from parts of files: a condition with what is appended to it, its exceptions and its lists.
//! Each part knows where it is written, so that whatever is found in the whole can be shown there.

use std::ops::Range;
use std::sync::Arc;

use super::locator::Locator;
use super::written::Written;
use crate::source::Span;

/// A text, and where its parts come from.
#[derive(Clone, Debug, Default)]
pub struct Text {
    text: String,
    /// The parts in their order; each reaches to the next one.
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug)]
struct Part {
    /// Offset of its first byte in the text.
    start: usize,
    origin: Origin,
}

/// Where a part comes from.
#[derive(Clone, Copy, Debug)]
enum Origin {
    /// It is written so; the offset is that of its first byte in what the scalar means.
    Written(Written, usize),
    /// It stands for something that is written there.
    Made(Span),
}

impl Text {
    /// A text that is written as one scalar.
    #[must_use]
    pub fn written(text: String, at: Written) -> Self {
        let origin = Origin::Written(at, 0);
        Text {
            text,
            parts: vec![Part { start: 0, origin }],
        }
    }

    /// An empty text with room for so many bytes and parts.
    #[must_use]
    pub fn with_capacity(bytes: usize, parts: usize) -> Self {
        Text {
            text: String::with_capacity(bytes),
            parts: Vec::with_capacity(parts + 3),
        }
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is written nowhere, as that of a key which is missing.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.parts.is_empty()
    }

    /// The place of its first part.
    #[must_use]
    pub fn start(&self) -> Option<Span> {
        self.parts.first().map(|part| match part.origin {
            Origin::Written(written, _) => written.span,
            Origin::Made(span) => span,
        })
    }

    /// Adds a text that stands for what is written at `at`.
    pub fn push(&mut self, text: &str, at: Span) {
        let start = self.text.len();
        let origin = Origin::Made(at);
        self.text.push_str(text);
        self.parts.push(Part { start, origin });
    }

    /// Adds a text that is written as one scalar.
    pub fn push_written(&mut self, text: &str, at: Written) {
        let start = self.text.len();
        let origin = Origin::Written(at, 0);
        self.text.push_str(text);
        self.parts.push(Part { start, origin });
    }

    /// Adds another text.
    pub fn push_text(&mut self, other: &Text) {
        self.push_range(other, 0..other.text.len());
    }

    /// Adds a part of another text.
    pub fn push_range(&mut self, other: &Text, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let offset = self.text.len();
        self.text.push_str(&other.text[range.clone()]);
        let first = other.part_at(range.start);
        for part in other.parts.iter().skip(first) {
            if part.start >= range.end {
                break;
            }
            let skipped = range.start.saturating_sub(part.start);
            let origin = match part.origin {
                Origin::Written(written, at) => Origin::Written(written, at + skipped),
                made @ Origin::Made(_) => made,
            };
            self.parts.push(Part {
                start: offset + (part.start + skipped) - range.start,
                origin,
            });
        }
    }

    /// The text without blanks at its ends.
    #[must_use]
    pub fn trimmed(&self) -> Text {
        let blank = [' ', '\t', '\n', '\r', '\u{b}', '\u{c}'];
        let start = self.text.len() - self.text.trim_start_matches(blank).len();
        let end = self.text.trim_end_matches(blank).len();
        let mut trimmed = Text::default();
        trimmed.push_range(self, start..end.max(start));
        if trimmed.is_missing() {
            trimmed.parts.extend(self.parts.first());
        }
        trimmed
    }

    /// Adds a blank that stands for what is at an offset of another text.
    pub fn push_blank(&mut self, of: &Text, at: usize) {
        let start = self.text.len();
        let Some(part) = of.parts.get(of.part_at(at)) else {
            return;
        };
        let origin = match part.origin {
            Origin::Written(written, offset) => {
                Origin::Written(written, offset + at - part.start.min(at))
            }
            made @ Origin::Made(_) => made,
        };
        self.text.push(' ');
        self.parts.push(Part { start, origin });
    }

    /// The text without a range of it.
    #[must_use]
    pub fn without(&self, range: Range<usize>) -> Text {
        let mut rest = Text::default();
        rest.push_range(self, 0..range.start);
        rest.push_range(self, range.end..self.text.len());
        rest
    }

    /// Takes bytes away from its end.
    pub fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
        while self.parts.len() > 1 && self.parts.last().is_some_and(|part| part.start >= length) {
            self.parts.pop();
        }
    }

    /// Whether a part that is not the first one begins at an offset, but for blanks before it.
    #[must_use]
    pub fn begins_part(&self, offset: usize) -> bool {
        let part = self.part_at(offset);
        let Some(start) = self.parts.get(part).map(|part| part.start) else {
            return false;
        };
        part > 0 && self.text[start..offset.max(start)].trim().is_empty()
    }

    /// The part that the byte at `offset` belongs to.
    fn part_at(&self, offset: usize) -> usize {
        let behind = self.parts.partition_point(|part| part.start <= offset);
        behind.saturating_sub(1)
    }

    /// Where a range of it is written. A range over several parts is shown in the first of them, up to its end.
    #[must_use]
    pub fn place(&self, range: Range<usize>, locator: &Locator) -> Option<Span> {
        let at = self.part_at(range.start);
        let part = self.parts.get(at)?;
        let end = self
            .parts
            .get(at + 1)
            .map_or(self.text.len(), |next| next.start);
        Some(match part.origin {
            Origin::Made(span) => span,
            Origin::Written(written, offset) => {
                let inner = |at: usize| at.min(end) - part.start.min(at) + offset;
                locator.place(
                    &written,
                    inner(range.start)..inner(range.end.max(range.start)),
                )
            }
        })
    }
}

/// A text of a rules file that is used as a whole, such as an item of a list.
#[derive(Clone, Debug)]
pub struct Word {
    /// The text.
    pub text: Arc<str>,
    /// Where it is written.
    pub at: Written,
}
