//! A macro that nothing uses.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A macro that nothing uses.
pub const CODE: Code = Code {
    name: "rule-unused-macro",
    severity: Severity::Warning,
    page: include_str!("rule_unused_macro.md"),
};

/// A macro that no rule and no other macro uses.
#[must_use]
pub fn unused(at: Span, name: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("nothing uses the macro `{name}`"))
        .at(at)
        .falco("LOAD_UNUSED_MACRO")
        .help("take it out, or use it")
}
