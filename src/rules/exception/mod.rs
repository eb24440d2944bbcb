//! Exceptions of rules: whether each fits together, and the part of the condition that it makes.

mod check;
mod condition;

pub use check::check;
pub use condition::with_exceptions;

use super::item::Entry;
use crate::condition::{Modifier, Operator};

/// The comparison that an entry names, without blanks around it.
pub(super) fn comparison_of(entry: &Entry) -> &str {
    entry.text().trim_matches([' ', '\t', '\r', '\n'])
}

/// Whether a text is an operator.
pub(super) fn is_operator(text: &str) -> bool {
    Operator::ALL.iter().any(|(_, word)| *word == text)
}

/// Whether a text is an operator on texts with a modifier behind one blank (Falco 0.44, `rule_loader_cmpop.h`).
pub(super) fn has_modifier(text: &str) -> bool {
    let Some((operator, modifier)) = text.split_once(' ') else {
        return false;
    };
    let operator = Operator::ALL.iter().find(|(_, word)| *word == operator);
    operator.is_some_and(|(operator, _)| takes_modifier(*operator))
        && Modifier::ALL.iter().any(|(_, word)| *word == modifier)
}

/// Whether an operator takes a modifier: all on texts do.
pub(super) fn takes_modifier(operator: Operator) -> bool {
    use Operator::{
        BContains, BStartsWith, Contains, DoubleEqual, EndsWith, Equal, Glob, IContains, IGlob,
        NotEqual, Regex, StartsWith,
    };
    matches!(
        operator,
        Equal
            | DoubleEqual
            | NotEqual
            | Contains
            | IContains
            | BContains
            | StartsWith
            | BStartsWith
            | EndsWith
            | Glob
            | IGlob
            | Regex
    )
}

/// Whether an operator takes a list.
pub(super) fn takes_list(comparison: &str) -> bool {
    matches!(comparison, "in" | "intersects" | "pmatch") || has_modifier(comparison)
}

/// Whether Falco puts a text in quotes where it joins it into a condition.
#[must_use]
pub fn needs_quotes(text: &str) -> bool {
    text.contains(' ') && !text.starts_with(['"', '\''])
}
