//! A Go template that prints nothing, because there is nothing.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A Go template that prints nothing, because there is nothing.
pub const CODE: Code = Code {
    name: "template-missing-value",
    severity: Severity::Warning,
    page: include_str!("template_missing_value.md"),
};

/// The part of a template at `place` prints nothing; `message` says why.
#[must_use]
pub fn printed(message: String, place: Option<Span>) -> Diagnostic {
    Diagnostic::new(&CODE, message)
        .at(place)
        .label("this prints nothing")
        .help("mend the name, or say what to print instead: `| default \"…\"`")
}
