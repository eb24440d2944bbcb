//! A value that a field of this type cannot have.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A value that a field of this type cannot have.
pub const CODE: Code = Code {
    name: "rule-value",
    severity: Severity::Error,
    page: include_str!("rule_value.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message).at(at)
}
