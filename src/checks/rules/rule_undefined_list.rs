//! A name that seems to be that of a list, and is compared as a text.

use super::rule_undefined_macro::{but_in, let_load};
use crate::condition::{Literal, Right};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Item, ItemKind, Severity};
use crate::rules::advice::{Comparison, View};
use crate::source::Span;

/// A name that seems to be that of a list, and is compared as a text.
pub const CODE: Code = Code {
    name: "rule-undefined-list",
    severity: Severity::Warning,
    page: include_str!("rule_undefined_list.md"),
};

/// What names of lists end in, and hardly any text that is compared.
const ENDINGS: [&str; 22] = [
    "_binaries",
    "_binary",
    "_programs",
    "_processes",
    "_commands",
    "_list",
    "_lists",
    "_images",
    "_directories",
    "_dirs",
    "_namespaces",
    "_repos",
    "_ips",
    "_domains",
    "_ports",
    "_addresses",
    "_networks",
    "_cidrs",
    "_hosts",
    "_users",
    "_syscalls",
    "_events",
];

/// The shortest name by which a text is taken for a misspelled one.
const SHORTEST: usize = 8;

/// Reports names without parentheses where a list belongs, and texts that look like the name of a list.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    view.each_comparison(diagnostics, |comparison| {
        let name = match &comparison.check.right {
            Right::Name(name) => bare(view, comparison, *name),
            _ => None,
        };
        let literals = comparison
            .literals()
            .iter()
            .filter(move |_| matches!(comparison.check.right, Right::List(..)));
        name.into_iter()
            .chain(literals.filter_map(move |literal| within(view, comparison, *literal)))
    });
}

/// A name without parentheses.
fn bare(view: &View, comparison: Comparison, name: crate::condition::Span) -> Option<Diagnostic> {
    // What is no type of events is an error, and one of them is meant as it is.
    if matches!(comparison.field(), Some("evt.type" | "syscall.type")) {
        return None;
    }
    let place = comparison.place(name)?;
    let name = comparison.text(name);
    if is_maintained(view, name) {
        return None;
    }
    let file = file_that_is_not_loaded(view, name);
    let said = undefined(place, name, file);
    Some(match (file, similar_list(view, name)) {
        (Some(file), _) => said.help(let_load(file)),
        (None, Some(similar)) => said.help(format!("did you mean `{similar}`?")),
        (None, None) => said.help(format!(
            "define the list, or write `({name})` if the text is meant"
        )),
    })
}

/// A text in parentheses.
fn within(view: &View, comparison: Comparison, literal: Literal) -> Option<Diagnostic> {
    if !seems_list(view, comparison, literal) {
        return None;
    }
    let text = comparison.text(literal.span);
    let similar = similar_list(view, text);
    let file = file_that_is_not_loaded(view, text);
    let said = undefined(comparison.place(literal.span)?, text, file);
    Some(match (file, similar) {
        (Some(file), _) => said.help(let_load(file)),
        (None, Some(similar)) => said.help(format!("did you mean `{similar}`?")),
        (None, None) => said.help("define the list, name by `--after` the files that define it, or write the text in quotes"),
    })
}

/// Whether a text in parentheses looks like the name of a list.
pub(super) fn seems_list(view: &View, comparison: Comparison, literal: Literal) -> bool {
    let text = comparison.text(literal.span);
    !literal.quoted
        && is_name(text)
        && !is_maintained(view, text)
        && (ENDINGS.iter().any(|ending| text.ends_with(ending))
            || file_that_is_not_loaded(view, text).is_some()
            || similar_list(view, text).is_some())
}

/// The file of the rules that Falco maintains that has a list, and is not loaded.
fn file_that_is_not_loaded(view: &View, name: &str) -> Option<&'static str> {
    let list = Item::new(ItemKind::List, name);
    view.environment.file_that_is_not_loaded(&list)
}

/// Whether it is a list of the rules that may be loaded before.
pub(super) fn is_maintained(view: &View, name: &str) -> bool {
    view.environment
        .may_be_maintained(&Item::new(ItemKind::List, name))
}

fn undefined(at: Span, name: &str, file: Option<&str>) -> Diagnostic {
    Diagnostic::new(&CODE, format!("there is no list `{name}`{}", but_in(file)))
        .at(at)
        .label("compared as this very text")
}

/// Whether a text has the form of most names of lists: words with underscores between them.
fn is_name(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    text.trim_matches('_').contains('_') && text.bytes().all(is_part)
}

/// The list whose name differs from the text by a slip.
fn similar_list<'a>(view: &View<'a>, text: &str) -> Option<&'a str> {
    let names = view.loaded.set.lists.keys().map(AsRef::as_ref);
    let names = names.chain(view.environment.maintained(ItemKind::List));
    let mut near = names.filter(|name| text.len() >= SHORTEST && may_be_alike(text, name));
    near.find(|name| strsim::osa_distance(text, name) <= 2)
}

/// Whether two names begin or end alike, and are about as long: to compare all letters takes longer.
fn may_be_alike(text: &str, name: &str) -> bool {
    let (text, name) = (text.as_bytes(), name.as_bytes());
    text.len().abs_diff(name.len()) <= 2
        && (text.get(..3) == name.get(..3) || text.rchunks(3).next() == name.rchunks(3).next())
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_condition;

    #[test]
    fn a_name_that_is_no_list_is_compared_as_it_is() {
        let said = said_of_condition("evt.type = execve and proc.name in my_shells");
        assert_eq!(
            said,
            ["warning[rule-undefined-list] 3:49 there is no list `my_shells`"]
        );
        assert_eq!(
            said_of_condition("evt.type = execve and proc.name in (shell_binaries)").len(),
            1
        );
    }

    #[test]
    fn ordinary_texts_are_no_lists() {
        assert!(
            said_of_condition(
                "evt.type = execve and proc.name in (sshd, dpkg_tool, 'my_binaries')"
            )
            .is_empty()
        );
        assert!(said_of_condition("evt.type in execve").is_empty());
    }
}
