//! A plugin that is required in a version that is none, or twice.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A plugin that is required in a version that is none, or twice.
pub const CODE: Code = Code {
    name: "rule-plugin-version",
    severity: Severity::Error,
    page: include_str!("rule_plugin_version.md"),
};

const FALCO: &str = "LOAD_ERR_VALIDATE";

/// A version that is none.
#[must_use]
pub fn no_version(at: Span, plugin: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("plugin `{plugin}` is required in a version that is none"),
    )
    .at(at)
    .falco(FALCO)
    .help("write three numbers, such as `0.11.0`")
}

/// A plugin that is an alternative to itself.
#[must_use]
pub fn twice(at: Span, plugin: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("plugin `{plugin}` is an alternative to itself"),
    )
    .at(at)
    .falco(FALCO)
    .help("name each plugin once among the alternatives")
}
