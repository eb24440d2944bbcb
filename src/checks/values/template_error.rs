//! A Go template in a value that cannot be evaluated.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::gotemplate::Failure;
use crate::source::Span;

/// A Go template in a value that cannot be evaluated.
pub const CODE: Code = Code {
    name: "template-error",
    severity: Severity::Error,
    page: include_str!("template_error.md"),
};

/// The template at `place` fails.
#[must_use]
pub fn failed(failure: Failure, place: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&CODE, failure.message).at(place);
    match failure.help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}
