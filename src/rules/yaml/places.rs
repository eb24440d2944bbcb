//! Where in the source a part of a scalar's text is written.
//!
//! Only a diagnostic asks for that, so it is found out by decoding the scalar once more.

use std::borrow::Cow;
use std::ops::Range;

use super::Scalar;
use super::block::{block, header};
use super::cursor::Cursor;
use super::decoded::{Decoded, Piece};
use super::plain::{Ends, plain};
use super::quoted::quoted;
use crate::source::Span;

/// Translates offsets in the text of a scalar into offsets in the source.
#[derive(Clone, Debug)]
pub struct Places {
    pieces: Vec<Piece>,
    scalar: Span,
}

impl Places {
    /// The places of a scalar of a rules file whose source is `source`.
    #[must_use]
    pub fn of(source: &str, scalar: &Scalar) -> Places {
        Places::within(source, scalar.span, &scalar.text)
    }

    /// The places of any scalar that is written at `scalar` in `source` and stands for `text`. This also is how a place
    /// in rules that are themselves a scalar of a values file becomes a place in that file. If the scalar turns out to
    /// stand for another text, all places are that of the whole scalar.
    #[must_use]
    pub fn within(source: &str, scalar: Span, text: &str) -> Places {
        let found = trace(source, scalar.range(), Places::indentation(text));
        let same = |again: &str| again.trim_end() == text.trim_end();
        let found = found.filter(|(again, _)| same(again));
        Places {
            pieces: found.map(|(_, pieces)| pieces).unwrap_or_default(),
            scalar,
        }
    }

    /// The places of a scalar that is written at `scalar` in `source`, without its text: of that only the
    /// [`indentation`](Places::indentation) is needed.
    #[must_use]
    pub fn indented(source: &str, scalar: Span, indentation: u32) -> Places {
        let found = trace(source, scalar.range(), indentation);
        Places {
            pieces: found.map(|(_, pieces)| pieces).unwrap_or_default(),
            scalar,
        }
    }

    /// How many blanks the first line of a text begins with, empty lines aside. In the source, a block is indented as
    /// that line is, less these.
    #[must_use]
    pub fn indentation(text: &str) -> u32 {
        // Nearly all texts begin with what they say.
        if !text.starts_with([' ', '\t', '\n', '\r']) {
            return 0;
        }
        let line = first_line(text).unwrap_or_default();
        u32::try_from(blanks(line)).unwrap_or(u32::MAX)
    }

    /// The offset in the source of the byte at `offset` of the text.
    #[must_use]
    pub fn place(&self, offset: usize) -> usize {
        self.place_range(offset..offset).start
    }

    /// The range in the source of a range of the text. The break and the indentation between two lines belong to it only
    /// if both lines do.
    #[must_use]
    pub fn place_range(&self, range: Range<usize>) -> Range<usize> {
        let Some(first) = self.piece(range.start) else {
            return self.scalar.range();
        };
        let start = first.place(range.start).start;
        let last = range.end.max(range.start + 1) - 1;
        let end = match self.piece(last) {
            Some(piece) if range.end > range.start => piece.place(last).end,
            _ => start,
        };
        start..end.max(start)
    }

    /// The span in the source of a span of the text.
    #[must_use]
    pub fn span(&self, inner: Span) -> Span {
        Span::new(self.scalar.source, self.place_range(inner.range()))
    }

    /// The piece that the byte at an offset belongs to.
    fn piece(&self, offset: usize) -> Option<&Piece> {
        let count = self.pieces.partition_point(|piece| piece.start <= offset);
        self.pieces.get(count.checked_sub(1)?)
    }
}

impl Piece {
    /// The range in the source of the byte at an offset of the text.
    fn place(&self, offset: usize) -> Range<usize> {
        if !self.copied {
            return self.source.clone();
        }
        let at = (self.source.start + (offset - self.start)).min(self.source.end);
        at..(at + 1).min(self.source.end)
    }
}

/// Decodes the scalar once more, if that can be done.
fn trace(
    source: &str,
    range: Range<usize>,
    indentation: u32,
) -> Option<(Cow<'_, str>, Vec<Piece>)> {
    let mut decoded = Decoded::traced(source);
    let mut cursor = Cursor::behind(source, range.start);
    match cursor.peek(0) {
        b'\'' | b'"' => quoted(&mut cursor, &mut decoded).ok()?,
        b'|' | b'>' => trace_block(&mut cursor, &mut decoded, indentation as usize)?,
        _ => {
            let mut cursor = Cursor::behind(source.get(..range.end)?, range.start);
            plain(&mut cursor, &mut decoded, Ends::Never, 0).ok()?;
        }
    }
    Some(decoded.into_pieces())
}

/// Decodes a block whose text begins with so many blanks: it is indented as its first line of text is, less these.
fn trace_block(cursor: &mut Cursor, decoded: &mut Decoded, indentation: usize) -> Option<()> {
    let header = header(cursor).ok()?;
    let line = first_line(cursor.text.get(cursor.at..)?)?;
    let indent = blanks(line).checked_sub(indentation)?;
    block(cursor, decoded, &header, indent).ok()?;
    Some(())
}

/// The first line that does not consist of blanks.
fn first_line(text: &str) -> Option<&str> {
    let mut lines = text.split(['\n', '\r']);
    lines.find(|line| blanks(line) < line.len())
}

/// How many blanks a line begins with.
fn blanks(line: &str) -> usize {
    line.bytes().take_while(|byte| *byte == b' ').count()
}
