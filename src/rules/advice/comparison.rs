//! The comparisons in the conditions of the user's own files, one by one.

use std::borrow::Cow;

use super::{MOST_SAID, View, each_check};
use crate::condition::{self, Check, FoundField, Literal, Operator, Place, Right, Term};
use crate::diagnostic::{Diagnostic, Diagnostics, Item};
use crate::rules::compile::Body;
use crate::source::Span;

/// A comparison, and the condition that has it.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    /// The condition that has it.
    pub body: &'a Body,
    /// The comparison.
    pub check: &'a Check,
    view: View<'a>,
}

impl<'a> View<'a> {
    /// Calls `look` with each comparison of the rules and macros of the user's own files, those of exceptions and the items
    /// of lists included, and with its rule or macro.
    pub fn comparisons(self, mut look: impl FnMut(Comparison<'a>, &Item)) {
        for (item, body) in self.bodies() {
            each_check(&body.expression, &mut |check| {
                look(self.comparison(body, check), &item);
            });
        }
    }

    /// Adds what `look` says of each comparison, once for each place, as a list may be used often; no more of one condition
    /// than [`MOST_SAID`].
    pub fn each_comparison<D>(
        self,
        diagnostics: &mut Diagnostics,
        look: impl Fn(Comparison<'a>) -> D,
    ) where
        D: IntoIterator<Item = Diagnostic>,
    {
        for (item, body) in self.bodies() {
            let mut left = MOST_SAID;
            each_check(&body.expression, &mut |check| {
                if left == 0 {
                    return;
                }
                for said in look(self.comparison(body, check)).into_iter().take(left) {
                    left -= 1;
                    diagnostics.push_once(said.item(item.clone()));
                }
            });
        }
    }

    /// A comparison of a condition.
    #[must_use]
    pub fn comparison(self, body: &'a Body, check: &'a Check) -> Comparison<'a> {
        Comparison {
            body,
            check,
            view: self,
        }
    }
}

impl<'a> Comparison<'a> {
    /// The text of a part of it.
    #[must_use]
    pub fn text(self, part: condition::Span) -> &'a str {
        part.of(self.body.text.as_str())
    }

    /// The field to the left with its argument; nothing if there is a transformer.
    #[must_use]
    pub fn field(self) -> Option<&'a str> {
        match &self.check.left {
            Term::Field(field) => Some(self.text(field.span)),
            _ => None,
        }
    }

    /// What is known of the field to the left.
    #[must_use]
    pub fn known_field(self) -> Option<FoundField<'a>> {
        let Term::Field(field) = &self.check.left else {
            return None;
        };
        let name = self.text(field.name);
        let text = self.body.text.as_str();
        let argument = field.argument.map(|argument| argument.value(text));
        let environment = self.view.environment;
        let engine = environment.engine.minor;
        environment.event_sources.iter().find_map(|source| {
            let place = Place { source, engine };
            environment
                .fields
                .lookup(name, argument.as_deref(), place)
                .ok()
        })
    }

    /// The texts that it compares with, those in a list included.
    #[must_use]
    pub fn literals(self) -> &'a [Literal] {
        match &self.check.right {
            Right::Value(literal) => std::slice::from_ref(literal),
            Right::List(literals, _) => literals,
            Right::Nothing | Right::Name(_) | Right::Term(_) => &[],
        }
    }

    /// Whether one of its texts is the name of a field, or looks like a transformer; Falco warns of both.
    #[must_use]
    pub fn is_term(self, literal: Literal) -> bool {
        let value = self.value(literal);
        let environment = self.view.environment;
        let engine = environment.engine.minor;
        let mut sources = environment.event_sources.iter();
        let is_field = |source: &String| {
            let place = Place { source, engine };
            environment.fields.is_field(&value, place)
        };
        value.ends_with(')') && value.contains('(') || sources.any(is_field)
    }

    /// What one of its texts means.
    #[must_use]
    pub fn value(self, literal: Literal) -> Cow<'a, str> {
        if !literal.quoted {
            return Cow::Borrowed(self.text(literal.span));
        }
        match literal.value(self.body.text.as_str()) {
            Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
            Cow::Owned(bytes) => String::from_utf8_lossy(&bytes).into_owned().into(),
        }
    }

    /// Whether its operator is one of these.
    #[must_use]
    pub fn is_by(self, operators: &[Operator]) -> bool {
        operators.contains(&self.check.operator)
    }

    /// Where a part of it is written, if that is in one of the user's own files.
    #[must_use]
    pub fn place(self, part: condition::Span) -> Option<Span> {
        self.view.place(&self.body.text, part)
    }
}
