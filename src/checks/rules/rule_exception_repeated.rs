//! Two exceptions of one name in the same rule.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// Two exceptions of one name in the same rule.
pub const CODE: Code = Code {
    name: "rule-exception-repeated",
    severity: Severity::Warning,
    page: include_str!("rule_exception_repeated.md"),
};

/// An exception whose name another one of the rule has.
#[must_use]
pub fn again(at: Span, name: &str, first: Span) -> Diagnostic {
    Diagnostic::new(&CODE, format!("the rule has two exceptions `{name}`"))
        .at(at)
        .related(first, "first defined here")
        .falco("LOAD_EXCEPTION_NAME_NOT_UNIQUE")
        .help("give one of them another name, or join their values")
}
