//! A priority that Falco does not know.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A priority that Falco does not know.
pub const CODE: Code = Code {
    name: "rule-priority",
    severity: Severity::Error,
    page: include_str!("rule_priority.md"),
};

/// A rule whose priority is none of Falco's.
#[must_use]
pub fn unknown(at: Span, similar: Option<&str>) -> Diagnostic {
    const ALL: &str =
        "emergency, alert, critical, error, warning, notice, informational (or info), debug";
    let help = similar.map_or_else(
        || format!("use one of {ALL}"),
        |similar| format!("did you mean `{similar}`? The priorities are {ALL}"),
    );
    Diagnostic::new(&CODE, "Falco does not know this priority")
        .at(at)
        .falco("LOAD_ERR_YAML_VALIDATE")
        .help(help)
}
