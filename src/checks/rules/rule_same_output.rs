//! Two rules of a file that say the same.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::{View, repeated, words};
use crate::rules::item::Rule;

/// Two rules of a file that say the same.
pub const CODE: Code = Code {
    name: "rule-same-output",
    severity: Severity::Warning,
    page: include_str!("rule_same_output.md"),
};

/// Reports outputs that an earlier rule of the file has, too. Those that name no field are reported for that.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    let rules = view
        .rules()
        .filter(|rule| rule.output.as_str().contains('%'));
    for (rule, earlier) in repeated(rules, |rule| {
        (rule.definition.at.source, words(rule.output.as_str()))
    }) {
        let said = same(view, rule, earlier);
        diagnostics.extend(said.map(|said| said.item(rule.definition.item(ItemKind::Rule))));
    }
}

fn same(view: &View, rule: &Rule, earlier: &Rule) -> Option<Diagnostic> {
    let message = format!(
        "the output is that of the rule `{}`",
        earlier.definition.name
    );
    let said = Diagnostic::new(&CODE, message)
        .at(view.whole_place(&rule.output)?)
        .related(view.whole_place(&earlier.output), "the same")
        .help("say in each what has happened, so that their alerts can be told apart");
    Some(said)
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said;

    #[test]
    fn two_rules_that_say_the_same_are_mentioned() {
        let rule = |name: &str, event: &str| {
            format!(
                "- rule: {name}\n  desc: d\n  condition: evt.type = {event}\n  output: at %evt.time\n  priority: info\n"
            )
        };
        let text = rule("a", "kill") + &rule("b", "close");
        assert_eq!(
            said(&text),
            ["warning[rule-same-output] 9:11 the output is that of the rule `a`"]
        );
    }
}
