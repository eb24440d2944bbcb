//! All rules, macros and lists that are loaded so far, and what an item of a file makes of them (Falco 0.44,
//! `rule_loader_collector.cpp`).

use std::collections::BTreeSet;
use std::sync::Arc;

use foldhash::HashMap;
use foldhash::fast::RandomState;
use indexmap::IndexMap;

use super::environment::Environment;
use super::fragment::Fragment;
use super::item::{Change, DEFINED_BEFORE, Definition, List, Macro, Rule};
use super::read::{Name, Parsed, ParsedList, ParsedMacro, Requirement};
use super::text::Text;
use crate::checks::rules::{rule_engine_version, rule_no_such_item};
use crate::diagnostic::{Diagnostic, Diagnostics, Item, ItemKind, Severity};
use crate::source::Span;
use crate::values::similar;

/// Definitions by their names.
pub type ByName<T> = IndexMap<Arc<str>, T, RandomState>;

/// The definitions at some positions, each with its position.
pub fn at<'s, T>(
    all: &'s ByName<T>,
    positions: &BTreeSet<usize>,
) -> impl Iterator<Item = (usize, &'s T)> {
    let found = |at: &usize| Some((*at, all.get_index(*at)?.1));
    positions.iter().filter_map(found)
}

/// All that is loaded so far, each kind in the order of its first definitions.
#[derive(Debug, Default)]
pub struct RuleSet {
    /// The lists.
    pub lists: ByName<List>,
    /// The macros.
    pub macros: ByName<Macro>,
    /// The rules.
    pub rules: ByName<Rule>,
    /// The plugins that are required.
    pub requirements: Vec<Requirement>,
    /// What is changed, and is one of the rules that Falco maintains, with the first place.
    pub not_given: HashMap<Item, Span>,
    /// What is said of such, as far as it can be looked at by itself.
    pub fragments: Vec<Fragment>,
    next: u32,
    /// How many changes of what there is not have been refused.
    refused: usize,
}

/// For so many items that there are not the one that may be meant is looked for.
const MOST_PROPOSALS: usize = 100;

/// Why an item that is to be changed is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is one of the rules that Falco maintains, which are not given.
    NotGiven,
    /// Nothing defines it.
    Undefined,
}

/// What the files say of names, also those that are not loaded yet.
#[derive(Debug, Default)]
pub struct Names {
    /// Where each is defined first, and in which file.
    pub defined: HashMap<Item, (Span, usize)>,
    /// The names of lists and macros, by the first word of each: a name may have blanks in it.
    pub changeable: HashMap<Box<str>, Vec<Arc<str>>>,
    /// The last file that defines or changes a list or macro.
    pub last_file: usize,
}

/// One file being taken in.
pub struct Collecting<'a> {
    /// What it is taken into.
    pub set: &'a mut RuleSet,
    /// What the rules are loaded into.
    pub environment: &'a Environment,
    /// What the files say of names.
    pub names: &'a Names,
    /// The number of the file in load order.
    pub file: usize,
    /// What is wrong.
    pub diagnostics: &'a mut Diagnostics,
    /// The items that it defines or changes.
    pub touched: Vec<Item>,
}

