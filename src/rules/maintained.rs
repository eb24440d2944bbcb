//! The rules that Falco maintains: the names of what is in them, which the rules of others build on and change.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::read::DEFAULT_SOURCE;
use crate::diagnostic::{Item, ItemKind};

/// The kinds, files and names, in their order: those of falcosecurity/rules at c72713e, and of `k8s_audit_rules.yaml` of
/// falcosecurity/plugins. What several files define is in the first of them.
const ITEMS: &str = include_str!("maintained.txt");

/// The file with rules for the audit events of Kubernetes.
const AUDIT: &str = "k8s_audit_rules.yaml";

/// The files by kinds and names: many names may be looked up in one run.
static FILES: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
    let items = ITEMS.lines().filter_map(parts);
    items
        .map(|(kind, file, name)| ((kind, name), file))
        .collect()
});

/// The files and names of all items of a kind.
pub fn items(kind: ItemKind) -> impl Iterator<Item = (&'static str, &'static str)> {
    let items = ITEMS.lines().filter_map(parts);
    items
        .filter(move |(known, ..)| *known == kind.name())
        .map(|(_, file, name)| (file, name))
}

/// The file that defines an item, such as `falco_rules.yaml`, if one does.
#[must_use]
pub fn file(item: &Item) -> Option<&'static str> {
    FILES.get(&(item.kind.name(), &*item.name)).copied()
}

/// Whether a file of that name is one of them.
#[must_use]
pub fn is_file(name: &str) -> bool {
    FILES.values().any(|file| *file == name)
}

/// The source of the events that an item is for.
#[must_use]
pub fn source(item: &Item) -> &'static str {
    match file(item) {
        Some(AUDIT) => "k8s_audit",
        _ => DEFAULT_SOURCE,
    }
}

/// The kind, file and name of a line.
fn parts(line: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (kind, rest) = line.split_once(' ')?;
    let (file, name) = rest.split_once(' ')?;
    Some((kind, file, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_maintained_rules_are_known() {
        let has = |kind, name: &str| file(&Item::new(kind, name)).is_some();
        assert!(has(ItemKind::Rule, "Terminal shell in container"));
        assert!(has(ItemKind::Macro, "spawned_process"));
        assert!(has(ItemKind::List, "shell_binaries"));
        assert!(!has(ItemKind::List, "spawned_process"));
        assert!(!has(ItemKind::Macro, "spawned") && !has(ItemKind::Rule, ""));
    }
}
