//! Rules files as values.

use crate::checks::file::values_too_large;
use crate::diagnostic::{Diagnostics, Severity};
use crate::rules::custom::{self, Before, RulesCheck};
use crate::rules::files::NamedFile;
use crate::rules::folders::as_map;
use crate::rules::sizes;
use crate::source::Sources;
use crate::values::file::MAX_BYTES;
use crate::yaml::{self, Node};

/// Values with these files in `customRules`, in their order.
#[must_use]
pub fn of_files(files: &[NamedFile], sources: &Sources) -> Node {
    Node::map([("customRules", as_map(files, sources))])
}

/// Checks values that are made of files as `render` checks what it is given: the names of the files, their sizes, and their
/// rules, after those that are loaded before. Without `before` rules are not looked at.
pub fn check(
    values: &Node,
    before: Option<&Before>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) {
    if let Some(files) = values.get("customRules").and_then(Node::as_map) {
        let mut said = Diagnostics::default();
        sizes::check(files, sources, &mut said);
        // How a large one is applied is of no matter yet.
        diagnostics.extend(said.take(|said| said.severity == Severity::Error));
    }
    let kind = RulesCheck::Whole;
    match before {
        Some(before) => custom::check(values, kind, before, sources, diagnostics),
        None => {
            custom::files(values, kind, sources, diagnostics);
        }
    }
}

/// The text of a values file. One that would be refused for its size goes into `diagnostics`.
pub fn text(values: &Node, diagnostics: &mut Diagnostics) -> String {
    let text = yaml::write(values);
    if text.len() as u64 > MAX_BYTES {
        diagnostics.push(values_too_large::refused());
    }
    text
}
