//! An exception that is appended and has no values.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// An exception that is appended and has no values.
pub const CODE: Code = Code {
    name: "rule-exception-without-values",
    severity: Severity::Warning,
    page: include_str!("rule_exception_without_values.md"),
};

/// An exception without values where only values can be added.
#[must_use]
pub fn nothing_to_append(at: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("the exception `{name}` is appended without `values`"),
    )
    .at(at)
    .label("this changes nothing")
    .falco("LOAD_APPEND_NO_VALUES")
    .help("give it `values`, or take it out")
}
