//! An `override` that names no key.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// An `override` that names no key.
pub const CODE: Code = Code {
    name: "rule-override-of-nothing",
    severity: Severity::Warning,
    page: include_str!("rule_override_of_nothing.md"),
};

/// An `override` that is empty, null or a text: Falco takes the item as if it were not there (Falco 0.44,
/// `rule_loader_reader.cpp`).
#[must_use]
pub fn empty(at: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "`override` names no key")
        .at(at)
        .label("Falco reads the item as if it were not there")
        .help("name below it each key with `append` or `replace`, or take it out")
}
