//! Something of the rules that Falco maintains, which are not given.

use std::collections::BTreeSet;

use indexmap::IndexSet;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// Something of the rules that Falco maintains, which are not given.
pub const CODE: Code = Code {
    name: "rule-not-given",
    severity: Severity::Warning,
    page: include_str!("rule_not_given.md"),
};

/// So many names are told.
const MOST_NAMES: usize = 6;

/// Macros, lists and rules of these names in these files, the first of which is used or changed at a place. There is at least one.
#[must_use]
pub fn not_given(at: Span, names: &IndexSet<&str>, files: &BTreeSet<&str>) -> Diagnostic {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let (first, more) = quoted.split_at(quoted.len().min(MOST_NAMES));
    let told = match (first, more) {
        ([alone], []) => format!("{alone} is"),
        ([begin @ .., last], []) => format!("{} and {last} are", begin.join(", ")),
        (first, more) => format!("{} and {} more are", first.join(", "), more.len()),
    };
    let files: Vec<&str> = files.iter().copied().collect();
    let message = format!(
        "{told} taken from the rules that Falco maintains ({}), which are not given",
        files.join(", ")
    );
    Diagnostic::new(&CODE, message)
        .at(at)
        .help("name the files that are loaded before by `--after`: what builds on them is then checked in full")
}
