//! A field that Falco does not know, or not for this source of events.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A field that Falco does not know, or not for this source of events.
pub const CODE: Code = Code {
    name: "rule-unknown-field",
    severity: Severity::Error,
    page: include_str!("rule_unknown_field.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message).at(at)
}
