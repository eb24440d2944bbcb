//! An item that a list has twice, or a value that an exception has twice.

use std::collections::hash_map::Entry::{Occupied, Vacant};

use foldhash::HashMap;

use crate::condition::Right;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::{Comparison, MOST_SAID, View};
use crate::rules::item::{Entry, List, Rule};
use crate::source::Span;

/// An item that a list has twice, or a value that an exception has twice.
pub const CODE: Code = Code {
    name: "rule-repeated-item",
    severity: Severity::Warning,
    page: include_str!("rule_repeated_item.md"),
};

/// In longer lists, which are mostly put together from others, a repeated item is no sign of a slip.
const MOST_ITEMS: usize = 50;

/// Reports what is repeated in lists, exceptions, and the parentheses of conditions.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    for list in view.lists().filter(|list| list.items.len() <= MOST_ITEMS) {
        let said = of_list(list).into_iter().filter(|said| is_own(view, said));
        diagnostics.extend(said.map(|said| said.item(list.definition.item(ItemKind::List))));
    }
    for rule in view.rules() {
        let said = of_exceptions(rule)
            .into_iter()
            .filter(|said| is_own(view, said));
        diagnostics.extend(said.map(|said| said.item(rule.definition.item(ItemKind::Rule))));
    }
    view.each_comparison(diagnostics, of_condition);
}

fn is_own(view: &View, said: &Diagnostic) -> bool {
    said.primary
        .as_ref()
        .is_some_and(|label| view.is_own_place(label.span))
}

fn of_list(list: &List) -> Vec<Diagnostic> {
    let mut seen = HashMap::default();
    let items = list.items.iter();
    let again = items.filter_map(|item| again(&mut seen, &*item.text, item.at.span));
    again
        .map(|(first, at)| repeated(at, "the list has this item twice", first))
        .collect()
}

fn of_exceptions(rule: &Rule) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    for exception in &rule.exceptions {
        let mut seen = HashMap::default();
        for value in &exception.values {
            if let Some((first, at)) = again(&mut seen, parts(value), value.span()) {
                said.push(repeated(at, "the exception has this value twice", first));
            }
        }
    }
    said
}

/// What a value of an exception says: its texts, with the numbers of the lists that hold them.
fn parts(value: &Entry) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    for (at, part) in value.items().iter().enumerate() {
        parts.push((at, part.text()));
        parts.extend(part.items().iter().map(|item| (at, item.text())));
    }
    parts.push((usize::MAX, value.text()));
    parts
}

fn of_condition(comparison: Comparison) -> Vec<Diagnostic> {
    let Right::List(literals, _) = &comparison.check.right else {
        return Vec::new();
    };
    let mut seen = HashMap::default();
    let mut said = Vec::new();
    for literal in literals {
        match seen.entry(comparison.value(*literal)) {
            Vacant(vacant) => {
                vacant.insert(literal.span);
            }
            Occupied(_) if said.len() == MOST_SAID => break,
            Occupied(first) => {
                let first = *first.get();
                if let Some((first, at)) = written_together(comparison, first, literal.span) {
                    said.push(repeated(at, "the parentheses have this text twice", first));
                }
            }
        }
    }
    said
}

/// The places of two parts of a comparison, if both are written in one go: what the names of lists stand for is not.
fn written_together(
    comparison: Comparison,
    first: crate::condition::Span,
    second: crate::condition::Span,
) -> Option<(Span, Span)> {
    let both = crate::condition::Span {
        start: first.start,
        end: second.end,
    };
    let places = (comparison.place(first)?, comparison.place(second)?);
    (comparison.place(both)?.end == places.1.end).then_some(places)
}

/// The first place of what is seen again, and this one.
fn again<K: Eq + std::hash::Hash>(
    seen: &mut HashMap<K, Span>,
    what: K,
    at: Span,
) -> Option<(Span, Span)> {
    match seen.entry(what) {
        Occupied(first) => Some((*first.get(), at)),
        Vacant(vacant) => {
            vacant.insert(at);
            None
        }
    }
}

fn repeated(at: Span, fact: &str, first: Span) -> Diagnostic {
    Diagnostic::new(&CODE, fact)
        .at(at)
        .related(first, "first here")
        .help("take one of them out; perhaps another one is missing")
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::{said, said_of_condition};

    #[test]
    fn an_item_that_a_list_has_twice_is_mentioned() {
        let said = said("- list: a\n  items: [sh, bash, sh]\n");
        assert!(
            said.contains(&"warning[rule-repeated-item] 2:21 the list has this item twice".into()),
            "{said:?}"
        );
    }

    #[test]
    fn a_text_that_stands_twice_in_parentheses_is_mentioned() {
        let said = said_of_condition("evt.type in (open, openat, open)");
        assert_eq!(
            said,
            ["warning[rule-repeated-item] 3:41 the parentheses have this text twice"]
        );
        assert!(said_of_condition("evt.type in (open, openat)").is_empty());
    }
}
