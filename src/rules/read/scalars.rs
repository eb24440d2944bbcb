//! Values of keys, as Falco decodes them.

use super::{Name, Reading};
use crate::checks::rules::rule_structure;
use crate::rules::text::{Text, Word};
use crate::rules::written::Written;
use crate::rules::yaml::{Kind, Scalar, Yaml, decode_bool, decode_u32};
use crate::source::Span;

impl Reading<'_> {
    /// The text of a key that must be there and not be empty.
    pub(super) fn required<'y, 't>(
        &mut self,
        of: &'y Yaml<'t>,
        key: &str,
    ) -> Option<&'y Scalar<'t>> {
        if of.get(key).is_none() {
            let what = self.words();
            self.refuse(rule_structure::missing_key(self.head, what, key));
        }
        self.optional(of, key)
    }

    /// The text of a key that, if it is there, must not be empty.
    pub(super) fn optional<'y, 't>(
        &mut self,
        of: &'y Yaml<'t>,
        key: &str,
    ) -> Option<&'y Scalar<'t>> {
        let value = of.get(key)?;
        match &value.kind {
            Kind::Scalar(scalar) if !scalar.text.is_empty() => Some(scalar),
            Kind::Scalar(_) | Kind::Null => {
                let place = of.place_of(key).unwrap_or(value.span);
                self.refuse(rule_structure::empty(place, key));
                None
            }
            kind => {
                let found = kind.describe();
                self.refuse(rule_structure::wrong_form(value.span, key, "a text", found));
                None
            }
        }
    }

    /// The name of the item, under its own key.
    pub(super) fn name(&mut self, of: &Yaml, key: &str) -> Option<Name> {
        let scalar = self.required(of, key)?;
        Some(Name {
            text: (&*scalar.text).into(),
            at: scalar.span,
        })
    }

    /// A text of a key that must be there.
    pub(super) fn text(&mut self, of: &Yaml, key: &str) -> Option<Text> {
        self.required(of, key).map(text_of)
    }

    /// The truth value of a key, if it is there.
    pub(super) fn switch(&mut self, of: &Yaml, key: &str) -> Option<bool> {
        let scalar = self.optional(of, key)?;
        let value = decode_bool(&scalar.text);
        if value.is_none() {
            let refusal =
                rule_structure::wrong_form(scalar.span, key, "`true` or `false`", "a text");
            self.refuse(refusal);
        }
        value
    }

    /// Checks the number of a key, if it is there.
    pub(super) fn number(&mut self, of: &Yaml, key: &str) {
        let Some(scalar) = self.optional(of, key) else {
            return;
        };
        if decode_u32(&scalar.text).is_none() {
            let expected = "a whole number that is not negative";
            self.refuse(rule_structure::wrong_form(
                scalar.span,
                key,
                expected,
                "none",
            ));
        }
    }

    /// The texts of a list under a key, if it is there.
    pub(super) fn texts(&mut self, of: &Yaml, key: &str) -> Option<Vec<Word>> {
        let value = of.get(key)?;
        let Kind::List(items) = &value.kind else {
            let place = of.place_of(key).unwrap_or(value.span);
            let found = value.kind.describe();
            self.refuse(rule_structure::wrong_form(
                place,
                key,
                "a list of texts",
                found,
            ));
            return None;
        };
        Some(
            items
                .iter()
                .filter_map(|item| self.word(item, key))
                .collect(),
        )
    }

    /// One text of a list.
    fn word(&mut self, item: &Yaml, key: &str) -> Option<Word> {
        match &item.kind {
            Kind::Scalar(scalar) => Some(word_of(scalar)),
            kind => {
                let expected = "a list of texts";
                let found = format!("{} in it", kind.describe());
                self.refuse(rule_structure::wrong_form(item.span, key, expected, &found));
                None
            }
        }
    }

    /// What the item is, in words: `the rule`.
    pub(super) fn words(&self) -> &'static str {
        self.item
            .as_ref()
            .map_or("the item", |item| match item.kind {
                crate::diagnostic::ItemKind::Rule => "the rule",
                crate::diagnostic::ItemKind::Macro => "the macro",
                crate::diagnostic::ItemKind::List => "the list",
            })
    }
}

/// A scalar as text.
pub(super) fn text_of(scalar: &Scalar) -> Text {
    Text::written(scalar.text.clone().into_owned(), Written::scalar(scalar))
}

/// A scalar as word.
pub(super) fn word_of(scalar: &Scalar) -> Word {
    Word {
        text: (&*scalar.text).into(),
        at: Written::scalar(scalar),
    }
}

/// The place of a value, or of its key if the value is empty.
pub(super) fn place(of: &Yaml, key: &str) -> Option<Span> {
    let value = of.get(key)?;
    if value.span.start < value.span.end {
        Some(value.span)
    } else {
        of.place_of(key)
    }
}
