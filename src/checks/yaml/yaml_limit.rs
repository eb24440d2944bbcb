//! A YAML text that asks for more than the program gives.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::yaml::Exceeded;

/// A YAML text that asks for more than the program gives.
pub const CODE: Code = Code {
    name: "yaml-limit",
    severity: Severity::Error,
    page: include_str!("yaml_limit.md"),
};

/// A limit is passed at `span`.
#[must_use]
pub fn passed(span: Span, exceeded: Exceeded) -> Diagnostic {
    Diagnostic::new(&CODE, exceeded.to_string())
        .at(span)
        .help("no values file needs that much; look for a mistake in what made this one")
}
