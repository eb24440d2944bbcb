//! A key that an item of this kind does not have.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A key that an item of this kind does not have.
pub const CODE: Code = Code {
    name: "rule-unknown-key",
    severity: Severity::Warning,
    page: include_str!("rule_unknown_key.md"),
};

/// A key that Falco ignores.
#[must_use]
pub fn ignored(at: Span, of: &str, key: &str, similar: Option<&str>) -> Diagnostic {
    let said = Diagnostic::new(&CODE, format!("{of} has no key `{key}`"))
        .at(at)
        .label("Falco ignores it");
    match similar {
        Some(similar) => said.help(format!("did you mean `{similar}`?")),
        None => said.help("take it out"),
    }
}
