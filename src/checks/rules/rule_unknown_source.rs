//! A rule for events of a source that is not there.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A rule for events of a source that is not there.
pub const CODE: Code = Code {
    name: "rule-unknown-source",
    severity: Severity::Warning,
    page: include_str!("rule_unknown_source.md"),
};

/// A rule that is left out, since no loaded plugin has its source.
#[must_use]
pub fn skipped(at: Span, source: &str, similar: Option<&str>) -> Diagnostic {
    let said = Diagnostic::new(&CODE, format!("there is no source of events `{source}`"))
        .at(at)
        .label("the rule is left out")
        .falco("LOAD_UNKNOWN_SOURCE");
    match similar {
        Some(similar) => said.help(format!("did you mean `{similar}`?")),
        None => said
            .help("if a plugin of your Falco has it, name the plugin's fields by `--fields FILE`"),
    }
}
