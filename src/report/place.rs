//! A place as the machine formats give it.

use crate::source::{Sources, Span};

/// A span as lines and columns, both from 1; columns count characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    /// The name of the source.
    pub file: &'a str,
    /// Line of the first character.
    pub line: usize,
    /// Column of the first character.
    pub column: usize,
    /// Line of the last character.
    pub end_line: usize,
    /// Column behind the last character.
    pub end_column: usize,
}

impl<'a> Place<'a> {
    /// Where `span` lies. A span that ends before it starts is taken as empty.
    pub fn of(span: Span, sources: &'a Sources) -> Self {
        let source = sources.get(span.source);
        let start = source.position(span.start as usize);
        let end = source.position(span.end.max(span.start) as usize);
        Place {
            file: &source.name,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

impl std::fmt::Display for Place<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}:{}:{}", self.file, self.line, self.column)
    }
}
