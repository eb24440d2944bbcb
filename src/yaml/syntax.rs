//! Broken syntax in words that say what to do, at the place where it broke.

use std::fmt;
use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use super::{Limits, Problem};

/// What is wrong with the syntax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The fact.
    pub message: String,
    /// The remedy, where there is a common one.
    pub help: Option<&'static str>,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Where the parser's error lies and what it means to a person.
pub(super) fn explain(text: &str, error: &ScanError, limits: &Limits) -> (Range<usize>, Problem) {
    let at = error
        .marker()
        .byte_offset()
        .unwrap_or(text.len())
        .min(text.len());
    let problem = match error.kind() {
        ErrorKind::RecursionLimitExceeded => Problem::TooDeep(limits.depth),
        _ => Problem::Syntax(SyntaxError {
            message: error.info(),
            help: None,
        }),
    };
    (at..at, problem)
}

/// Where the header of a block scalar begins whose content begins at `content`; `from` is the end of what precedes it.
pub(super) fn block_header(text: &str, from: usize, content: usize) -> usize {
    let mut at = from;
    while at < content {
        let rest = &text[at..content];
        let word = at + (rest.len() - rest.trim_start().len());
        let rest = &text[word..content];
        match rest.bytes().next() {
            None => break,
            Some(b'|' | b'>') => return word,
            Some(b'#') => at = word + rest.find('\n').unwrap_or(rest.len()),
            Some(_) => at = word + rest.find(char::is_whitespace).unwrap_or(rest.len()),
        }
    }
    content
}
