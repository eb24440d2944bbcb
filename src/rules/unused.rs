//! Macros and lists that nothing uses.

use foldhash::HashSet;

use super::environment::Environment;
use super::item::Definition;
use super::load::Loaded;
use crate::checks::rules::{rule_unused_list, rule_unused_macro};
use crate::diagnostic::{Diagnostics, ItemKind};

/// Reports what nothing uses in all files together. What the rules that Falco maintains have as well may be used there.
pub fn report(loaded: &Loaded, environment: &Environment, diagnostics: &mut Diagnostics) {
    let (macros, lists) = used(loaded);
    let is_own = |definition: &Definition, kind| {
        is_own(loaded, definition) && !environment.may_be_maintained(&definition.item(kind))
    };
    for (at, macro_) in loaded.set.macros.values().enumerate() {
        let definition = &macro_.definition;
        if !macros.contains(&at) && is_own(definition, ItemKind::Macro) {
            let said = rule_unused_macro::unused(definition.latest("condition"), &definition.name);
            diagnostics.push(said.item(definition.item(ItemKind::Macro)));
        }
    }
    for (at, list) in loaded.set.lists.values().enumerate() {
        let definition = &list.definition;
        if !lists.contains(&at) && is_own(definition, ItemKind::List) {
            let said = rule_unused_list::unused(definition.latest("items"), &definition.name);
            diagnostics.push(said.item(definition.item(ItemKind::List)));
        }
    }
}

/// The macros and lists that something uses, by their positions.
fn used(loaded: &Loaded) -> (HashSet<usize>, HashSet<usize>) {
    let compiled = &loaded.compiled;
    let mut macros = HashSet::default();
    let mut lists: HashSet<usize> = compiled.lists.used_by_lists().collect();
    for body in compiled
        .macros
        .iter()
        .flatten()
        .chain(compiled.rules.values())
    {
        macros.extend(body.uses.iter().filter_map(|found| found.macro_));
        lists.extend(&body.lists);
    }
    (macros, lists)
}

fn is_own(loaded: &Loaded, definition: &Definition) -> bool {
    let file = loaded.files.get(definition.file);
    file.is_some_and(|(file, _)| !file.is_background)
}
