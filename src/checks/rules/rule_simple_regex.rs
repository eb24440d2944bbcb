//! A regular expression that a simpler operator could replace.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A regular expression that a simpler operator could replace.
pub const CODE: Code = Code {
    name: "rule-simple-regex",
    severity: Severity::Warning,
    page: include_str!("rule_simple_regex.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message)
        .at(at)
        .falco("LOAD_COMPILE_CONDITION")
}
