//! `set-conflict`: an assignment into something that has no inside of that kind.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::values::set::Selector;
use crate::yaml::Node;

/// An assignment leads into a value that is not a map, or not a list.
pub const CODE: Code = Code {
    name: "set-conflict",
    severity: Severity::Error,
    page: include_str!("conflict.md"),
};

/// The longest name that a message spells out, in characters.
const LONGEST_NAME: usize = 60;

/// The value at the path `holder` is `found`, which has nothing like `wanted` inside. `path` is the whole path of
/// the assignment.
#[must_use]
pub fn diagnostic(
    holder: Option<&str>,
    wanted: Option<&Selector>,
    found: &Node,
    path: Option<Span>,
) -> Diagnostic {
    let holder = holder.map_or_else(|| "the whole".to_owned(), quoted);
    let wanted = match wanted {
        Some(Selector::Key(key)) => format!("key {}", quoted(key)),
        Some(Selector::Index(index)) => format!("item {index}"),
        None => "value".to_owned(),
    };
    let kind = found.describe();
    Diagnostic::new(&CODE, format!("{holder} is {kind} and has no {wanted}"))
        .at(path)
        .related(found.origin.span(), format!("{kind} is set here"))
        .help(format!(
            "set the whole of {holder} in one place, or leave out what makes it {kind}"
        ))
}

fn quoted(name: &str) -> String {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("`{}…`", &name[..end]),
        None => format!("`{name}`"),
    }
}
