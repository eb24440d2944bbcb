//! Texts into trees.

use super::parser::Parser;
use super::{Broken, Reason, Yaml};
use crate::source::{SourceId, Span};
use crate::yaml::{Exceeded, Limits};

/// The depth at which Falco gives up: `DepthGuard<500>` in `src/singledocparser.cpp` of yaml-cpp.
const DEPTH: usize = 499;

/// The limits for rules files: those of all texts, and Falco's own for the depth.
#[must_use]
pub fn limits() -> Limits {
    Limits {
        depth: DEPTH,
        ..Limits::default()
    }
}

/// Reads all documents of a rules file that Falco sees: those before the first one that is null.
///
/// # Errors
///
/// The first mistake in the text, or the limit that it passes. `limits.depth` bounds the recursion of whoever walks
/// the tree, aliases included.
pub fn read<'a>(source: SourceId, text: &'a str, limits: &Limits) -> Result<Vec<Yaml<'a>>, Broken> {
    if text.len() > limits.size {
        return Err(Broken {
            span: Span::new(source, 0..0),
            reason: Reason::Limit(Exceeded::TooLarge(limits.size)),
            opened: None,
        });
    }
    let mut parser = Parser::new(source, text, limits);
    let mut documents = Vec::new();
    while let Some(document) = parser.next()? {
        if document.is_null() {
            break;
        }
        documents.push(document);
    }
    Ok(documents)
}
