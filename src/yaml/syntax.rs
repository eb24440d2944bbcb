//! Broken syntax in words that say what to do, at the place where the mistake is.
//!
//! The parser stops where it cannot go on, which may be far behind the mistake: at the end of the file for a bracket
//! that is never closed, on the next line for a colon without a blank. What is shown here is the mistake.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};
use thiserror::Error;

use super::{Exceeded, Limits, Problem};

/// What is wrong with the syntax.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct SyntaxError {
    /// The fact.
    pub message: String,
    /// The remedy, where there is a common one.
    pub help: Option<&'static str>,
}

const QUOTE: &str = "put the whole value in quotes";
const INDENT: &str = "keys of one map, and dashes of one list, stand in one column: check the indentation of this line and of those above it";
const TEMPLATE: &str = "a value that begins with a template expression needs quotes: `\"{{ … }}\"`";

/// Where the parser's error lies and what it means to a person. `open` is the offset of the innermost bracket or brace
/// that is open there.
pub(super) fn explain(
    text: &str,
    error: &ScanError,
    open: Option<usize>,
    limits: &Limits,
) -> (Range<usize>, Problem) {
    let at = error.marker().byte_offset().unwrap_or(text.len());
    let at = at.min(text.len());
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        return (at..at, Problem::Limit(Exceeded::TooDeep(limits.depth)));
    }
    let (place, message, help) = unclosed(text, error.kind(), at, open)
        .or_else(|| colon(text, error.kind(), at))
        .or_else(|| escape(text, error.kind(), at))
        .or_else(|| tab(text, error.kind(), at))
        .unwrap_or_else(|| other(text, error, at));
    let on_template = line(text, place.start).contains("{{");
    let help = if on_template { Some(TEMPLATE) } else { help };
    (place, Problem::Syntax(SyntaxError { message, help }))
}

/// A place, the fact and the remedy.
type Explanation = (Range<usize>, String, Option<&'static str>);

/// A bracket, brace or quote that is never closed.
fn unclosed(text: &str, kind: &ErrorKind, at: usize, open: Option<usize>) -> Option<Explanation> {
    let start = match kind {
        ErrorKind::UnclosedQuotedScalar => {
            let help = "close the quote; within `'…'` a quote is written `''`, within `\"…\"` it is written `\\\"`";
            return Some((
                first(text, at),
                "the quote is never closed".into(),
                Some(help),
            ));
        }
        ErrorKind::UnclosedFlowCollection { .. } => at,
        ErrorKind::InvalidColonPlacement
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::BlockEntryInFlowCollection
        | ErrorKind::InvalidIndentation
        | ErrorKind::InvalidFlowScalarIndent => {
            open.filter(|open| text[*open..at.max(*open)].contains('\n'))?
        }
        _ => return None,
    };
    let bracket = first(text, start);
    let message = format!("the bracket `{}` is never closed", &text[bracket.clone()]);
    Some((
        bracket,
        message,
        Some("close the bracket, or put the value in quotes if it is a text"),
    ))
}

/// A colon where no key can be.
fn colon(text: &str, kind: &ErrorKind, at: usize) -> Option<Explanation> {
    if *kind != ErrorKind::MappingValueNotAllowed {
        return None;
    }
    let here = &text[line_start(text, at)..at];
    if here.contains(": ") || here.starts_with("- ") && here.contains(':') {
        let message = "a value without quotes holds a colon and a space".into();
        return Some((first(text, at), message, Some(QUOTE)));
    }
    if let Some(colon) = tight_colon(text[..line_start(text, at)].trim_end()) {
        let message = "there is no space behind the colon".into();
        let help = "write a space behind the colon of a key";
        return Some((first(text, colon), message, Some(help)));
    }
    let message = "a key cannot stand here: the value above it goes on".into();
    let key = at - here.trim_start().len()..at;
    Some((key, message, Some(INDENT)))
}

/// The first colon of the last line of `text`, if that line would be a key and its value but for the blank behind it.
fn tight_colon(text: &str) -> Option<usize> {
    let start = line_start(text, text.len());
    let line = &text[start..];
    if line.contains(": ") || line.trim_start().starts_with('#') {
        return None;
    }
    let colon = line.find(':').filter(|colon| colon + 1 < line.len())?;
    Some(start + colon)
}

/// A backslash in double quotes that begins no escape.
fn escape(text: &str, kind: &ErrorKind, at: usize) -> Option<Explanation> {
    let unknown = match kind {
        ErrorKind::UnknownQuotedScalarEscape => true,
        ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::UnpairedLowSurrogate => false,
        _ => return None,
    };
    let help =
        "write `\\\\` for a backslash, or use single quotes, in which it is an ordinary character";
    let place = unknown
        .then(|| unknown_escape(text, at))
        .flatten()
        .unwrap_or_else(|| first(text, at));
    let message = "a backslash in double quotes begins no escape that YAML knows".into();
    Some((place, message, Some(help)))
}

/// The first backslash behind `from` that is followed by what YAML has no escape for.
fn unknown_escape(text: &str, from: usize) -> Option<Range<usize>> {
    let mut chars = text[from..].char_indices();
    while let Some((at, c)) = chars.next() {
        if c != '\\' {
            continue;
        }
        let (_, escaped) = chars.next()?;
        if !"0abt\tnvfre \"/\\N_LPxuU\r\n".contains(escaped) {
            return Some(from + at..from + at + 1 + escaped.len_utf8());
        }
    }
    None
}

/// A tab where only blanks indent.
fn tab(text: &str, kind: &ErrorKind, at: usize) -> Option<Explanation> {
    let is_tab = matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::InvalidMappingValueWhitespace
            | ErrorKind::InvalidBlockEntryWhitespace
    );
    if !is_tab {
        return None;
    }
    let start = line_start(text, at);
    // A plain scalar that goes on with a tab is reported where it begins, lines before the tab.
    let place = line(text, at)
        .find('\t')
        .map(|tab| start + tab)
        .or_else(|| text[at..].find('\t').map(|tab| at + tab))
        .unwrap_or(at);
    let message = "a tab is used as indentation".into();
    Some((first(text, place), message, Some("indent with spaces")))
}

