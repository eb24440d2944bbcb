//! A rules file that client-side `kubectl apply` cannot carry.

use super::rule_file_too_large::divided;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A rules file that client-side `kubectl apply` cannot carry.
pub const CODE: Code = Code {
    name: "rule-file-large",
    severity: Severity::Warning,
    page: include_str!("rule_file_large.md"),
};

/// The rules file of that name has a `ConfigMap` to itself, which is still too large for an annotation. It could be divided
/// before these lines.
#[must_use]
pub fn large(name: &str, at: Option<Span>, lines: &[usize]) -> Diagnostic {
    let message =
        format!("`kubectl apply` may take the rules file `{name}` only with `--server-side`");
    let help = format!(
        "apply with `kubectl apply --server-side`, or {}",
        divided(name, lines)
    );
    Diagnostic::new(&CODE, message).at(at).help(help)
}
