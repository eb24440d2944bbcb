//! A type of events that Falco does not know.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A type of events that Falco does not know.
pub const CODE: Code = Code {
    name: "rule-unknown-event",
    severity: Severity::Error,
    page: include_str!("rule_unknown_event.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message).at(at)
}