/// All other mistakes, shown where the parser stopped.
fn other(text: &str, error: &ScanError, at: usize) -> Explanation {
    let (message, help) = match error.kind() {
        ErrorKind::UnexpectedCharacter { character: '`' } => {
            ("a value cannot begin with a backquote".into(), QUOTE)
        }
        ErrorKind::UnexpectedCharacter { character } => {
            (format!("a value cannot begin with `{character}`"), QUOTE)
        }
        ErrorKind::ExpectedBlockMappingKey if is_entry(text, at) => (
            "the indentation of this line fits none above it".into(),
            INDENT,
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::ExpectedBlockMappingKey => (
            "a key with a colon is expected here".into(),
            "write `key: value`; if this belongs to the value above, quote that or indent this deeper",
        ),
        ErrorKind::ExpectedDocumentStart | ErrorKind::InvalidIndentation => (
            "the text goes on where nothing more can follow".into(),
            INDENT,
        ),
        ErrorKind::ExpectedBlockSequenceEntry => {
            ("a list item with a dash is expected here".into(), INDENT)
        }
        ErrorKind::BlockSequenceEntryNotAllowed => (
            "a list cannot begin here".into(),
            "begin the list on a line of its own, or quote the value if it is a text",
        ),
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => (
            "text follows a closing quote".into(),
            "put the whole value in quotes of the other kind, or look for a quote above that is not closed",
        ),
        ErrorKind::MissingAnchorOrAliasName => (
            "`&` or `*` without a name behind it begins a value".into(),
            QUOTE,
        ),
        ErrorKind::CommentNotSeparated => (
            "there is no space before the `#` of a comment".into(),
            "write a space before it, or put the value in quotes if the `#` belongs to it",
        ),
        ErrorKind::CommentInterceptedScalar => (
            "a comment stands within a text of several lines".into(),
            "move the comment, or put the text in quotes",
        ),
        ErrorKind::InvalidBlockScalarHeader => (
            "more than an indentation, `+` or `-` follows `|` or `>`".into(),
            "begin the text on the next line, or put the value in quotes",
        ),
        ErrorKind::MisplacedFlowCollectionEnd => (
            "a bracket is closed that was never opened".into(),
            "remove it, or put the value in quotes if it is a text",
        ),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => (
            format!("`{open}` is closed by `{close}`"),
            "close brackets in the order in which they were opened",
        ),
        _ => return (first(text, at), error.info(), None),
    };
    (first(text, at), message, Some(help))
}

/// Whether a line begins at `at` that is a list item or has a key.
fn is_entry(text: &str, at: usize) -> bool {
    let before = text[line_start(text, at)..at].trim_start();
    let entry = text[at..].lines().next().unwrap_or_default();
    before.trim_start_matches("- ").is_empty()
        && (!before.is_empty()
            || entry.starts_with("- ")
            || entry.contains(": ")
            || entry.ends_with(':'))
}

/// The character at an offset, or the nothing at the end of the line.
fn first(text: &str, at: usize) -> Range<usize> {
    let c = text[at..].chars().next();
    at..at
        + c.filter(|c| !matches!(c, '\r' | '\n'))
            .map_or(0, char::len_utf8)
}

/// The offset at which the line of `at` begins.
fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The line of `at`.
fn line(text: &str, at: usize) -> &str {
    let start = line_start(text, at);
    text[start..].lines().next().unwrap_or_default()
}
