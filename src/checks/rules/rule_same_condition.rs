//! Two rules of the same condition.

use foldhash::HashMap;

use crate::condition;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::View;
use crate::rules::item::Rule;

/// Two rules of the same condition.
pub const CODE: Code = Code {
    name: "rule-same-condition",
    severity: Severity::Warning,
    page: include_str!("rule_same_condition.md"),
};

/// Reports conditions that an earlier rule has, too, if both rules are on and neither has exceptions.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    let mut first: HashMap<_, &Rule> = HashMap::default();
    for rule in view
        .rules()
        .filter(|rule| rule.enabled && rule.exceptions.is_empty())
    {
        let words: Vec<&str> = rule.condition.as_str().split_whitespace().collect();
        let earlier = *first.entry((&rule.source, words)).or_insert(rule);
        if earlier.definition.name != rule.definition.name {
            let said = same(view, rule, earlier);
            diagnostics.extend(said.map(|said| said.item(rule.definition.item(ItemKind::Rule))));
        }
    }
}

fn same(view: &View, rule: &Rule, earlier: &Rule) -> Option<Diagnostic> {
    let place = |rule: &Rule| {
        view.place(
            &rule.condition,
            condition::Span::new(0, rule.condition.as_str().len()),
        )
    };
    let message = format!(
        "the condition is that of the rule `{}`",
        earlier.definition.name
    );
    let said = Diagnostic::new(&CODE, message)
        .at(place(rule)?)
        .label("Falco alerts by the first of them alone, unless `rule_matching` is `all`")
        .related(place(earlier), "the same")
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
