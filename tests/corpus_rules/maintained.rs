//! The names in the rules that Falco maintains, which are told from names that nothing defines.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use falcogen::diagnostic::{Diagnostics, ItemKind};
use falcogen::rules::{Environment, RulesFile, load};
use falcogen::source::{SourceKind, Sources};

use super::corpus::{Corpus, MAINTAINED};

#[test]
fn the_names_that_the_maintained_rules_define_are_known() {
    let Some(corpus) = Corpus::open() else { return };
    let files = MAINTAINED.into_iter().chain(["k8s_audit_rules.yaml"]);
    let mut items: BTreeMap<(ItemKind, String), &str> = BTreeMap::new();
    for file in files {
        for item in items_of(&corpus.text(&format!("maintained/{file}"))) {
            items.entry(item).or_insert(file);
        }
    }
    let line = |((kind, name), file): (&(ItemKind, String), &&str)| {
        format!("{} {file} {name}\n", kind.name())
    };
    let made = items.iter().map(line).collect::<Vec<_>>().concat();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/maintained.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &made).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), made);
}

/// The kinds and names of what a rules file defines.
fn items_of(text: &str) -> Vec<(ItemKind, String)> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = RulesFile {
        source: sources.add("rules.yaml", text, SourceKind::File),
        is_background: false,
    };
    let loaded = load(&[file], &Environment::falco(), &sources, &mut diagnostics);
    let set = &loaded.set;
    let rules = set.rules.keys().map(|name| (ItemKind::Rule, name));
    let macros = set.macros.keys().map(|name| (ItemKind::Macro, name));
    let lists = set.lists.keys().map(|name| (ItemKind::List, name));
    rules
        .chain(macros)
        .chain(lists)
        .map(|(kind, name)| (kind, name.to_string()))
        .collect()
}
