//! A change of a rule, macro or list that is not defined before.

use crate::diagnostic::Item;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A change of a rule, macro or list that is not defined before.
pub const CODE: Code = Code {
    name: "rule-no-such-item",
    severity: Severity::Error,
    page: include_str!("rule_no_such_item.md"),
};

/// An item that changes another one of its name, which there is not. `way` is what it does: `append`, `replace`.
#[must_use]
pub fn nothing_to_change(
    at: Span,
    item: &Item,
    way: &str,
    similar: Option<&str>,
    later: Option<Span>,
) -> Diagnostic {
    let Item { kind, name } = item;
    let kind = kind.name();
    let message = format!("there is no {kind} `{name}` before this one to {way}");
    let said = Diagnostic::new(&CODE, message)
        .at(at)
        .item(item.clone())
        .falco("LOAD_ERR_VALIDATE");
    match (later, similar) {
        (Some(later), _) => said
            .related(later, "it is defined only here")
            .help("put the definition first"),
        (None, Some(similar)) => said.help(format!("did you mean `{similar}`?")),
        (None, None) => said.help(format!(
            "define the {kind} first, or name by `--after` the files that are loaded before"
        )),
    }
}
