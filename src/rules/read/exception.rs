//! The exceptions of a rule.

use std::sync::Arc;

use super::scalars::word_of;
use super::{Reading, Way};
use crate::checks::rules::{
    rule_exception_repeated, rule_exception_without_values, rule_structure,
};
use crate::rules::item::{Entry, Exception};
use crate::rules::yaml::{Kind, Yaml};
use crate::source::Span;

impl Reading<'_> {
    /// The exceptions that an item has, or adds to a rule.
    pub(super) fn exceptions(&mut self, item: &Yaml, way: Way) -> Vec<Exception> {
        let Some(value) = item.get("exceptions") else {
            return Vec::new();
        };
        let mut exceptions: Vec<Exception> = Vec::new();
        match &value.kind {
            Kind::Null => {}
            Kind::List(items) => {
                for item in &**items {
                    let Some(exception) = self.exception(item, way) else {
                        continue;
                    };
                    let same = exceptions.iter().find(|other| other.name == exception.name);
                    if let Some(first) = same {
                        let (at, first) = (exception.at, first.at);
                        self.warn(rule_exception_repeated::again(at, &exception.name, first));
                    }
                    exceptions.push(exception);
                }
            }
            kind => {
                let found = kind.describe();
                let place = item.place_of("exceptions").unwrap_or(value.span);
                self.refuse(rule_structure::wrong_form(
                    place,
                    "exceptions",
                    "a list",
                    found,
                ));
            }
        }
        exceptions
    }

    fn exception(&mut self, item: &Yaml, way: Way) -> Option<Exception> {
        let Kind::Map(entries) = &item.kind else {
            let found = format!("{} in it", item.kind.describe());
            let expected = "a list of maps";
            self.refuse(rule_structure::wrong_form(
                item.span,
                "exceptions",
                expected,
                &found,
            ));
            return None;
        };
        self.repeated_keys(entries);
        self.unknown_keys_of_exception(entries);
        let head = std::mem::replace(&mut self.head, item.span);
        let exception = self.named_exception(item, way);
        self.head = head;
        exception
    }

    fn named_exception(&mut self, item: &Yaml, way: Way) -> Option<Exception> {
        if item.get("name").is_none() {
            self.refuse(rule_structure::missing_key(
                item.span,
                "the exception",
                "name",
            ));
        }
        let name = self.optional(item, "name")?;
        let (name, at): (Arc<str>, Span) = ((&*name.text).into(), name.span);
        if way == Way::Replace && item.get("fields").is_none() {
            self.refuse(rule_structure::missing_key(at, "the exception", "fields"));
        }
        let fields = self.part(item, "fields");
        let comparisons = self.part(item, "comps");
        let values = self.values(item);
        if values.is_none() && way == Way::Append {
            self.warn(rule_exception_without_values::nothing_to_append(at, &name));
        }
        Some(Exception {
            name,
            at,
            fields,
            comparisons,
            values: values.unwrap_or_default(),
        })
    }

    /// The fields or comparisons of an exception.
    fn part(&mut self, item: &Yaml, key: &str) -> Entry {
        match item.get(key) {
            Some(value) => self.entry(value, key),
            None => Entry::Nothing(item.span),
        }
    }

    /// The values of an exception, if it has the key.
    fn values(&mut self, item: &Yaml) -> Option<Vec<Entry>> {
        let value = item.get("values")?;
        let Kind::List(items) = &value.kind else {
            let found = value.kind.describe();
            let place = item.place_of("values").unwrap_or(value.span);
            self.refuse(rule_structure::wrong_form(place, "values", "a list", found));
            return None;
        };
        Some(
            items
                .iter()
                .map(|item| self.entry(item, "values"))
                .collect(),
        )
    }

    /// A text, a list of entries, or nothing. Deeper lists than the reader of YAML lets through there are not.
    fn entry(&mut self, value: &Yaml, key: &str) -> Entry {
        match &value.kind {
            Kind::Scalar(scalar) => {
                if scalar.text.is_empty() {
                    self.refuse(rule_structure::empty(scalar.span, key));
                }
                Entry::Text(word_of(scalar))
            }
            Kind::List(items) => {
                let items = items.iter().map(|item| self.entry(item, key));
                Entry::List(items.collect(), value.span)
            }
            Kind::Null | Kind::Map(_) => Entry::Nothing(value.span),
        }
    }
}
