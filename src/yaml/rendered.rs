//! Texts that the program's own templates make, with slots in the place of values.

use thiserror::Error;

use super::tree::Documents;
use super::{Limits, Node, Problem};
use crate::source::{SourceId, Span};

/// A rendered text that is not the YAML that it should be.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{problem}")]
pub struct RenderedError {
    /// Where in the rendered text.
    pub span: Span,
    /// What is wrong.
    #[source]
    pub problem: Problem,
}

/// The shape of a text that a template made: its documents with the slots left in as texts, so that every node of it,
/// slots too, has its place in the text. Nothing if the text is broken.
#[must_use]
pub fn read_shape(text: &str, source: SourceId) -> Vec<Node> {
    documents(text, source, None).unwrap_or_default()
}

/// Reads the documents of a text that a template made; empty ones are left out. Each slot becomes the node of its
/// index in `slots`, which keeps its origin.
///
/// # Errors
///
/// The first thing that is wrong with the text: broken syntax, a duplicate key, a slot within a longer scalar or
/// without a node, and whatever else [`Problem`] lists.
pub fn read_rendered(
    text: &str,
    source: SourceId,
    slots: &[Node],
) -> Result<Vec<Node>, RenderedError> {
    documents(text, source, Some(slots))
}

fn documents(
    text: &str,
    source: SourceId,
    slots: Option<&[Node]>,
) -> Result<Vec<Node>, RenderedError> {
    let limits = Limits {
        size: usize::MAX,
        nodes: usize::MAX,
        ..Limits::default()
    };
    let mut documents = Documents::new(text, source, &limits, slots);
    let mut nodes = Vec::new();
    while let Ok(Some(node)) = documents.next() {
        let empty = node.is_null()
            && node
                .origin
                .span()
                .is_some_and(|span| span.start == span.end);
        if !empty {
            nodes.push(node);
        }
    }
    match documents.problems.into_iter().next() {
        None => Ok(nodes),
        Some((span, problem)) => Err(RenderedError { span, problem }),
    }
}
