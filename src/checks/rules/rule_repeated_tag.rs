//! A tag that a rule has twice.

use foldhash::HashMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::View;
use crate::source::Span;

/// A tag that a rule has twice.
pub const CODE: Code = Code {
    name: "rule-repeated-tag",
    severity: Severity::Warning,
    page: include_str!("rule_repeated_tag.md"),
};

/// Reports tags that a rule has twice.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    for rule in view.rules() {
        let mut seen: HashMap<&str, Span> = HashMap::default();
        for tag in &rule.tags {
            let Some(first) = seen.insert(&tag.text, tag.at.span) else {
                continue;
            };
            if view.is_own_place(tag.at.span) {
                let said =
                    Diagnostic::new(&CODE, format!("the rule has the tag `{}` twice", tag.text))
                        .at(tag.at.span)
                        .related(first, "first here")
                        .help("take one of them out; perhaps another one is meant");
                diagnostics.push(said.item(rule.definition.item(ItemKind::Rule)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_rule;

    #[test]
    fn a_tag_that_a_rule_has_twice_is_mentioned() {
        let said = said_of_rule(
            "condition: evt.type = kill\n  output: '%evt.num'\n  tags: [file, host, file]",
        );
        assert_eq!(
            said,
            ["warning[rule-repeated-tag] 5:22 the rule has the tag `file` twice"]
        );
    }
}
