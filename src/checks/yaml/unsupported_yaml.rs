//! YAML that has no meaning for Kubernetes.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// YAML that has no meaning for Kubernetes.
pub const CODE: Code = Code {
    name: "unsupported-yaml",
    severity: Severity::Error,
    page: include_str!("unsupported_yaml.md"),
};

/// What stands at `span` cannot be taken, as `message` says.
#[must_use]
pub fn refused(span: Span, message: String, help: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&CODE, message).at(span);
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}
