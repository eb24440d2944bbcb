//! What is wrong with a template, and where.

use std::ops::Range;

use super::functions::is_function;

/// Why a template cannot be evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The fact, in words that quote no value of the data; what `fail` and `required` say is quoted if it is written in the text.
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

/// A message about a text that is computed, without the name in backquotes that it may hold; names of functions are no
/// secret. A message with more than one name becomes `otherwise`, since a name may hold backquotes itself.
pub(super) fn without_names(message: &str, otherwise: &str) -> String {
    let parts: Vec<&str> = message.split('`').collect();
    match parts.as_slice() {
        [_] => message.to_owned(),
        [_, name, _] if is_function(name) => message.to_owned(),
        [before, _, after] => format!("{before}a computed name{after}"),
        _ => otherwise.to_owned(),
    }
}
