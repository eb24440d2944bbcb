//! For which events a condition can be true (libs 0.25, `ppm_code_visitor` in `userspace/libsinsp/filter/ppm_codes.cpp`).
//!
//! What a condition says of `evt.type` limits its events; what else it says does not. A negation is pushed down to the
//! comparisons, so that each part of a condition has two sets: of it, and of its opposite.

use super::super::syntax::{Check, Expression, Field, Literal, Operator, Right, Span, Term};
use super::super::types::number;
use super::EventSet;

/// The events of a condition and of its opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Events {
    /// For which events it can be true.
    pub plain: EventSet,
    /// For which events it can be false.
    pub negated: EventSet,
}

impl Events {
    /// Those of a condition that says nothing of the events, as of a macro that is not known.
    #[must_use]
    pub fn any() -> Self {
        Self {
            plain: EventSet::ALL,
            negated: EventSet::ALL,
        }
    }

    fn exactly(plain: EventSet) -> Self {
        Self {
            plain,
            negated: plain.complement(),
        }
    }

    fn opposite(self) -> Self {
        Self {
            plain: self.negated,
            negated: self.plain,
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            plain: self.plain.intersection(other.plain),
            negated: self.negated.union(other.negated),
        }
    }

    fn or(self, other: Self) -> Self {
        self.opposite().and(other.opposite()).opposite()
    }
}

/// A comparison of which Falco cannot say for which events it is, and with which it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchProblem {
    /// What is wrong.
    pub fault: SearchFault,
    /// Where.
    pub span: Span,
}

/// Why Falco cannot say for which events a comparison is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchFault {
    /// The type of an event stands in a transformer.
    Transformer,
    /// The type of an event is compared with a field or transformer.
    RightSide,
}

/// For which events `expression`, parsed from `text`, can be true and false. `macros` says it of a macro; `engine` is the
/// minor version of Falco's engine, since 63 of which `evt.num` counts; `asynchronous` are the names of events that
/// plugins send aside.
///
/// # Errors
/// The first comparison of which Falco cannot say it. Falco only asks for rules of the source `syscall`.
pub fn event_types(
    expression: &Expression,
    text: &str,
    engine: u32,
    asynchronous: &[&str],
    macros: &mut dyn FnMut(&str) -> Events,
) -> Result<Events, SearchProblem> {
    Search {
        text,
        engine,
        asynchronous,
        macros,
    }
    .expression(expression)
}

struct Search<'a> {
    text: &'a str,
    engine: u32,
    asynchronous: &'a [&'a str],
    macros: &'a mut dyn FnMut(&str) -> Events,
}

/// The kind of leaf that was seen last, on which Falco's search depends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leaf {
    Nothing,
    EventType,
    Field,
    Literal,
}

impl Search<'_> {
    fn expression(&mut self, expression: &Expression) -> Result<Events, SearchProblem> {
        match expression {
            Expression::And(parts, _) => self.joined(parts, Events::and),
            Expression::Or(parts, _) => self.joined(parts, Events::or),
            Expression::Not(inner, _) => self.expression(inner).map(Events::opposite),
            Expression::Macro(span) => Ok((self.macros)(span.of(self.text))),
            Expression::Check(check) => self.check(check),
        }
    }

    fn joined(
        &mut self,
        parts: &[Expression],
        join: fn(Events, Events) -> Events,
    ) -> Result<Events, SearchProblem> {
        let mut joined: Option<Events> = None;
        for part in parts {
            let events = self.expression(part)?;
            joined = Some(joined.map_or(events, |before| join(before, events)));
        }
        Ok(joined.unwrap_or_else(Events::any))
    }

    fn check(&self, check: &Check) -> Result<Events, SearchProblem> {
        if let Some(always) = self.invariant(check) {
            let plain = if always {
                EventSet::ALL
            } else {
                EventSet::NONE
            };
            return Ok(Events::exactly(plain));
        }
        match check.operator {
            Operator::Exists => match self.leaf(&check.left, Leaf::Nothing)? {
                Leaf::EventType => Ok(Events::exactly(EventSet::ALL)),
                _ => Ok(Events::any()),
            },
            operator if check.modifier.is_none() && names_types(operator) => self.comparison(check),
            _ => Ok(Events::any()),
        }
    }

    fn comparison(&self, check: &Check) -> Result<Events, SearchProblem> {
        match self.leaf(&check.left, Leaf::Nothing)? {
            Leaf::EventType => self.event_type(check),
            // Falco takes a transformer that ends in a literal for a condition on the type of events.
            Leaf::Literal => Ok(Events::exactly(EventSet::ALL)),
            _ => Ok(Events::any()),
        }
    }

    fn event_type(&self, check: &Check) -> Result<Events, SearchProblem> {
        let named = match &check.right {
            Right::Nothing => EventSet::NONE,
            Right::Value(literal) => self.of_literal(*literal),
            Right::Name(span) => EventSet::of_name(span.of(self.text), self.asynchronous),
            Right::List(literals, _) => literals.iter().fold(EventSet::NONE, |set, literal| {
                set.union(self.of_literal(*literal))
            }),
            Right::Term(term) => return Err(self.right_side(term)),
        };
        let events = Events::exactly(named);
        Ok(match check.operator {
            Operator::NotEqual => events.opposite(),
            _ => events,
        })
    }

    fn right_side(&self, term: &Term) -> SearchProblem {
        match self.leaf(term, Leaf::Nothing) {
            Err(problem) => problem,
            Ok(_) => SearchProblem {
                fault: SearchFault::RightSide,
                span: term.span(),
            },
        }
    }

    fn of_literal(&self, literal: Literal) -> EventSet {
        let name = literal.value(self.text);
        std::str::from_utf8(&name)
            .map(|name| EventSet::of_name(name, self.asynchronous))
            .unwrap_or_default()
    }

    /// The last leaf of a term.
    fn leaf(&self, term: &Term, before: Leaf) -> Result<Leaf, SearchProblem> {
        match term {
            Term::Field(field) if self.is_event_type(field) => Ok(Leaf::EventType),
            Term::Field(_) => Ok(Leaf::Field),
            Term::Literal(_) => Ok(Leaf::Literal),
            Term::List(items, _) => {
                let mut items = items.iter();
                items.try_fold(before, |leaf, item| self.leaf(item, leaf))
            }
            Term::Transformer(transformer) => {
                let mut arguments = transformer.arguments.iter();
                arguments.try_fold(before, |leaf, argument| {
                    match self.leaf(argument, leaf)? {
                        Leaf::EventType => Err(SearchProblem {
                            fault: SearchFault::Transformer,
                            span: argument.span(),
                        }),
                        leaf => Ok(leaf),
                    }
                })
            }
        }
    }

    fn is_event_type(&self, field: &Field) -> bool {
        let name = field.name.of(self.text);
        field.argument.is_none() && matches!(name, "evt.type" | "syscall.type")
    }

    /// Whether the comparison is always or never true, because the numbers of events begin at 1.
    fn invariant(&self, check: &Check) -> Option<bool> {
        let Term::Field(field) = &check.left else {
            return None;
        };
        let counts = field.argument.is_none() && field.name.of(self.text) == "evt.num";
        if !counts || self.engine < 63 || check.modifier.is_some() {
            return None;
        }
        match &check.right {
            Right::List(literals, _) if check.operator == Operator::In => literals
                .iter()
                .all(|literal| self.number(*literal) == Some(0))
                .then_some(false),
            Right::Value(literal) => outcome(check.operator, self.number(*literal)?),
            _ => None,
        }
    }

    fn number(&self, literal: Literal) -> Option<u64> {
        number(&literal.value(self.text))
    }
}

