//! The key `override`: which keys an item changes, and how.

use super::{Reading, Way};
use crate::checks::rules::{rule_override, rule_override_of_nothing, rule_structure};
use crate::rules::yaml::{Kind, Yaml};
use crate::source::Span;
use crate::values::similar;

/// A key that an item changes.
pub(super) struct KeyChange {
    pub key: &'static str,
    pub way: Way,
    pub at: Span,
}

impl Reading<'_> {
    /// The changes that `override` names. `appendable` and `replaceable` are the keys that can be changed so.
    pub(super) fn changes(
        &mut self,
        item: &Yaml,
        appendable: &[&'static str],
        replaceable: &[&'static str],
    ) -> Vec<KeyChange> {
        let Some(value) = item.get("override") else {
            return Vec::new();
        };
        let place = item.place_of("override").unwrap_or(value.span);
        match &value.kind {
            Kind::Map(entries) if !entries.is_empty() => {
                let mut changes = Vec::new();
                for (key, operation) in &**entries {
                    changes.extend(self.change(key, operation, appendable, replaceable));
                }
                changes
            }
            Kind::List(items) if !items.is_empty() => {
                let expected = "a map of keys to `append` or `replace`";
                let refusal = rule_structure::wrong_form(place, "override", expected, "a list");
                self.refuse(refusal.falco("LOAD_ERR_VALIDATE"));
                Vec::new()
            }
            _ => {
                self.warn(rule_override_of_nothing::empty(place));
                Vec::new()
            }
        }
    }

    /// One entry of `override`.
    fn change(
        &mut self,
        key: &Yaml,
        operation: &Yaml,
        appendable: &[&'static str],
        replaceable: &[&'static str],
    ) -> Option<KeyChange> {
        let name = key.as_str().unwrap_or("null");
        let known = |keys: &[&'static str]| keys.iter().copied().find(|known| *known == name);
        let (way, known) = match operation.as_str() {
            Some("append") => (Way::Append, known(appendable)),
            Some("replace") => (Way::Replace, known(replaceable)),
            _ => {
                self.refuse(rule_override::no_way(operation.span, name));
                return None;
            }
        };
        if known.is_none() {
            let can_replace = replaceable.contains(&name) && way == Way::Append;
            let keys = appendable.iter().chain(replaceable).copied();
            let similar = similar::word(name, keys.filter(|other| *other != name));
            self.refuse(rule_override::not_so(
                key.span,
                name,
                way.name(),
                can_replace,
                similar,
            ));
        }
        Some(KeyChange {
            key: known?,
            way,
            at: key.span,
        })
    }
}
