//! `and` and `or` side by side without parentheses.

use crate::condition::{Expression, Span};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::rules::advice::{MOST_SAID, View};
use crate::rules::compile::Body;
use crate::source::{Sources, Span as Place};

/// `and` and `or` side by side without parentheses.
pub const CODE: Code = Code {
    name: "rule-mixed-and-or",
    severity: Severity::Warning,
    page: include_str!("rule_mixed_and_or.md"),
};

/// Reports `or` with an `and` beside it that no parentheses keep apart.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    for (item, body) in view.bodies() {
        let mut alternatives = Vec::new();
        each_or(&body.expression, &mut alternatives);
        let said = alternatives
            .into_iter()
            .filter_map(|(parts, whole)| mixed(view, parts, whole, body));
        diagnostics.extend(said.take(MOST_SAID).map(|said| said.item(item.clone())));
    }
}

/// Collects the alternatives of each `or`. The parser bounds the depth.
fn each_or<'e>(expression: &'e Expression, found: &mut Vec<(&'e [Expression], Span)>) {
    match expression {
        Expression::And(parts, span) | Expression::Or(parts, span) => {
            if matches!(expression, Expression::Or(..)) {
                found.push((parts, *span));
            }
            for part in parts {
                each_or(part, found);
            }
        }
        Expression::Not(inner, _) => each_or(inner, found),
        Expression::Macro(_) | Expression::Check(_) => {}
    }
}

/// What is wrong if one of these alternatives has an `and` of its own.
fn mixed(view: &View, parts: &[Expression], whole: Span, body: &Body) -> Option<Diagnostic> {
    let text = body.text.as_str();
    let is_open = |part: &Expression| {
        matches!(part, Expression::And(..)) && !is_in_parentheses(part.span(), whole, text)
    };
    parts.windows(2).find_map(|pair| {
        let and = pair.iter().find(|part| is_open(part))?;
        let [before, behind] = [pair.first()?, pair.last()?].map(Expression::span);
        let or = or_between(before, behind, text)?;
        let place = view
            .place(&body.text, or)
            .filter(|place| is_within_line(*place, view.sources))?;
        let said = Diagnostic::new(&CODE, "`or` stands beside `and` without parentheses")
            .at(place)
            .related(
                view.place(&body.text, and.span()),
                "`and` binds closer: this is one of the alternatives",
            )
            .help("put parentheses around what belongs together");
        Some(said)
    })
}

/// The `or` between two alternatives.
fn or_between(before: Span, behind: Span, text: &str) -> Option<Span> {
    let between = text.get(before.end as usize..behind.start as usize)?;
    let start = before.end as usize + between.find("or")?;
    Some(Span::new(start, start + 2))
}

/// Whether a place has something before and behind it on its line. An `or` at the start or end of a line keeps the
/// alternatives apart to the eye.
fn is_within_line(place: Place, sources: &Sources) -> bool {
    let text = &*sources.get(place.source).text;
    let (before, behind) = (
        text.get(..place.start as usize),
        text.get(place.end as usize..),
    );
    let is_filled = |part: Option<&str>| part.is_some_and(|part| !part.trim().is_empty());
    is_filled(before.and_then(|before| before.rsplit('\n').next()))
        && is_filled(behind.and_then(|behind| behind.split('\n').next()))
}

/// Whether an alternative stands in parentheses of its own. Those around the whole begin before the whole does.
fn is_in_parentheses(part: Span, whole: Span, text: &str) -> bool {
    let before = text.get(whole.start as usize..part.start as usize);
    before.is_some_and(|before| before.trim_end().ends_with('('))
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_condition;

    #[test]
    fn and_beside_or_without_parentheses_is_mentioned() {
        let said = said_of_condition("evt.type = kill and fd.num = 1 or evt.type = close");
        assert_eq!(
            said,
            ["warning[rule-mixed-and-or] 3:45 `or` stands beside `and` without parentheses"]
        );
        let said = said_of_condition("evt.type = close or evt.type = kill and fd.num = 1");
        assert_eq!(
            said,
            ["warning[rule-mixed-and-or] 3:31 `or` stands beside `and` without parentheses"]
        );
    }

    #[test]
    fn parentheses_make_it_clear() {
        for condition in [
            "(evt.type = kill and fd.num = 1) or evt.type = close",
            "evt.type = close or (evt.type = kill and fd.num = 1)",
            "( ( evt.type = kill and fd.num = 1 ) or evt.type = close )",
            "evt.type = kill and (fd.num = 1 or fd.num = 2)",
            "|\n    evt.type = kill and fd.num = 1\n    or evt.type = close",
            ">\n    evt.type = kill and fd.num = 1 or\n    evt.type = close",
        ] {
            assert!(said_of_condition(condition).is_empty(), "{condition}");
        }
    }
}
