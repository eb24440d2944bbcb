//! A name of a macro or list that conditions cannot use.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A name of a macro or list that conditions cannot use.
pub const CODE: Code = Code {
    name: "rule-invalid-name",
    severity: Severity::Warning,
    page: include_str!("rule_invalid_name.md"),
};

/// A macro whose name is no word of conditions.
#[must_use]
pub fn of_macro(at: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("no condition can use a macro named `{name}`"),
    )
    .at(at)
    .falco("LOAD_INVALID_MACRO_NAME")
    .help("begin the name with a letter, and use letters, digits and `_`")
}

/// A list whose name is no text of conditions.
#[must_use]
pub fn of_list(at: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("conditions cannot rely on a list named `{name}`"),
    )
    .at(at)
    .falco("LOAD_INVALID_LIST_NAME")
    .help("use no blanks, quotes, parentheses, commas and `=` in the name")
}
