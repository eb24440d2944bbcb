//! Lists and macros.

use super::{Parsed, ParsedList, ParsedMacro, Reading, Way};
use crate::checks::rules::{rule_deprecated, rule_invalid_name, rule_override};
use crate::diagnostic::{Item, ItemKind};
use crate::rules::yaml::Yaml;

impl Reading<'_> {
    pub(super) fn list(mut self, item: &Yaml) -> Option<Parsed> {
        let name = self.name(item, "list")?;
        self.item = Some(Item {
            kind: ItemKind::List,
            name: name.text.clone(),
        });
        if !is_bare_text(&name.text) {
            self.warn(rule_invalid_name::of_list(name.at, &name.text));
        }
        if item.get("items").is_none() {
            self.required(item, "items");
        }
        let items = self.texts(item, "items").unwrap_or_default();
        let appends = self.appends(item, "items");
        self.unknown_keys(
            item.as_map().unwrap_or_default(),
            &["list", "items", "append", "override"],
        );
        Some(Parsed::List(ParsedList {
            name,
            items,
            appends,
            is_broken: self.is_broken,
        }))
    }

    pub(super) fn macro_(mut self, item: &Yaml) -> Option<Parsed> {
        let name = self.name(item, "macro")?;
        self.item = Some(Item {
            kind: ItemKind::Macro,
            name: name.text.clone(),
        });
        if !is_identifier(&name.text) {
            self.warn(rule_invalid_name::of_macro(name.at, &name.text));
        }
        let condition = self.text(item, "condition").unwrap_or_default();
        let appends = self.appends(item, "condition");
        self.unknown_keys(
            item.as_map().unwrap_or_default(),
            &["macro", "condition", "append", "override"],
        );
        Some(Parsed::Macro(ParsedMacro {
            name,
            condition,
            appends,
            is_broken: self.is_broken,
        }))
    }

    /// Whether the one thing that the item says, under `key`, is appended.
    fn appends(&mut self, item: &Yaml, key: &'static str) -> bool {
        let appends = self.append_flag(item, &format!("`{key}: append`"));
        let changes = self.changes(item, &[key], &[key]);
        if appends && !changes.is_empty() {
            self.append_beside_override(item);
        }
        appends || changes.iter().any(|change| change.way == Way::Append)
    }

    /// Whether the item has `append: true`, which is deprecated.
    pub(super) fn append_flag(&mut self, item: &Yaml, instead: &str) -> bool {
        let appends = self.switch(item, "append").unwrap_or_default();
        if let Some(place) = item.place_of("append").filter(|_| appends) {
            self.warn(rule_deprecated::append(place, instead));
        }
        appends
    }

    /// Reports `append: true` and `override` in one item.
    pub(super) fn append_beside_override(&mut self, item: &Yaml) {
        let places = (item.place_of("append"), item.place_of("override"));
        if let (Some(append), Some(other)) = places {
            self.refuse(rule_override::with_append(append, other));
        }
    }
}

/// Whether conditions can have the text without quotes (libs, `filter/parser.cpp`: `RGX_BARESTR`).
fn is_bare_text(text: &str) -> bool {
    !text.is_empty()
        && !text.contains([
            '(', ')', '"', '\'', '=', ',', ' ', '\t', '\n', '\u{b}', '\u{c}', '\r',
        ])
}

/// Whether conditions can name a macro so (libs, `filter/parser.cpp`: `RGX_IDENTIFIER`).
fn is_identifier(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_macro_is_named_by_letters_digits_and_underscores() {
        assert!(is_identifier("open_read2"));
        for name in ["", "_open", "2open", "open-read", "öffnen"] {
            assert!(!is_identifier(name), "{name}");
        }
    }

    #[test]
    fn a_list_may_be_named_by_what_is_no_quote_parenthesis_comma_blank_or_equal_sign() {
        assert!(is_bare_text("docker-binaries.v2"));
        for name in ["", "a b", "a,b", "a=b", "a'b", "(a"] {
            assert!(!is_bare_text(name), "{name}");
        }
    }
}
