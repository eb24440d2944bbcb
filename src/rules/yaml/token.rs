//! What a text is made of, before it is a tree.

use std::ops::Range;

use super::Scalar;

/// A part of the text, or a place that means something.
pub(super) struct Token<'a> {
    pub kind: TokenKind<'a>,
    /// The bytes of it; none for what only its surroundings tell.
    pub range: Range<usize>,
    pub status: Status,
}

/// Whether a token is one: a key is one only if a colon follows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Valid,
    Invalid,
    Unverified,
}

/// The kinds of tokens, as in `src/token.h` of yaml-cpp.
pub(super) enum TokenKind<'a> {
    Directive,
    DocumentStart,
    DocumentEnd,
    ListStart,
    MapStart,
    ListEnd,
    MapEnd,
    Dash,
    FlowListStart,
    FlowMapStart,
    FlowListEnd,
    FlowMapEnd,
    Comma,
    Key,
    Value,
    Anchor,
    Alias,
    /// A tag, and whether it says anything.
    Tag(bool),
    Scalar(Scalar<'a>),
}

impl<'a> Token<'a> {
    /// A token that is one for sure.
    pub fn new(kind: TokenKind<'a>, range: Range<usize>) -> Self {
        Token {
            kind,
            range,
            status: Status::Valid,
        }
    }
}
