//! Two rules of the same condition.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::{View, repeated, words};
use crate::rules::item::Rule;

/// Two rules of the same condition.
pub const CODE: Code = Code {
    name: "rule-same-condition",
    severity: Severity::Warning,
    page: include_str!("rule_same_condition.md"),
};

/// Reports conditions that an earlier rule has, too, if both rules are on and neither has exceptions.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    let rules = view
        .rules()
        .filter(|rule| rule.enabled && rule.exceptions.is_empty());
    for (rule, earlier) in repeated(rules, |rule| (&rule.source, words(rule.condition.as_str()))) {
        let said = same(view, rule, earlier);
        diagnostics.extend(said.map(|said| said.item(rule.definition.item(ItemKind::Rule))));
    }
}

fn same(view: &View, rule: &Rule, earlier: &Rule) -> Option<Diagnostic> {
    let message = format!(
        "the condition is that of the rule `{}`",
        earlier.definition.name
    );
    let said = Diagnostic::new(&CODE, message)
        .at(view.whole_place(&rule.condition)?)
        .label("Falco alerts by the first of them alone, unless `rule_matching` is `all`")
        .related(view.whole_place(&earlier.condition), "the same")
        .help("make one of them narrower, or take it out");
    Some(said)
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said;

    #[test]
    fn two_rules_of_one_condition_are_mentioned() {
        let rule = |name: &str, condition: &str| {
            format!(
                "- rule: {name}\n  desc: d\n  condition: {condition}\n  output: {name} %evt.time\n  priority: info\n"
            )
        };
        let text = rule("a", "evt.type = kill and fd.num = 1")
            + &rule("b", "evt.type = kill  and fd.num = 1");
        assert_eq!(
            said(&text),
            ["warning[rule-same-condition] 8:14 the condition is that of the rule `a`"]
        );
    }
}
