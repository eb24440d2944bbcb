//! Two rules of a file that say the same.

use foldhash::HashMap;

use crate::condition;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::View;
use crate::rules::item::Rule;

/// Two rules of a file that say the same.
pub const CODE: Code = Code {
    name: "rule-same-output",
    severity: Severity::Warning,
    page: include_str!("rule_same_output.md"),
};

/// Reports outputs that an earlier rule of the file has, too. Those that name no field are reported for that.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    let mut first: HashMap<_, &Rule> = HashMap::default();
    for rule in view
        .rules()
        .filter(|rule| rule.output.as_str().contains('%'))
    {
        let words: Vec<&str> = rule.output.as_str().split_whitespace().collect();
        let earlier = *first
            .entry((rule.definition.at.source, words))
            .or_insert(rule);
        if earlier.definition.name != rule.definition.name {
            let said = same(view, rule, earlier);
            diagnostics.extend(said.map(|said| said.item(rule.definition.item(ItemKind::Rule))));
        }
    }
}

fn same(view: &View, rule: &Rule, earlier: &Rule) -> Option<Diagnostic> {
    let place = |rule: &Rule| {
        view.place(
            &rule.output,
            condition::Span::new(0, rule.output.as_str().len()),
        )
    };
    let message = format!(
        "the output is that of the rule `{}`",
        earlier.definition.name
    );
    let said = Diagnostic::new(&CODE, message)
        .at(place(rule)?)
        .related(place(earlier), "the same")
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
