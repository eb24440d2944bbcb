//! A field with an argument that it does not take, or without one that it needs.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A field with an argument that it does not take, or without one that it needs.
pub const CODE: Code = Code {
    name: "rule-field-argument",
    severity: Severity::Error,
    page: include_str!("rule_field_argument.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message).at(at)
}
