//! The rules that Falco maintains: the names of what is in them, which the rules of others build on and change.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::read::DEFAULT_SOURCE;
use crate::diagnostic::{Item, ItemKind};

/// The kinds, sources and names, in their order: those of `falco_rules`, `falco-incubating_rules` and `falco-sandbox_rules` of
/// falcosecurity/rules at c72713e, and of `k8s_audit_rules` of falcosecurity/plugins.
const ITEMS: &str = include_str!("maintained.txt");

/// The sources by kinds and names: many names may be looked up in one run.
static SOURCES: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
    let items = ITEMS.lines().filter_map(parts);
    items
        .map(|(kind, source, name)| ((kind, name), source))
        .collect()
});

/// The names of all items of a kind.
pub fn names(kind: ItemKind) -> impl Iterator<Item = &'static str> {
    let items = ITEMS.lines().filter_map(parts);
    items
        .filter(move |(known, ..)| *known == kind.name())
        .map(|(.., name)| name)
}

/// The source of the events that an item is for.
#[must_use]
pub fn source(item: &Item) -> &'static str {
    let found = SOURCES.get(&(item.kind.name(), &*item.name));
    found.copied().unwrap_or(DEFAULT_SOURCE)
}

/// The kind, source and name of a line.
fn parts(line: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (kind, rest) = line.split_once(' ')?;
    let (source, name) = rest.split_once(' ')?;
    Some((kind, source, name))
}

/// Whether there is such an item.
#[must_use]
pub fn has(item: &Item) -> bool {
    SOURCES.contains_key(&(item.kind.name(), &*item.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_maintained_rules_are_known() {
        let has = |kind, name: &str| has(&Item::new(kind, name));
        assert!(has(ItemKind::Rule, "Terminal shell in container"));
        assert!(has(ItemKind::Macro, "spawned_process"));
        assert!(has(ItemKind::List, "shell_binaries"));
        assert!(!has(ItemKind::List, "spawned_process"));
        assert!(!has(ItemKind::Macro, "spawned") && !has(ItemKind::Rule, ""));
    }
}
