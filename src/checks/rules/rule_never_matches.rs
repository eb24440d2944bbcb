//! A condition that no event can meet.

use std::borrow::Cow;
use std::collections::BTreeMap;

use foldhash::HashSet;

use crate::condition::{Argument, Expression, Operator, ValueType};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::{Comparison, MOST_SAID, View};
use crate::rules::compile::Body;

/// A condition that no event can meet.
pub const CODE: Code = Code {
    name: "rule-never-matches",
    severity: Severity::Warning,
    page: include_str!("rule_never_matches.md"),
};

/// Operators that allow only the texts to the right.
const EXACT: [Operator; 3] = [Operator::Equal, Operator::DoubleEqual, Operator::In];

/// Reports conditions that no type of events can meet, and fields that would need two values at once.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    no_event(view, diagnostics);
    two_values(view, diagnostics);
}

/// Reports rules whose condition contradicts itself on the types of events.
fn no_event(view: &View, diagnostics: &mut Diagnostics) {
    for rule in view.rules() {
        let Some(body) = view.body(rule) else {
            continue;
        };
        let Some(part) = view.part_without_events(body) else {
            continue;
        };
        if let Some(place) = view.place(&body.text, part) {
            let said = Diagnostic::new(&CODE, "no event can meet this condition")
                .at(place)
                .label("there is no type of events for which it and all before it can hold")
                .help("put `or` between the types of events, or write `evt.type in (…)`");
            diagnostics.push(said.item(rule.definition.item(ItemKind::Rule)));
        }
    }
}

/// Reports comparisons of one field that cannot all hold.
fn two_values(view: &View, diagnostics: &mut Diagnostics) {
    for (item, body) in view.bodies() {
        let mut groups = Vec::new();
        each_and(&body.expression, &mut groups);
        let said = groups
            .into_iter()
            .flat_map(|parts| contradictions(view, body, parts));
        diagnostics.extend(said.take(MOST_SAID).map(|said| said.item(item.clone())));
    }
}

/// Collects the parts of each `and`. The parser bounds the depth.
fn each_and<'e>(expression: &'e Expression, found: &mut Vec<&'e [Expression]>) {
    match expression {
        Expression::And(parts, _) | Expression::Or(parts, _) => {
            if matches!(expression, Expression::And(..)) {
                found.push(parts);
            }
            for part in parts {
                each_and(part, found);
            }
        }
        Expression::Not(inner, _) => each_and(inner, found),
        Expression::Macro(_) | Expression::Check(_) => {}
    }
}

/// What is wrong with comparisons that must hold together.
fn contradictions(view: &View, body: &Body, parts: &[Expression]) -> Vec<Diagnostic> {
    let mut fields: BTreeMap<&str, Vec<Comparison>> = BTreeMap::new();
    for part in parts {
        if let Expression::Check(check) = part {
            let comparison = view.comparison(body, check);
            if let Some(field) = comparison.field().filter(|_| comparison.is_by(&EXACT)) {
                fields.entry(field).or_default().push(comparison);
            }
        }
    }
    let several = fields
        .into_iter()
        .filter(|(field, all)| all.len() > 1 && has_one_value(field, all[0]));
    several
        .filter_map(|(field, all)| contradiction(field, &all))
        .collect()
}

/// The first comparison that leaves no value for the field.
fn contradiction(field: &str, all: &[Comparison]) -> Option<Diagnostic> {
    let mut all = all
        .iter()
        .filter(|comparison| !comparison.literals().is_empty())
        .filter(|comparison| {
            !comparison
                .literals()
                .iter()
                .any(|literal| comparison.is_term(*literal))
        });
    let mut before = all.next()?;
    let mut left = values(*before);
    for comparison in all {
        let values = values(*comparison);
        left.retain(|value| values.contains(value));
        if left.is_empty() {
            return two(field, *comparison, *before);
        }
        before = comparison;
    }
    None
}

fn two(field: &str, comparison: Comparison, before: Comparison) -> Option<Diagnostic> {
    let place = comparison.place(comparison.check.span)?;
    let said = Diagnostic::new(&CODE, format!("`{field}` cannot have two values at once"))
        .at(place)
        .related(before.place(before.check.span), "the other value")
        .help(format!(
            "put `or` between the two, or write `{field} in (…)`"
        ));
    Some(said)
}

/// The values that a comparison allows.
fn values(comparison: Comparison<'_>) -> HashSet<Cow<'_, str>> {
    let literals = comparison.literals().iter();
    literals.map(|literal| comparison.value(*literal)).collect()
}

/// Whether a field is a text, and never has several at once.
fn has_one_value(name: &str, comparison: Comparison) -> bool {
    comparison.known_field().is_some_and(|known| {
        let is_text = matches!(known.value_type, ValueType::Text | ValueType::Path);
        let is_whole =
            name.len() > known.field.name.len() || known.field.argument == Argument::None;
        is_text && is_whole && !known.field.is_list() && !is_of_two_sides(name)
    })
}

/// Whether a field has a value for each end of a connection, or is that of types of events.
fn is_of_two_sides(name: &str) -> bool {
    let is_single = matches!(
        name,
        "fd.name" | "fd.directory" | "fd.filename" | "fd.type" | "fd.typechar"
    );
    name.starts_with("evt.type") || name == "syscall.type" || name.starts_with("fd.") && !is_single
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_condition;

    #[test]
    fn two_types_of_events_are_no_event() {
        let said = said_of_condition("evt.type = kill and fd.num = 1 and evt.type = close");
        assert!(
            said.contains(
                &"warning[rule-never-matches] 3:49 no event can meet this condition".into()
            ),
            "{said:?}"
        );
        assert!(said_of_condition("evt.type in (open, close) and evt.type = close").is_empty());
    }

    #[test]
    fn a_field_has_one_value_at_a_time() {
        let said =
            said_of_condition("evt.type = kill and proc.name = sh and proc.name in (bash, ash)");
        assert_eq!(
            said,
            ["warning[rule-never-matches] 3:53 `proc.name` cannot have two values at once"]
        );
    }

    #[test]
    fn a_field_of_several_values_may_have_both() {
        for condition in [
            "proc.aname = sh and proc.aname = bash",
            "proc.name in (sh, bash) and proc.name = sh",
            "proc.name = sh or proc.name = bash",
            "evt.num = 0",
        ] {
            let condition = format!("evt.type = kill and ({condition})");
            assert!(said_of_condition(&condition).is_empty(), "{condition}");
        }
    }
}
