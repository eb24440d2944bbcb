//! Macros and lists that nothing uses.

use foldhash::HashSet;

use super::advice::MOST_SAID;
use super::compile::{Body, diagnostic, problems};
use super::environment::Environment;
use super::item::Definition;
use super::load::Loaded;
use super::locator::Locator;
use crate::checks::rules::{rule_unused_list, rule_unused_macro};
use crate::condition::Problem;
use crate::diagnostic::{Diagnostic, Diagnostics, ItemKind, Severity};

/// Reports what nothing uses in all files together. What the rules that Falco maintains have as well may be used there.
pub fn report(
    loaded: &Loaded,
    environment: &Environment,
    locator: &Locator,
    diagnostics: &mut Diagnostics,
) {
    let (macros, lists) = used(loaded);
    let is_own = |definition: &Definition, kind| {
        loaded.is_own(definition.file) && !environment.may_be_maintained(&definition.item(kind))
    };
    for (at, macro_) in loaded.set.macros.values().enumerate() {
        let definition = &macro_.definition;
        if !macros.contains(&at) && is_own(definition, ItemKind::Macro) {
            let said = rule_unused_macro::unused(definition.latest("condition"), &definition.name);
            let item = definition.item(ItemKind::Macro);
            diagnostics.push(said.item(item.clone()));
            if let Some(Some(body)) = loaded.compiled.macros.get(at) {
                let said = wrong_in_any_case(body, environment, locator).into_iter();
                diagnostics.extend(said.map(|said| said.item(item.clone())));
            }
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

/// What Falco would refuse in a macro that nothing uses yet, whatever the source of the rules that come to use it.
fn wrong_in_any_case(body: &Body, environment: &Environment, locator: &Locator) -> Vec<Diagnostic> {
    let scopes = environment
        .event_sources
        .iter()
        .map(|source| environment.scope(source));
    let wrong = scopes.map(|scope| {
        let mut wrong = problems(body, &scope, environment);
        wrong.retain(Problem::is_error);
        (wrong, scope)
    });
    let Some((least, scope)) = wrong.min_by_key(|(wrong, _)| wrong.len()) else {
        return Vec::new();
    };
    let said = least
        .iter()
        .take(MOST_SAID)
        .filter_map(|problem| diagnostic(problem, &body.text, &scope, locator));
    said.map(|said| Diagnostic {
        severity: Severity::Warning,
        // Falco says nothing of what it does not compile.
        falco_code: None,
        ..said
    })
    .collect()
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
