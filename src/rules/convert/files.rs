//! Values as rules files.

use std::sync::Arc;

use crate::checks::names;
use crate::checks::rules::rule_file_ignored;
use crate::checks::values::no_custom_rules;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rules::custom::{RulesCheck, is_loaded};
use crate::source::Span;
use crate::yaml::{Entry, Node};

/// A rules file among values.
#[derive(Clone, Debug)]
pub struct RulesText {
    /// Its name, which no path can be made of.
    pub name: Arc<str>,
    /// What is in it.
    pub text: Arc<str>,
    /// Where its name is written.
    pub key: Option<Span>,
}

/// The files in `customRules`, by name. A name that is none for a file in a `ConfigMap`, such as one that leads out of a
/// folder, goes into `diagnostics`, and so does that there are no files, unless what is said already explains it.
pub fn of_values(values: &Node, diagnostics: &mut Diagnostics) -> Vec<RulesText> {
    let entries = values.get("customRules").and_then(Node::as_map);
    let mut files: Vec<RulesText> = (entries.into_iter().flatten())
        .filter_map(|(name, entry)| file(name, entry))
        .collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    names::configmap_keys(
        files.iter().map(|file| (&*file.name, file.key)),
        diagnostics,
    );
    if files.is_empty() && !diagnostics.has_errors() {
        diagnostics.push(no_custom_rules::missing(values));
    }
    files
}

/// An entry as a file; null stands for none.
fn file(name: &Arc<str>, entry: &Entry) -> Option<RulesText> {
    let text = entry.value.as_text()?.into();
    Some(RulesText {
        name: Arc::clone(name),
        text,
        key: entry.key.span(),
    })
}

/// What is said of files that Falco does not load for their names; an old one loads them all.
pub fn ignored(files: &[RulesText], kind: RulesCheck) -> impl Iterator<Item = Diagnostic> {
    let is_ignored = move |file: &&RulesText| kind == RulesCheck::Whole && !is_loaded(&file.name);
    let ignored = files.iter().filter(is_ignored);
    ignored.filter_map(|file| Some(rule_file_ignored::ignored(file.key?, &file.name)))
}
