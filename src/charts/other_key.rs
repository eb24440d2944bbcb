//! What a chart knows of keys that it does not have: those of its other versions, and those that people make up.

use std::borrow::Cow;
use std::fmt;

use crate::yaml::{Path, Step};

/// A key that a chart does not have, though other versions of it do, or people write it all the same.
#[derive(Clone, Copy, Debug)]
pub struct OtherKey {
    /// The path of the topmost key that this version does not have, such as `falco.grpc`. The step `*` stands for any
    /// one key.
    pub path: &'static str,
    /// What has the key.
    pub versions: Versions,
    /// What comes of the key here.
    pub effect: Effect,
    /// Where its value belongs here.
    pub became: Became,
    /// What does the same here, or that nothing does: a help line. Empty where [`OtherKey::became`] says it all.
    pub instead: &'static str,
}

/// What has a key that this version of the chart does not have. The versions are in words: `since 1.1.0`,
/// `until 0.9.1`, `from 1.1.3 to 1.1.4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Versions {
    /// Nothing, ever.
    None,
    /// Later versions of the chart.
    Later(&'static str),
    /// Earlier versions of the chart.
    Former(&'static str),
    /// Earlier versions of something else, which is named first.
    FormerOf(&'static str, &'static str),
}

impl fmt::Display for Versions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Versions::None => f.write_str("no version of the chart has it"),
            Versions::Later(versions) => write!(f, "the chart has it {versions}"),
            Versions::Former(versions) => write!(f, "the chart had it {versions}"),
            Versions::FormerOf(owner, versions) => write!(f, "{owner} had it {versions}"),
        }
    }
}

/// What comes of a key that the chart does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    Nothing,
    /// It goes into falco.yaml, and this is what happens there: a clause that begins with `where` or the like.
    InFalcoYaml(&'static str),
    /// The chart refuses to render, even if the key is null.
    Refused,
}

/// Where the value of a key belongs in this version of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// It can stand as it is at each of these paths; where there are several, it decided for all of them.
    Moved(&'static [&'static str]),
    /// What it says is said at these paths, in other words.
    Changed(&'static [&'static str]),
    /// Nowhere.
    Gone,
}

impl Became {
    /// The paths at which to write now.
    #[must_use]
    pub fn paths(&self) -> &'static [&'static str] {
        match self {
            Became::Moved(paths) | Became::Changed(paths) => paths,
            Became::Gone => &[],
        }
    }
}

impl OtherKey {
    const fn new(
        path: &'static str,
        versions: Versions,
        became: Became,
        instead: &'static str,
    ) -> Self {
        OtherKey {
            path,
            versions,
            effect: Effect::Nothing,
            became,
            instead,
        }
    }

    /// A key whose value stands elsewhere now, and is the same there.
    #[must_use]
    pub const fn moved(
        path: &'static str,
        versions: Versions,
        paths: &'static [&'static str],
    ) -> Self {
        OtherKey::new(path, versions, Became::Moved(paths), "")
    }

    /// A key whose value is written elsewhere now, and otherwise; `instead` says how.
    #[must_use]
    pub const fn changed(
        path: &'static str,
        versions: Versions,
        paths: &'static [&'static str],
        instead: &'static str,
    ) -> Self {
        OtherKey::new(path, versions, Became::Changed(paths), instead)
    }

    /// A key for whose value there is no place; `instead` says why, or what to do.
    #[must_use]
    pub const fn gone(path: &'static str, versions: Versions, instead: &'static str) -> Self {
        OtherKey::new(path, versions, Became::Gone, instead)
    }

    /// The same key, which goes into falco.yaml; `there` says what happens there.
    #[must_use]
    pub const fn in_falco_yaml(self, there: &'static str) -> Self {
        OtherKey {
            effect: Effect::InFalcoYaml(there),
            ..self
        }
    }

    /// The same key, which the chart refuses.
    #[must_use]
    pub const fn refused(self) -> Self {
        OtherKey {
            effect: Effect::Refused,
            ..self
        }
    }

    /// Whether the chart refuses to render because of it.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.effect == Effect::Refused
    }

    /// What to write now.
    #[must_use]
    pub fn help(&self) -> Cow<'static, str> {
        match self.instead {
            "" => format!("use `{}`", self.became.paths().join("` and `")).into(),
            instead => instead.into(),
        }
    }

    /// Whether this is the key at `path`, which is also given as text.
    pub(super) fn is_at(&self, path: &Path, text: &str) -> bool {
        self.path == text || (self.path.contains('*') && self.matches(path))
    }

    fn matches(&self, path: &Path) -> bool {
        let pattern: Vec<&str> = self.path.split('.').collect();
        let is_like = |(step, pattern): (&Step, &&str)| matches!(step, Step::Key(key) if *pattern == "*" || **key == **pattern);
        pattern.len() == path.0.len() && path.0.iter().zip(&pattern).all(is_like)
    }
}

/// A value that a chart refuses, though earlier versions took it.
#[derive(Clone, Copy, Debug)]
pub struct OtherValue {
    /// Where it stands: keys, separated by dots.
    pub path: &'static str,
    /// The value, which is a text.
    pub value: &'static str,
    /// What has it.
    pub versions: Versions,
    /// What does the same here, or that nothing does: a help line.
    pub instead: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_one_key() {
        let key = OtherKey::gone("a.*.enabled", Versions::None, "take it out");
        let is_at = |text: &str| key.is_at(&text.parse().unwrap(), text);
        assert!(is_at("a.b.enabled"));
        assert!(is_at("a[\"b.c\"].enabled"));
        assert!(!is_at("a.enabled"));
        assert!(!is_at("a.b.c.enabled"));
        assert!(!is_at("a.b.create"));
    }

    #[test]
    fn a_key_that_only_moved_says_where_to() {
        let key = OtherKey::moved("a", Versions::None, &["b.c"]);
        assert_eq!(key.help(), "use `b.c`");
        let key = OtherKey::moved("a", Versions::None, &["b", "c"]);
        assert_eq!(key.help(), "use `b` and `c`");
    }
}
