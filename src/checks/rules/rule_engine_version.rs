//! Rules that require another version of Falco's rules engine, or none that can be read.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// Rules that require another version of Falco's rules engine, or none that can be read.
pub const CODE: Code = Code {
    name: "rule-engine-version",
    severity: Severity::Error,
    page: include_str!("rule_engine_version.md"),
};

/// A version that is none.
#[must_use]
pub fn no_version(at: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "this is no version of the rules engine")
        .at(at)
        .falco("LOAD_ERR_YAML_VALIDATE")
        .help("write three numbers, such as `0.62.0`, or the middle one alone")
}

/// A version that the engine does not satisfy.
#[must_use]
pub fn not_satisfied(at: Span, required: &str, engine: &str) -> Diagnostic {
    let message =
        format!("the rules require engine version {required}, and they are checked for {engine}");
    Diagnostic::new(&CODE, message)
        .at(at)
        .falco("LOAD_ERR_VALIDATE")
        .help("run a Falco that has it, and name its engine by `--engine-version`")
}
