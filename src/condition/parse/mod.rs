//! Reads conditions exactly as Falco's parser does (libs at c6e5648, `filter/parser.cpp`), oddities included: operators
//! need no blank before them, a backslash keeps a quote open, and a list whose first text cannot be read counts as
//! empty. The parser of Falco 0.44 (libs 0.25.4) is the same but for its limit of depth, which has no effect there.
//!
//! Each method of [`Parser`] is one production of Falco's grammar. A method that counts towards the allowed depth takes
//! the depth of its caller and begins with [`Parser::deeper`].

mod check;
mod error;
mod extent;
mod lex;
mod list;
mod logic;
#[cfg(test)]
mod properties;
mod term;
#[cfg(test)]
mod tests;

pub use error::{ParseError, ParseErrorKind};

use super::{Expression, Literal, Term};
use lex::Lexer;

/// What a production makes of the text.
type Parsed<T> = Result<T, ParseError>;

/// Reads a text that must be one condition. Falco allows conditions a `depth` of 1000 (falco at 0.44.1,
/// `rule_loader_compiler.cpp`): each parenthesis costs five, each transformer within a transformer two.
///
/// # Errors
///
/// The first thing in it that Falco's parser does not accept.
pub fn parse(text: &str, depth: u32) -> Result<Expression, ParseError> {
    let mut parser = Parser::new(text, depth);
    if text.is_empty() {
        return Err(parser.error(ParseErrorKind::Empty));
    }
    let expression = parser.any(0)?;
    if parser.lost > 0 {
        return Err(parser.error(ParseErrorKind::TooDeep));
    }
    if !parser.lexer.is_done() {
        return Err(parser.error(ParseErrorKind::Unexpected));
    }
    Ok(expression)
}

/// Reads one field or transformer at the start of a text, as an output format has it behind a percent sign, and says
/// how many bytes it takes. Falco allows them a `depth` of 100.
///
/// # Errors
///
/// What Falco's parser does not accept in it. What follows does not matter.
pub fn parse_term(text: &str, depth: u32) -> Result<(Term, usize), ParseError> {
    let mut parser = Parser::new(text, depth);
    let term = parser.field_or_transformer(0)?;
    Ok((term, parser.lexer.at()))
}

struct Parser<'a> {
    lexer: Lexer<'a>,
    limit: u32,
    /// How much of the depth is gone for good, see [`Parser::list_head`].
    lost: u32,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, limit: u32) -> Self {
        Parser {
            lexer: Lexer::new(text),
            limit,
            lost: 0,
        }
    }

    fn error(&self, kind: ParseErrorKind) -> ParseError {
        ParseError::new(kind, &self.lexer)
    }

    /// The depth of a production within another, unless that is too deep.
    fn deeper(&self, depth: u32) -> Parsed<u32> {
        let depth = depth.saturating_add(1);
        if depth.saturating_add(self.lost) >= self.limit {
            return Err(self.error(ParseErrorKind::TooDeep));
        }
        Ok(depth)
    }

    fn expect(&mut self, word: &str, otherwise: ParseErrorKind) -> Parsed<()> {
        if self.lexer.take(word) {
            Ok(())
        } else {
            Err(self.error(otherwise))
        }
    }

    fn quoted(&mut self) -> Parsed<Option<Literal>> {
        let start = self.lexer.at();
        self.lexer
            .quoted()
            .map_err(|error| ParseError::of_escape(error, start, &self.lexer))
    }
}
