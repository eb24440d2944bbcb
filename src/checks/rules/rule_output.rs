//! An output that Falco cannot fill in.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// An output that Falco cannot fill in.
pub const CODE: Code = Code {
    name: "rule-output",
    severity: Severity::Error,
    page: include_str!("rule_output.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message).at(at)
}
