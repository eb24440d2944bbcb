//! A way of writing that Falco will give up.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A way of writing that Falco will give up.
pub const CODE: Code = Code {
    name: "rule-deprecated",
    severity: Severity::Warning,
    page: include_str!("rule_deprecated.md"),
};

const FALCO: &str = "LOAD_DEPRECATED_ITEM";

/// `append: true`.
#[must_use]
pub fn append(at: Span, keys: &str) -> Diagnostic {
    Diagnostic::new(&CODE, "`append` is deprecated")
        .at(at)
        .falco(FALCO)
        .help(format!("write `override` with {keys} in its place"))
}

/// A rule that is nothing but a name and `enabled`.
#[must_use]
pub fn enabled(at: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "`enabled` alone is deprecated")
        .at(at)
        .falco(FALCO)
        .help("add `override` with `enabled: replace`")
}

/// `%container.info` in an output.
#[must_use]
pub fn container_info(at: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "`%container.info` is deprecated, and prints nothing")
        .at(at)
        .falco(FALCO)
        .help("take it out: the container plugin adds its fields to each output")
}
