//! A plugin that the rules require and that is not there.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A plugin that the rules require and that is not there.
pub const CODE: Code = Code {
    name: "rule-plugin-missing",
    severity: Severity::Error,
    page: include_str!("rule_plugin_missing.md"),
};

/// None of the alternatives is there.
#[must_use]
pub fn missing(at: Span, alternatives: &[String]) -> Diagnostic {
    let names = alternatives.join(" or ");
    let message = format!("the rules require plugin {names}, which is not known to be there");
    Diagnostic::new(&CODE, message)
        .at(at)
        .label("Falco does not start without it")
        .help("if Falco loads it, say so by `--plugin NAME:VERSION`, and name its fields by `--fields FILE`")
}

/// The plugin is there in another version.
#[must_use]
pub fn too_old(at: Span, plugin: &str, required: &str, present: &str) -> Diagnostic {
    let message = format!(
        "the rules require plugin `{plugin}` {required}, and it is known to be there as {present}"
    );
    Diagnostic::new(&CODE, message)
        .at(at)
        .label("Falco does not start with it")
        .help("if Falco loads another version, say so by `--plugin NAME:VERSION`")
}
