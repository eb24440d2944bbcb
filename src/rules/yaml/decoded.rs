//! The text of a scalar while it is decoded, and where each part of it is written.

use std::borrow::Cow;
use std::ops::Range;

/// A part of the decoded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where the part begins in the decoded text.
    pub start: usize,
    /// The bytes of the source that it is made of.
    pub source: Range<usize>,
    /// Whether it is written as it reads.
    pub copied: bool,
}

/// A text that grows.
pub(super) struct Decoded<'a> {
    source: &'a str,
    /// The text so far: a part of the source as long as it is one.
    pub text: Cow<'a, str>,
    pieces: Option<Vec<Piece>>,
}

impl<'a> Decoded<'a> {
    /// An empty text.
    pub fn new(source: &'a str) -> Self {
        Decoded {
            source,
            text: Cow::Borrowed(""),
            pieces: None,
        }
    }

    /// An empty text that takes note of where its parts are written.
    pub fn traced(source: &'a str) -> Self {
        Decoded {
            pieces: Some(Vec::new()),
            ..Decoded::new(source)
        }
    }

    /// Adds a part of the source.
    pub fn copy(&mut self, range: Range<usize>) {
        let part = self.source.get(range.clone()).unwrap_or_default();
        if part.is_empty() {
            return;
        }
        self.trace(range, true);
        if self.text.is_empty() {
            self.text = Cow::Borrowed(part);
        } else {
            self.text.to_mut().push_str(part);
        }
    }

    /// Adds `count` characters for which something else is written.
    pub fn put(&mut self, character: char, count: usize, range: Range<usize>) {
        if count > 0 {
            self.trace(range, false);
            let text = self.text.to_mut();
            text.extend(std::iter::repeat_n(character, count));
        }
    }

    /// Removes what is behind an offset.
    pub fn truncate(&mut self, length: usize) {
        match &mut self.text {
            Cow::Borrowed(text) => *text = text.get(..length).unwrap_or(text),
            Cow::Owned(text) if text.is_char_boundary(length) => text.truncate(length),
            Cow::Owned(_) => {}
        }
    }

    /// The text and its parts.
    pub fn into_pieces(self) -> (Cow<'a, str>, Vec<Piece>) {
        (self.text, self.pieces.unwrap_or_default())
    }

    fn trace(&mut self, source: Range<usize>, copied: bool) {
        let start = self.text.len();
        if let Some(pieces) = &mut self.pieces {
            pieces.push(Piece {
                start,
                source,
                copied,
            });
        }
    }
}
