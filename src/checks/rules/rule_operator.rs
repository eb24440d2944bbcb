//! An operator that does not fit the type of the field, or that this engine does not know.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// An operator that does not fit the type of the field, or that this engine does not know.
pub const CODE: Code = Code {
    name: "rule-operator",
    severity: Severity::Error,
    page: include_str!("rule_operator.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message).at(at)
}