impl Collecting<'_> {
    /// Takes in an item.
    pub fn take(&mut self, parsed: Parsed) {
        match parsed {
            Parsed::Engine(version, at) => {
                let engine = self.environment.engine;
                if !engine.satisfies(version) {
                    let (required, engine) = (version.to_string(), engine.to_string());
                    let refusal = rule_engine_version::not_satisfied(at, &required, &engine);
                    self.diagnostics.push(refusal);
                }
            }
            Parsed::Plugins(requirements) => self.set.requirements.extend(requirements),
            Parsed::List(list) => self.list(list),
            Parsed::Macro(item) => self.macro_(item),
            Parsed::Rule(rule) => self.rule(rule),
        }
    }

    fn list(&mut self, list: ParsedList) {
        let item = named(ItemKind::List, &list.name);
        if list.appends {
            let Some(previous) = self.set.lists.get_mut(&list.name.text) else {
                self.refuse_change(list.name.at, &item, "append to");
                return;
            };
            previous.items.extend(list.items);
            let visibility = count(&mut self.set.next);
            let definition = &mut previous.definition;
            definition.is_broken |= list.is_broken;
            definition.change(list.name.at, "append", vec!["items"], visibility, self.file);
        } else {
            let previous = self.set.lists.get_mut(&list.name.text);
            let previous = previous.map(|previous| taken(&mut previous.definition));
            let mut definition = self.definition(&list.name, previous);
            definition.is_broken = list.is_broken;
            let items = list.items;
            self.set
                .lists
                .insert(list.name.text, List { definition, items });
        }
        self.touched.push(item);
    }

    fn macro_(&mut self, parsed: ParsedMacro) {
        let item = named(ItemKind::Macro, &parsed.name);
        if parsed.appends {
            let Some(previous) = self.set.macros.get_mut(&parsed.name.text) else {
                if self.refuse_change(parsed.name.at, &item, "append to") == Refusal::NotGiven {
                    self.appended_condition(&item, &parsed.condition);
                }
                return;
            };
            append(&mut previous.condition, &parsed.condition);
            let visibility = count(&mut self.set.next);
            let definition = &mut previous.definition;
            definition.is_broken |= parsed.is_broken;
            definition.change(
                parsed.name.at,
                "append",
                vec!["condition"],
                visibility,
                self.file,
            );
        } else {
            let previous = self.set.macros.get_mut(&parsed.name.text);
            let previous = previous.map(|previous| taken(&mut previous.definition));
            let mut definition = self.definition(&parsed.name, previous);
            definition.is_broken = parsed.is_broken;
            let condition = parsed.condition;
            let item = Macro {
                definition,
                condition,
            };
            self.set.macros.insert(parsed.name.text, item);
        }
        self.touched.push(item);
    }

    /// A definition of that name in place of the previous one, if there is one.
    pub(super) fn definition(&mut self, name: &Name, previous: Option<Definition>) -> Definition {
        let visibility = count(&mut self.set.next);
        let mut definition = Definition {
            name: Arc::clone(&name.text),
            at: name.at,
            index: visibility,
            visibility,
            file: self.file,
            is_broken: false,
            changes: Vec::new(),
        };
        if let Some(previous) = previous {
            definition.index = previous.index;
            definition.changes = previous.changes;
            definition.changes.push(Change {
                at: previous.at,
                way: DEFINED_BEFORE,
                keys: Vec::new(),
            });
        }
        definition
    }

    /// The position of the next change.
    pub(super) fn next(&mut self) -> u32 {
        count(&mut self.set.next)
    }

    /// Reports a change of an item that there is not; says why there is none.
    pub(super) fn refuse_change(&mut self, at: Span, item: &Item, way: &str) -> Refusal {
        let later = self.names.defined.get(item).map(|(span, _)| *span);
        if later.is_none() && self.environment.may_be_maintained(item) {
            self.set.not_given.entry(item.clone()).or_insert(at);
            return Refusal::NotGiven;
        }
        self.set.refused += 1;
        let names: Vec<&str> = match item.kind {
            _ if self.set.refused > MOST_PROPOSALS => Vec::new(),
            ItemKind::List => self.set.lists.keys().map(AsRef::as_ref).collect(),
            ItemKind::Macro => self.set.macros.keys().map(AsRef::as_ref).collect(),
            ItemKind::Rule => self.set.rules.keys().map(AsRef::as_ref).collect(),
        };
        let names = names
            .into_iter()
            .chain(self.environment.maintained(item.kind));
        let similar = similar::word(&item.name, names);
        let file = self.environment.file_that_is_not_loaded(item);
        let refusal = rule_no_such_item::nothing_to_change(at, item, way, similar, later, file);
        let severity = self.environment.severity_of_unknown(later);
        self.diagnostics.push(refusal.severity(severity));
        Refusal::Undefined
    }

    /// Reports something about an item.
    pub(super) fn say(&mut self, diagnostic: Diagnostic, item: &Item) {
        self.diagnostics.push(diagnostic.item(item.clone()));
    }
}

impl Environment {
    /// How bad it is that a name is not defined where it is needed, if it is defined `elsewhere` or nowhere.
    #[must_use]
    pub fn severity_of_unknown(&self, elsewhere: Option<Span>) -> Severity {
        if self.is_complete || elsewhere.is_some() {
            Severity::Error
        } else {
            Severity::Warning
        }
    }
}

impl Definition {
    /// Notes a change.
    pub(super) fn change(
        &mut self,
        at: Span,
        way: &'static str,
        keys: Vec<&'static str>,
        visibility: u32,
        file: usize,
    ) {
        self.visibility = visibility;
        self.file = file;
        self.changes.push(Change { at, way, keys });
    }
}

/// The item of that kind and name.
pub(super) fn named(kind: ItemKind, name: &Name) -> Item {
    let name = Arc::clone(&name.text);
    Item { kind, name }
}

/// Adds a text behind another one, with a blank between them.
pub(super) fn append(text: &mut Text, more: &Text) {
    if let Some(at) = more.start() {
        text.push(" ", at);
        text.push_text(more);
    }
}

/// A definition that another takes the place of, with its changes.
pub(super) fn taken(definition: &mut Definition) -> Definition {
    let changes = std::mem::take(&mut definition.changes);
    Definition {
        changes,
        ..definition.clone()
    }
}

/// The next number.
fn count(next: &mut u32) -> u32 {
    let number = *next;
    *next = next.saturating_add(1);
    number
}
