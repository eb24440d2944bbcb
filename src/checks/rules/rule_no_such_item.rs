//! A change of a rule, macro or list that is not defined before.

use super::rule_undefined_macro::{but_in, let_load};
use crate::diagnostic::Item;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A change of a rule, macro or list that is not defined before.
pub const CODE: Code = Code {
    name: "rule-no-such-item",
    severity: Severity::Error,
    page: include_str!("rule_no_such_item.md"),
};

/// An item that changes another one of its name, which there is not. `way` is what it does: `append`, `replace`. `file` is one of
/// the rules that Falco maintains which has it, and is not loaded.
#[must_use]
pub fn nothing_to_change(
    at: Span,
    item: &Item,
    way: &str,
    similar: Option<&str>,
    later: Option<Span>,
    file: Option<&str>,
) -> Diagnostic {
    let Item { kind, name } = item;
    let kind = kind.name();
    let message = format!(
        "there is no {kind} `{name}` before this one to {way}{}",
        but_in(file)
    );
    let said = Diagnostic::new(&CODE, message)
        .at(at)
        .item(item.clone())
        .falco("LOAD_ERR_VALIDATE");
    match (later, file, similar) {
        (Some(later), ..) => said
            .related(later, "it is defined only here")
            .help("put the definition first"),
        (None, Some(file), _) => said.help(let_load(file)),
        (None, None, Some(similar)) => said.help(format!("did you mean `{similar}`?")),
        (None, None, None) => said.help(format!(
            "define the {kind} first, or name by `--after` the files that are loaded before"
        )),
    }
}
