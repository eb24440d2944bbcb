//! What rules require: a version of the engine, and plugins.

use super::{Parsed, Reading};
use crate::checks::rules::{rule_engine_version, rule_plugin_version, rule_structure};
use crate::rules::yaml::{Kind, Yaml, decode_u32};
use crate::source::Span;

/// A version of three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// The first number.
    pub major: u32,
    /// The second number.
    pub minor: u32,
    /// The third number.
    pub patch: u32,
}

impl Version {
    /// The version at the start of a text, three numbers with dots between them (libs, `version.h`). What follows does
    /// not count.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = text;
        let mut numbers = [0; 3];
        for (at, number) in numbers.iter_mut().enumerate() {
            if at > 0 {
                rest = rest.strip_prefix('.')?;
            }
            let digits = rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']);
            let digits = digits.strip_prefix('+').unwrap_or(digits);
            let end = digits.bytes().take_while(u8::is_ascii_digit).count();
            *number = digits[..end].parse().ok()?;
            rest = &digits[end..];
        }
        let [major, minor, patch] = numbers;
        Some(Version {
            major,
            minor,
            patch,
        })
    }

    /// Whether this version is enough for who requires `required` (libs, `version.h`: `compatible_with`).
    #[must_use]
    pub fn satisfies(self, required: Version) -> bool {
        self.major == required.major && (self.minor, self.patch) >= (required.minor, required.patch)
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// A plugin that rules require, or one of several.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// Where the first of them is named.
    pub at: Span,
    /// Names and least versions; one of them is enough.
    pub alternatives: Vec<(Box<str>, Version)>,
}

impl Reading<'_> {
    pub(super) fn engine_version(mut self, item: &Yaml) -> Option<Parsed> {
        let scalar = self.required(item, "required_engine_version")?;
        let minor = decode_u32(&scalar.text).map(|minor| Version {
            major: 0,
            minor,
            patch: 0,
        });
        let version = minor.or_else(|| Version::parse(&scalar.text));
        if version.is_none() {
            self.refuse(rule_engine_version::no_version(scalar.span));
        }
        self.unknown_keys(
            item.as_map().unwrap_or_default(),
            &["required_engine_version"],
        );
        Some(Parsed::Engine(version?, scalar.span))
    }

    pub(super) fn plugin_versions(mut self, item: &Yaml) -> Option<Parsed> {
        const KEY: &str = "required_plugin_versions";
        let value = item.get(KEY)?;
        self.unknown_keys(item.as_map().unwrap_or_default(), &[KEY]);
        let Kind::List(plugins) = &value.kind else {
            let found = value.kind.describe();
            self.refuse(rule_structure::wrong_form(self.head, KEY, "a list", found));
            return None;
        };
        let plugins = plugins.iter().filter_map(|plugin| self.requirement(plugin));
        Some(Parsed::Plugins(plugins.collect()))
    }

    fn requirement(&mut self, plugin: &Yaml) -> Option<Requirement> {
        let mut requirement = Requirement {
            at: plugin.span,
            alternatives: Vec::new(),
        };
        self.plugin(plugin, "required_plugin_versions", &mut requirement)?;
        if let Some(value) = plugin.get("alternatives") {
            let Kind::List(others) = &value.kind else {
                let found = value.kind.describe();
                let refusal =
                    rule_structure::wrong_form(value.span, "alternatives", "a list", found);
                self.refuse(refusal);
                return None;
            };
            for other in &**others {
                self.plugin(other, "alternatives", &mut requirement)?;
            }
        }
        Some(requirement)
    }

    /// Adds the plugin that a map names.
    fn plugin(&mut self, plugin: &Yaml, key: &str, to: &mut Requirement) -> Option<()> {
        if !matches!(plugin.kind, Kind::Map(_)) {
            let found = format!("{} in it", plugin.kind.describe());
            self.refuse(rule_structure::wrong_form(
                plugin.span,
                key,
                "a list of maps",
                &found,
            ));
            return None;
        }
        let head = std::mem::replace(&mut self.head, plugin.span);
        let name = self.required(plugin, "name");
        let version = self.required(plugin, "version");
        self.head = head;
        let (name, version) = (name?, version?);
        if to.alternatives.is_empty() {
            to.at = name.span;
        }
        let Some(number) = Version::parse(&version.text) else {
            self.refuse(rule_plugin_version::no_version(version.span, &name.text));
            return None;
        };
        if to
            .alternatives
            .iter()
            .any(|(other, _)| **other == *name.text)
        {
            self.refuse(rule_plugin_version::twice(name.span, &name.text));
        }
        to.alternatives.push(((&*name.text).into(), number));
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Option<String> {
        Version::parse(text).map(|version| version.to_string())
    }

    #[test]
    fn a_version_is_three_numbers_and_whatever_follows() {
        assert_eq!(version("0.44.1"), Some("0.44.1".into()));
        assert_eq!(version("1.2.3-rc1"), Some("1.2.3".into()));
        for text in ["", "1", "1.2", "a.b.c", "1,2,3", "v1.2.3"] {
            assert_eq!(version(text), None, "{text}");
        }
    }

    #[test]
    fn a_later_version_of_the_same_major_number_satisfies() {
        let version = |text| Version::parse(text).unwrap();
        assert!(version("0.62.0").satisfies(version("0.31.7")));
        assert!(!version("0.62.0").satisfies(version("0.63.0")));
        assert!(!version("1.0.0").satisfies(version("0.1.0")));
    }
}
