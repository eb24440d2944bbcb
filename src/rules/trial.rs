//! Rules that a test loads, and what is said of them.

use super::{Environment, RulesFile, check};
use crate::diagnostic::Diagnostics;
use crate::source::{SourceKind, Sources};

/// All that is said of a rules file, in the order of its places, such as `warning[rule-unused-list] 1:9 …`.
#[must_use]
pub fn said(text: &str) -> Vec<String> {
    said_of_files(&[text])
}

/// All that is said of rules files that are loaded one after the other.
#[must_use]
pub fn said_of_files(texts: &[&str]) -> Vec<String> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = |text: &&str| RulesFile {
        source: sources.add("rules.yaml", *text, SourceKind::File),
        is_background: false,
    };
    let files: Vec<RulesFile> = texts.iter().map(file).collect();
    check(&files, &Environment::falco(), &sources, &mut diagnostics);
    let said = diagnostics.sorted().into_iter().map(|said| {
        let place = said
            .primary
            .as_ref()
            .map(|label| sources.position(label.span));
        let place = place.map_or_else(String::new, |at| format!("{}:{}", at.line, at.column));
        format!(
            "{}[{}] {place} {}",
            said.severity.name(),
            said.code.name,
            said.message
        )
    });
    said.collect()
}

/// What is said of a rule with these keys from its third line on.
#[must_use]
pub fn said_of_rule(keys: &str) -> Vec<String> {
    said(&format!(
        "- rule: r\n  desc: d\n  {keys}\n  priority: info\n"
    ))
}

/// What is said of a rule with that condition, which begins at the 14th column of the third line.
#[must_use]
pub fn said_of_condition(condition: &str) -> Vec<String> {
    said_of_rule(&format!("condition: {condition}\n  output: '%evt.num'"))
}
