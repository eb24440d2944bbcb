//! What a field or transformer yields.

use super::super::fields::{FoundField, Traits};
use super::super::syntax::{Field, Span, Term};
use super::super::types::ValueType;
use super::{Problem, ProblemKind, Scope};

/// A type, or a list of values of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Kind {
    pub(super) value_type: ValueType,
    pub(super) list: bool,
}

/// What a term yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Shape {
    /// What it yields before any transformer, by which transformers of several arguments judge it.
    pub(super) origin: Kind,
    /// What it yields.
    pub(super) kind: Kind,
    /// What is said of its field.
    pub(super) traits: Traits,
    /// Which rule its values follow besides that of their type.
    pub(super) rule: Rule,
}

/// A rule for values of some fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// None.
    Plain,
    /// They are names of events.
    EventType,
    /// They are compared by `=` only.
    Around,
    /// They are no bytes.
    Raw,
    /// They come from a transformer of several arguments, which Falco compares with fields of any type.
    Several,
}

impl Shape {
    pub(super) fn text(list: bool) -> Self {
        let text = |list| Kind {
            value_type: ValueType::Text,
            list,
        };
        Self {
            origin: text(list),
            kind: text(list),
            traits: Traits::default(),
            rule: Rule::Plain,
        }
    }
}

/// Judges fields and transformers, and gathers what is wrong with them.
pub(in super::super) struct Terms<'a> {
    pub(super) text: &'a str,
    pub(super) scope: &'a Scope<'a>,
    pub(in super::super) problems: Vec<Problem>,
    /// The comparison at work.
    pub(in super::super) comparison: Span,
}

impl<'a> Terms<'a> {
    pub(in super::super) fn new(text: &'a str, scope: &'a Scope<'a>) -> Self {
        Self {
            text,
            scope,
            problems: Vec::new(),
            comparison: Span::default(),
        }
    }

    pub(super) fn report(&mut self, kind: ProblemKind, span: Span) {
        let unknown_filter = matches!(kind, ProblemKind::EventType(_));
        self.problems.push(Problem {
            kind,
            span,
            comparison: self.comparison,
            unknown_filter,
        });
    }

    /// What a term yields; nothing if something is wrong with it, which is then reported.
    pub(in super::super) fn shape(&mut self, term: &Term) -> Option<Shape> {
        match term {
            Term::Field(field) => self.field(field),
            Term::Literal(_) => Some(Shape::text(false)),
            Term::List(items, _) => {
                let mut sound = true;
                for item in items {
                    sound &= self.shape(item).is_some();
                }
                sound.then(|| Shape::text(true))
            }
            Term::Transformer(transformer) => self.transformer(transformer),
        }
    }

    fn field(&mut self, field: &Field) -> Option<Shape> {
        let name = field.name.of(self.text);
        let argument = field.argument.map(|argument| argument.value(self.text));
        let place = self.scope.place();
        match self.scope.fields.lookup(name, argument.as_deref(), place) {
            Ok(found) => Some(shape(found)),
            Err(refusal) => {
                let kind = ProblemKind::Field {
                    name: name.into(),
                    fault: refusal.fault,
                };
                self.problems.push(Problem {
                    kind,
                    span: field.span,
                    comparison: self.comparison,
                    unknown_filter: refusal.nonexistent,
                });
                None
            }
        }
    }
}

fn shape(found: FoundField<'_>) -> Shape {
    let kind = Kind {
        value_type: found.value_type,
        list: found.field.is_list(),
    };
    Shape {
        origin: kind,
        kind,
        traits: found.field.traits,
        rule: match &*found.field.name {
            "evt.type" => Rule::EventType,
            "evt.around" => Rule::Around,
            "evt.rawarg" => Rule::Raw,
            _ => Rule::Plain,
        },
    }
}
