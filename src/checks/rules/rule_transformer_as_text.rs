//! A text that looks like a transformer.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A text that looks like a transformer.
pub const CODE: Code = Code {
    name: "rule-transformer-as-text",
    severity: Severity::Warning,
    page: include_str!("rule_transformer_as_text.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message)
        .at(at)
        .falco("LOAD_COMPILE_CONDITION")
}
