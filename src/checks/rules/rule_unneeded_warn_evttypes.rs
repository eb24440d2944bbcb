//! A warning that is switched off, and would not be given.

use crate::condition::EventSet;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::View;
use crate::rules::read::DEFAULT_SOURCE;

/// A warning that is switched off, and would not be given.
pub const CODE: Code = Code {
    name: "rule-unneeded-warn-evttypes",
    severity: Severity::Warning,
    page: include_str!("rule_unneeded_warn_evttypes.md"),
};

/// So many types of events Falco takes without a warning (Falco 0.44, `rule_loader_compiler.cpp`).
const MOST_EVENT_TYPES: u32 = 100;

/// Reports `warn_evttypes: false` at rules that name few types of events.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    let silenced = view
        .rules()
        .filter(|rule| !rule.warn_event_types && *rule.source == *DEFAULT_SOURCE);
    for rule in silenced {
        let count = view
            .body(rule)
            .and_then(|body| view.events(body))
            .map_or(0, EventSet::count);
        let place = rule.definition.latest("warn_evttypes");
        if (1..=MOST_EVENT_TYPES).contains(&count) && view.is_own_place(place) {
            let said = Diagnostic::new(
                &CODE,
                "`warn_evttypes` is off, and there is nothing to warn of",
            )
            .at(place)
            .label("the condition names the types of events that it is about")
            .help("take `warn_evttypes` out, so that a later change of the condition is warned of");
            diagnostics.push(said.item(rule.definition.item(ItemKind::Rule)));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_rule;

    #[test]
    fn a_warning_that_would_not_be_given_need_not_be_off() {
        let rule = |condition| {
            said_of_rule(&format!(
                "condition: {condition}\n  output: '%evt.num'\n  warn_evttypes: false"
            ))
        };
        assert_eq!(
            rule("evt.type = kill"),
            [
                "warning[rule-unneeded-warn-evttypes] 1:9 `warn_evttypes` is off, and there is nothing to warn of"
            ]
        );
        assert!(rule("proc.name = sh").is_empty());
    }
}
