//! A field of audit events that is compared with `<NA>`.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A field of audit events that is compared with `<NA>`.
pub const CODE: Code = Code {
    name: "rule-unsafe-na",
    severity: Severity::Warning,
    page: include_str!("rule_unsafe_na.md"),
};

/// The fact, at its place.
#[must_use]
pub fn at(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message)
        .at(at)
        .falco("LOAD_UNSAFE_NA_CHECK")
}
