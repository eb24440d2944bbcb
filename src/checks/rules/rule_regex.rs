//! A regular expression that Falco cannot read.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A regular expression that Falco cannot read.
pub const CODE: Code = Code {
    name: "rule-regex",
    severity: Severity::Error,
    page: include_str!("rule_regex.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message).at(at)
}
