//! A transformer that does not fit what it is applied to.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A transformer that does not fit what it is applied to.
pub const CODE: Code = Code {
    name: "rule-transformer",
    severity: Severity::Error,
    page: include_str!("rule_transformer.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message).at(at)
}
