//! Why a text is not a condition, and where.

use std::fmt;

use thiserror::Error;

use super::super::{EscapeError, Span};
use super::lex::Lexer;

/// Why a text is not a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// What is wrong.
    pub kind: ParseErrorKind,
    /// The offset at which Falco stands when it gives up.
    pub at: usize,
    span: Span,
    unclosed_quote: bool,
}

impl ParseError {
    /// The error of a lexer that can go no further.
    pub(super) fn new(kind: ParseErrorKind, lexer: &Lexer) -> Self {
        ParseError {
            kind,
            at: lexer.at(),
            span: lexer.next_word(),
            unclosed_quote: lexer.unclosed_quote(),
        }
    }

    /// The error of a quoted text that was read from `start` to where the lexer stands.
    pub(super) fn of_escape(error: EscapeError, start: usize, lexer: &Lexer) -> Self {
        let within = error.span();
        ParseError {
            kind: ParseErrorKind::Escape(error),
            at: lexer.at(),
            span: Span::new(start + within.start as usize, start + within.end as usize),
            unclosed_quote: false,
        }
    }

    /// What to underline: the word that is not expected, or the faulty escape; empty at the end of the text.
    #[must_use]
    pub fn span(self) -> Span {
        self.span
    }

    /// Whether there stands a quote that is never closed. A backslash before a quote keeps it from closing the text,
    /// even if that backslash is itself escaped.
    #[must_use]
    pub fn unclosed_quote(self) -> bool {
        self.unclosed_quote
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.kind)?;
        if self.unclosed_quote {
            write!(formatter, ", and this quote is never closed")?;
        }
        Ok(())
    }
}

impl std::error::Error for ParseError {}

/// What is wrong with a condition. There is one kind for each message of Falco's parser (libs at
/// c6e5648, `filter/parser.cpp`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseErrorKind {
    /// The text is empty.
    #[error("the condition is empty")]
    Empty,
    /// The depth that was allowed is used up.
    #[error("parentheses or transformers are nested too deeply")]
    TooDeep,
    /// The condition is complete and something follows.
    #[error("`and`, `or` or the end of the condition is expected")]
    Unexpected,
    /// There is no field or transformer where one must be.
    #[error("a field or a transformer is expected")]
    NoTerm,
    /// Something is glued to `and`.
    #[error("a blank or an opening parenthesis is expected behind `and`")]
    NothingBehindAnd,
    /// Something is glued to `or`.
    #[error("a blank or an opening parenthesis is expected behind `or`")]
    NothingBehindOr,
    /// A parenthesis around conditions or values is not closed.
    #[error("a closing parenthesis is expected")]
    NoClosingParenthesis,
    /// What stands there is no condition.
    #[error("a comparison, the name of a macro or an opening parenthesis is expected")]
    NoCheck,
    /// What stands in the brackets behind a field is no argument.
    #[error("an argument is expected within the brackets")]
    NoArgument,
    /// The brackets behind a field are not closed.
    #[error("a closing bracket is expected")]
    NoClosingBracket,
    /// A field is compared with nothing that is known.
    #[error("an operator is expected")]
    NoOperator,
    /// What follows is no number.
    #[error("a number or a transformer is expected")]
    NoNumber,
    /// What follows is no text.
    #[error("a text or a transformer is expected")]
    NoText,
    /// What follows in a list is no text.
    #[error("a text is expected in the list")]
    NoListItem,
    /// What follows a modifier such as `oneof` is no list.
    #[error("a list or its name is expected")]
    NoList,
    /// What follows an operator on lists is no list.
    #[error("a list, its name or a transformer is expected")]
    NoListOrTransformer,
    /// There is no field within `val(…)`.
    #[error("a field is expected within `val`")]
    NoFieldInVal,
    /// A transformer gets what it cannot take.
    #[error("a field, a transformer, a quoted text, a number or a list is expected")]
    NoTransformerArgument,
    /// A transformer is not closed.
    #[error("a closing parenthesis is expected behind the arguments of the transformer")]
    NoClosingTransformer,
    /// A list among the arguments of a transformer has what cannot be in it.
    #[error("a field, a transformer, a quoted text or a number is expected in the list")]
    NoTransformerListItem,
    /// A list among the arguments of a transformer is not closed.
    #[error("a closing parenthesis is expected behind the list")]
    NoClosingTransformerList,
    /// A backslash means nothing.
    #[error(transparent)]
    Escape(EscapeError),
}
