//! A syscall without the one that programs use in its place.

use crate::condition::{EventSet, Literal, Operator};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::{Comparison, View, each_check};
use crate::rules::compile::Body;
use crate::rules::read::DEFAULT_SOURCE;

/// A syscall without the one that programs use in its place.
pub const CODE: Code = Code {
    name: "rule-older-syscall",
    severity: Severity::Warning,
    page: include_str!("rule_older_syscall.md"),
};

/// Syscalls that arm64 does not have, and that C libraries and tools use less and less, with those that do the same.
const NEWER: [(&str, &[&str]); 4] = [
    ("open", &["openat", "openat2"]),
    ("unlink", &["unlinkat"]),
    ("rename", &["renameat", "renameat2"]),
    ("chmod", &["fchmodat"]),
];

/// Reports rules that look at an older syscall, and not at the newer one.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    for rule in view.rules().filter(|rule| *rule.source == *DEFAULT_SOURCE) {
        let Some((body, events)) = view
            .body(rule)
            .and_then(|body| Some((body, view.events(body)?)))
        else {
            continue;
        };
        for (older, newer) in NEWER {
            if has(events, older) && !newer.iter().any(|newer| has(events, newer)) {
                let said = alone(view, body, older, newer);
                diagnostics
                    .extend(said.map(|said| said.item(rule.definition.item(ItemKind::Rule))));
            }
        }
    }
}

/// Whether events of that name are among them.
fn has(events: EventSet, name: &str) -> bool {
    events.intersection(EventSet::of_name(name, &[])) != EventSet::NONE
}

/// The fact, at the first place where the condition names the older syscall.
fn alone(view: &View, body: &Body, older: &str, newer: &[&str]) -> Option<Diagnostic> {
    let mut found = None;
    each_check(&body.expression, &mut |check| {
        let comparison = view.comparison(body, check);
        if found.is_none() && names_events(comparison) {
            let literal = named(comparison, older);
            let place = literal.and_then(|literal| comparison.place(literal.span));
            found = place.map(|place| (place, comparison.check.operator));
        }
    });
    let (place, operator) = found?;
    let first = newer.first()?;
    let all = newer.join(", ");
    let said = Diagnostic::new(
        &CODE,
        format!("the condition looks at `{older}`, and not at `{first}`"),
    )
    .at(place)
    .label(format!("programs use `{first}` in its place"));
    Some(if operator == Operator::In {
        said.help(format!("add to the list: {all}"))
    } else {
        said.help(format!("write `evt.type in ({older}, {all})`"))
    })
}

fn names_events(comparison: Comparison) -> bool {
    comparison.field() == Some("evt.type")
        && comparison.is_by(&[Operator::Equal, Operator::DoubleEqual, Operator::In])
}

fn named(comparison: Comparison, name: &str) -> Option<Literal> {
    let mut literals = comparison.literals().iter().copied();
    literals.find(|literal| comparison.value(*literal) == name)
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_condition;

    #[test]
    fn the_older_of_two_syscalls_alone_is_mentioned() {
        let said = said_of_condition("evt.type in (open, creat) and fd.name = /etc/shadow");
        assert_eq!(
            said,
            ["warning[rule-older-syscall] 3:27 the condition looks at `open`, and not at `openat`"]
        );
        assert!(
            said_of_condition("evt.type in (open, openat) and fd.name = /etc/shadow").is_empty()
        );
        assert!(said_of_condition("evt.type = close").is_empty());
    }
}
