//! A list that nothing uses.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A list that nothing uses.
pub const CODE: Code = Code {
    name: "rule-unused-list",
    severity: Severity::Warning,
    page: include_str!("rule_unused_list.md"),
};

/// A list that no condition and no other list uses.
#[must_use]
pub fn unused(at: Span, name: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("nothing uses the list `{name}`"))
        .at(at)
        .falco("LOAD_UNUSED_LIST")
        .help("take it out, or use it")
}
