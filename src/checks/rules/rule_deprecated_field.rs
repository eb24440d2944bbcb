//! A field that is there, but says nothing any more.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A field that is there, but says nothing any more.
pub const CODE: Code = Code {
    name: "rule-deprecated-field",
    severity: Severity::Warning,
    page: include_str!("rule_deprecated_field.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message)
        .at(at)
        .falco("LOAD_DEPRECATED_ITEM")
}
