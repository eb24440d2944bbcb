//! What is wrong with a template, and where.

use std::ops::Range;

/// Why a template cannot be evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The fact, in words that quote no value of the data; what `fail` and `required` say is the user's own.
    pub message: String,
    /// The remedy, if there is one to name.
    pub help: Option<String>,
    /// The bytes of the template's text that it is about.
    pub range: Range<usize>,
}

impl Failure {
    /// A failure without a remedy to name.
    pub(super) fn new(message: impl Into<String>, range: &Range<usize>) -> Failure {
        Failure {
            message: message.into(),
            help: None,
            range: range.clone(),
        }
    }
}
