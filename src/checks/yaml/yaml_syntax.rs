//! A text that is not YAML.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A text that is not YAML.
pub const CODE: Code = Code {
    name: "yaml-syntax",
    severity: Severity::Error,
    page: include_str!("yaml_syntax.md"),
};

/// The syntax is broken at `span` in the way that `message` says.
#[must_use]
pub fn broken(span: Span, message: String, help: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&CODE, message).at(span);
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}
