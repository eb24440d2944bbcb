//! Keys that an item does not have, or has twice.

use foldhash::HashMap;

use super::Reading;
use crate::checks::rules::{rule_repeated_key, rule_unknown_key};
use crate::rules::yaml::Yaml;
use crate::values::similar;

impl Reading<'_> {
    /// Reports keys that are none of `known`.
    pub(super) fn unknown_keys(&mut self, entries: &[(Yaml, Yaml)], known: &[&str]) {
        let of = self.words();
        for (key, _) in entries {
            let text = key.as_str().unwrap_or("null");
            if !known.contains(&text) {
                let similar = similar::word(text, known.iter().copied());
                let ignored = rule_unknown_key::ignored(key.span, of, text, similar);
                self.warn(ignored.falco("LOAD_UNKNOWN_KEY"));
            }
        }
    }

    /// Reports keys that an exception does not have. Falco says nothing of them.
    pub(super) fn unknown_keys_of_exception(&mut self, entries: &[(Yaml, Yaml)]) {
        for (key, _) in entries {
            let text = key.as_str().unwrap_or("null");
            if !OF_EXCEPTION.contains(&text) {
                let similar = similar::word(text, OF_EXCEPTION);
                let ignored = rule_unknown_key::ignored(key.span, "the exception", text, similar);
                self.warn(ignored);
            }
        }
    }

    /// Reports keys that are there twice, of which Falco takes the first.
    pub(super) fn repeated_keys(&mut self, entries: &[(Yaml, Yaml)]) {
        let texts = || entries.iter().map(|(key, _)| key.as_str());
        if entries.len() <= FEW && !has_twice(texts()) {
            return;
        }
        let mut first = HashMap::default();
        for (key, _) in entries {
            let Some(text) = key.as_str() else { continue };
            if let Some(first) = first.insert(text, key.span) {
                self.warn(rule_repeated_key::again(key.span, text, first));
            }
        }
    }
}

/// The keys of an exception.
const OF_EXCEPTION: [&str; 4] = ["name", "fields", "comps", "values"];

/// So many keys are compared with each other faster than they are sorted into a table.
const FEW: usize = 16;

/// Whether a text is among them twice.
fn has_twice<'a>(texts: impl Iterator<Item = Option<&'a str>> + Clone) -> bool {
    let mut rest = texts;
    while let Some(text) = rest.next() {
        if text.is_some() && rest.clone().any(|other| other == text) {
            return true;
        }
    }
    false
}