/// Whether a number that is at least 1 always or never compares so with `number`.
fn outcome(operator: Operator, number: u64) -> Option<bool> {
    match (operator, number) {
        (Operator::Equal | Operator::DoubleEqual | Operator::LessOrEqual, 0)
        | (Operator::Less, 0 | 1) => Some(false),
        (Operator::NotEqual | Operator::Greater, 0) | (Operator::GreaterOrEqual, 0 | 1) => {
            Some(true)
        }
        _ => None,
    }
}

fn names_types(operator: Operator) -> bool {
    matches!(
        operator,
        Operator::Equal | Operator::DoubleEqual | Operator::NotEqual | Operator::In
    )
}

#[cfg(test)]
mod tests {
    use super::super::super::parse;
    use super::{Events, SearchFault, event_types};

    fn events_of(text: &str, engine: u32) -> Result<Events, SearchFault> {
        let expression = parse(text, 1000).unwrap();
        let found = event_types(&expression, text, engine, &[], &mut |_| Events::any());
        found.map_err(|problem| problem.fault)
    }

    fn names(text: &str) -> Vec<&'static str> {
        events_of(text, 63).unwrap().plain.names().collect()
    }

    fn count(text: &str) -> u32 {
        events_of(text, 63).unwrap().plain.count()
    }

    #[test]
    fn only_what_is_said_of_the_type_counts() {
        assert_eq!(names("evt.type = open and proc.name = cat"), ["open"]);
        assert_eq!(
            names("evt.type in (open, close) and not evt.type = close"),
            ["open"]
        );
        assert_eq!(names("not (evt.type != open or proc.name = cat)"), ["open"]);
        assert_eq!(count("proc.name = cat or evt.type = open"), 454);
        assert_eq!(count("not proc.name = cat"), 454);
        assert_eq!(count("evt.type = open and evt.type = close"), 0);
        assert_eq!(count("evt.type contains open"), 454);
        assert_eq!(count("not evt.type exists"), 0);
    }

    #[test]
    fn macros_say_both_what_they_are_and_what_they_are_not() {
        let inner = events_of("evt.type = open", 63).unwrap();
        let expression = parse("not m", 1000).unwrap();
        let found = event_types(&expression, "not m", 63, &[], &mut |_| inner).unwrap();
        assert_eq!((found.plain, found.negated), (inner.negated, inner.plain));
    }

    #[test]
    fn the_number_of_an_event_begins_at_one() {
        assert_eq!(count("evt.num = 0"), 0);
        assert_eq!(count("evt.num in (0, 0)"), 0);
        assert_eq!(count("not evt.num >= 1"), 0);
        assert_eq!(count("evt.num > 1"), 454);
        assert_eq!(events_of("evt.num = 0", 62).unwrap().plain.count(), 454);
    }

    #[test]
    fn falco_ends_with_types_that_it_cannot_follow() {
        assert_eq!(
            events_of("evt.type = val(proc.name)", 63),
            Err(SearchFault::RightSide)
        );
        assert_eq!(
            events_of("tolower(evt.type) = open", 63),
            Err(SearchFault::Transformer)
        );
        assert!(events_of("tolower(evt.type) contains open", 63).is_ok());
    }

    #[test]
    fn a_transformer_that_ends_in_a_literal_counts_as_said_of_the_type() {
        assert_eq!(count("concat(proc.name, \"x\") = ax"), 454);
        assert_eq!(count("not concat(proc.name, \"x\") = ax"), 0);
        assert_eq!(count("not concat(\"x\", proc.name) = ax"), 454);
    }
}
