//! Texts that values come from, and the places in them.
//!
//! Everything that can hold a value is a source: a values file, standard input, one `--set` argument, the text that
//! a template made. Inside the program a place is a [`Span`] of bytes; lines and columns exist only here, where a
//! place is shown to a person.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use minijinja::OutputSpan;

/// Names a [`Source`] within its [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(u32);

impl SourceId {
    /// A source that no list has, for texts whose places are thrown away.
    pub(crate) const UNLISTED: SourceId = SourceId(u32::MAX);
}

/// A range of bytes in one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The source that holds the bytes.
    pub source: SourceId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `range` in `source`. Offsets beyond 4 GiB, which no reader accepts, are cut.
    #[must_use]
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span {
            source,
            start: offset(range.start),
            end: offset(range.end),
        }
    }

    /// The bytes as a range for slicing.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A line and a column, both from 1; the column counts characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Position {
    /// The first place of every text.
    const START: Position = Position { line: 1, column: 1 };

    /// The position behind `text`, if this one is its start. A byte order mark takes no column.
    fn behind(self, text: &str) -> Position {
        text.chars().fold(self, |at, character| match character {
            '\n' => Position {
                line: at.line + 1,
                column: 1,
            },
            '\u{feff}' => at,
            _ => Position {
                column: at.column + 1,
                ..at
            },
        })
    }
}

/// How many bytes at least lie between two places whose position is remembered.
const STRIDE: usize = 512;

/// What kind of text a source is, which decides how its places are shown.
#[derive(Clone, Debug)]
pub enum SourceKind {
    /// A file that the user named, or standard input.
    File,
    /// One argument of the command line, such as the n-th `--set`.
    Argument,
    /// The text that a template made; its spans tell which line of the template made which bytes.
    Rendered(Vec<OutputSpan>),
    /// A text that is written as a scalar within another source, such as rules in a values file.
    Within(Span),
}

/// One text and its name.
#[derive(Clone)]
pub struct Source {
    /// What a person calls it: the path as given, `<stdin>`, `--set[1]`, the template's name.
    pub name: String,
    /// The whole text.
    pub text: Arc<str>,
    /// What kind of text it is.
    pub kind: SourceKind,
    /// Where in it credentials are known to be, which are never shown.
    pub secrets: Vec<Range<usize>>,
    /// Positions of some offsets, so that the thousandth place of a large text costs no more than the first.
    positions: OnceLock<Vec<(usize, Position)>>,
}

/// Shows how long the text is and not what it says, since any text may hold a secret.
impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source")
            .field("name", &self.name)
            .field("bytes", &self.text.len())
            .finish_non_exhaustive()
    }
}

impl Source {
    /// Line and column of a byte offset; an offset inside a character counts as the character's start.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let positions = self.positions.get_or_init(|| self.remember_positions());
        let (from, at) = positions[..positions.partition_point(|(from, _)| *from <= offset)]
            .last()
            .copied()
            .unwrap_or((0, Position::START));
        at.behind(&self.text[from..offset])
    }

    fn remember_positions(&self) -> Vec<(usize, Position)> {
        let mut positions = vec![(0, Position::START)];
        let (mut from, mut at) = (0, Position::START);
        for (offset, _) in self.text.char_indices() {
            if offset - from >= STRIDE {
                at = at.behind(&self.text[from..offset]);
                from = offset;
                positions.push((from, at));
            }
        }
        positions
    }
}

impl Source {
    /// The template's file and the line of it that made the byte at `offset`, for what a template made. A template may
    /// include others, which stand beside it.
    #[must_use]
    pub fn template_line(&self, offset: usize) -> Option<(String, usize)> {
        let SourceKind::Rendered(spans) = &self.kind else {
            return None;
        };
        let at = spans.partition_point(|span| span.output_range().end <= offset);
        let span = spans
            .get(at)
            .filter(|span| span.output_range().contains(&offset))?;
        let before = self
            .text
            .get(span.output_range().start..offset)
            .unwrap_or_default();
        let room: Vec<&str> = self.name.split('/').take(2).collect();
        let file = format!("{}/{}.j2", room.join("/"), span.name());
        Some((file, span.line() + before.matches('\n').count()))
    }
}

/// All sources of one run.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    list: Vec<Source>,
}

impl Sources {
    /// Takes in a text and returns the name to refer to it.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        text: impl Into<Arc<str>>,
        kind: SourceKind,
    ) -> SourceId {
        let id = SourceId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(Source {
            name: name.into(),
            text: text.into(),
            kind,
            secrets: Vec::new(),
            positions: OnceLock::new(),
        });
        id
    }

    /// Notes that what is written there is never to be shown.
    pub fn hide(&mut self, place: Span) {
        if let Some(source) = self.list.get_mut(place.source.0 as usize) {
            source.secrets.push(place.range());
        }
    }

    /// The start of a file of which there is only the name, for what is wrong with the file and not with its text.
    pub fn start_of(&mut self, name: &str) -> Span {
        Span::new(self.add(name, "", SourceKind::File), 0..0)
    }

    /// The source of that name. Ids come from [`Sources::add`] only, so there always is one.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        &self.list[id.0 as usize]
    }

    /// Whether the span lies in an argument of the command line.
    #[must_use]
    pub fn is_argument(&self, span: Span) -> bool {
        matches!(self.get(span.source).kind, SourceKind::Argument)
    }

    /// Whether the span is the whole of a file.
    #[must_use]
    pub fn is_whole_file(&self, span: Span) -> bool {
        let source = self.get(span.source);
        matches!(source.kind, SourceKind::File) && span.range() == (0..source.text.len())
    }

    /// All of them in the order in which they were taken in.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.list.iter()
    }

    /// Line and column of the span's first byte.
    #[must_use]
    pub fn position(&self, span: Span) -> Position {
        self.get(span.source).position(span.start as usize)
    }

    /// The text that the span covers; empty if the span does not lie in its source.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.get(span.source)
            .text
            .get(span.range())
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_characters_from_one() {
        let mut sources = Sources::default();
        let id = sources.add("v.yaml", "a: 1\nü: ä x\n", SourceKind::File);
        let at = sources.get(id).text.find('x').unwrap();
        assert_eq!(
            sources.get(id).position(at),
            Position { line: 2, column: 6 }
        );
    }

    #[test]
    fn positions_in_a_long_text_count_from_its_start() {
        let mut sources = Sources::default();
        let text = format!("{}{}", "ä: 1\n".repeat(3000), "ü".repeat(9000));
        let id = sources.add("v.yaml", text.as_str(), SourceKind::File);
        let source = sources.get(id);
        let (line, column) = (3001, 9001);
        assert_eq!(source.position(text.len()), Position { line, column });
        let column = 2;
        assert_eq!(
            source.position(6 * 2999 + 2),
            Position { line: 3000, column }
        );
    }

    #[test]
    fn an_offset_beyond_the_text_is_its_end() {
        let mut sources = Sources::default();
        let id = sources.add("v.yaml", "a\n", SourceKind::File);
        assert_eq!(
            sources.get(id).position(99),
            Position { line: 2, column: 1 }
        );
    }
}
