//! A rules file in values whose name Falco does not take for one.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A rules file in values whose name Falco does not take for one.
pub const CODE: Code = Code {
    name: "rule-file-ignored",
    severity: Severity::Warning,
    page: include_str!("rule_file_ignored.md"),
};

/// A key of `customRules` that ends neither in `.yaml` nor in `.yml`: Falco loads only such files of a folder (Falco
/// 0.44, `configuration.cpp`: `read_rules_file_directory`).
#[must_use]
pub fn ignored(at: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("Falco does not load the rules file `{name}`"),
    )
    .at(at)
    .label("ends neither in `.yaml` nor in `.yml`")
    .help(format!("write `{name}.yaml`"))
}
