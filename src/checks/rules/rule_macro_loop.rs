//! A macro that uses itself.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A macro that uses itself.
pub const CODE: Code = Code {
    name: "rule-macro-loop",
    severity: Severity::Error,
    page: include_str!("rule_macro_loop.md"),
};

/// A macro that uses itself, perhaps by way of others.
#[must_use]
pub fn in_itself(at: Span, name: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("the macro `{name}` uses itself"))
        .at(at)
        .falco("LOAD_ERR_VALIDATE")
        .help("write out here what it shall say")
}
