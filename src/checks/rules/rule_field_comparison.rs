//! Two fields that cannot be compared with each other.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// Two fields that cannot be compared with each other.
pub const CODE: Code = Code {
    name: "rule-field-comparison",
    severity: Severity::Error,
    page: include_str!("rule_field_comparison.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message).at(at)
}
