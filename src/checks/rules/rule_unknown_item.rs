//! An item of a rules file that is neither rule nor macro nor list.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// An item of a rules file that is neither rule nor macro nor list.
pub const CODE: Code = Code {
    name: "rule-unknown-item",
    severity: Severity::Warning,
    page: include_str!("rule_unknown_item.md"),
};

/// An item with none of the keys that would make it something.
#[must_use]
pub fn ignored(at: Span, similar: Option<&str>) -> Diagnostic {
    let said = Diagnostic::new(&CODE, "this item is neither a rule nor a macro nor a list")
        .at(at)
        .label("Falco ignores it")
        .falco("LOAD_UNKNOWN_ITEM");
    match similar {
        Some(similar) => said.help(format!("did you mean `{similar}`?")),
        None => said.help("begin it with `rule`, `macro` or `list`, or take it out"),
    }
}
