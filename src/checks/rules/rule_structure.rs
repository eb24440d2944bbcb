//! A rules file, or something in it, does not have the form of rules.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A rules file, or something in it, does not have the form of rules.
pub const CODE: Code = Code {
    name: "rule-structure",
    severity: Severity::Error,
    page: include_str!("rule_structure.md"),
};

const FALCO: &str = "LOAD_ERR_YAML_VALIDATE";

/// A document of a rules file that is no list; perhaps it is a values file.
#[must_use]
pub fn no_list(at: Span, found: &str, is_values: bool) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("a rules file is a list, and this is {found}"),
    )
    .at(at)
    .falco(FALCO)
    .help(if is_values {
        "`falcogen rules check` takes a values file by `-f`"
    } else {
        "begin each rule, macro and list with a dash: `- rule: …`"
    })
}

/// An item of the list that is no map.
#[must_use]
pub fn no_item(at: Span, found: &str) -> Diagnostic {
    let message = format!("an item of a rules file is a map of keys, and this is {found}");
    Diagnostic::new(&CODE, message).at(at).falco(FALCO).help(
        "write `- rule: NAME`, `- macro: NAME` or `- list: NAME`, and the other keys below it",
    )
}

/// A key that must be there and is not. `at` is the place of what lacks it.
#[must_use]
pub fn missing_key(at: Span, of: &str, key: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("{of} has no `{key}`"))
        .at(at)
        .falco(FALCO)
        .help(format!("add `{key}`"))
}

/// A key without a value, or with an empty one.
#[must_use]
pub fn empty(at: Span, key: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{key}` has no value"))
        .at(at)
        .falco(FALCO)
        .help("give it a value, or take the key out")
}

/// A value of another form than the key has.
#[must_use]
pub fn wrong_form(at: Span, key: &str, expected: &str, found: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("`{key}` takes {expected}, and this is {found}"),
    )
    .at(at)
    .falco(FALCO)
}
