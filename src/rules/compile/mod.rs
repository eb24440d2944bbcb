//! Whether what is loaded so far can be compiled, as Falco does behind each file (Falco 0.44,
//! `rule_loader_compiler.cpp`): first all macros, then all rules. Only what a file changes is looked at again.

mod advice;
mod body;
mod dirty;
mod findings;
mod fragments;
mod macros;
mod order;
mod output;
mod rules;

use std::collections::BTreeSet;
use std::sync::Arc;

use foldhash::{HashMap, HashSet};

use super::environment::Environment;
use super::lists::{Lists, is_delimiter};
use super::locator::Locator;
use super::set::{Names, RuleSet};
use crate::condition::Events;
use crate::diagnostic::{Diagnostic, Diagnostics, Item, ItemKind};
use crate::source::Span;

pub use body::{Body, Use};
pub use findings::Finding;
use findings::MacroFindings;
pub(super) use findings::{diagnostic, problems};

/// What is known of the macros and rules that are loaded so far.
#[derive(Debug, Default)]
pub struct Compiled {
    /// The body of each macro, by its position in the set; nothing if it is broken.
    pub macros: Vec<Option<Body>>,
    /// The macros, by their positions, as they have been compiled: each stands, where it stands last, behind those that it
    /// uses, since it is compiled again with them.
    order: Vec<usize>,
    /// The body of each rule, by its name; rules whose conditions cannot be read have none.
    pub rules: HashMap<Arc<str>, Body>,
    /// The types of events for which each macro can hold, and can fail to hold.
    pub events: Vec<Events>,
    /// What is wrong with the macros, for each source of events.
    findings: HashMap<Arc<str>, Arc<MacroFindings>>,
    /// The lists with those in them resolved.
    pub lists: Lists,
    /// The rules that are left out for what Falco does not know.
    pub skipped: BTreeSet<Arc<str>>,
    /// The lists and conditions that hold the name of a list or macro.
    mentions: HashMap<Arc<str>, Vec<Item>>,
    /// Names that have been reported as not defined.
    undefined: HashSet<Arc<str>>,
    /// What is used, and is one of the rules that Falco maintains, with the first place.
    pub not_given: HashMap<Item, Span>,
    /// How many bytes the conditions have that lists are in.
    expanded: usize,
    /// How many changes of what is not given have been looked at.
    fragments: usize,
}

impl Compiled {
    /// Lets what has been told once be told again, since nobody has heard it.
    pub fn forget_what_is_told(&mut self) {
        self.undefined.clear();
    }
}

/// One compilation, behind one file.
pub struct Compiling<'a> {
    /// All that is loaded so far.
    pub set: &'a RuleSet,
    /// What the rules are loaded into.
    pub environment: &'a Environment,
    /// What the files say of names.
    pub names: &'a Names,
    /// The number of the file in load order.
    pub file: usize,
    /// Finds places in the texts.
    pub locator: &'a Locator<'a>,
    /// What is known already.
    pub compiled: &'a mut Compiled,
    /// What is wrong.
    pub diagnostics: &'a mut Diagnostics,
}

impl Compiling<'_> {
    /// Compiles what has been touched, and what depends on it.
    pub fn run(mut self, touched: &[Item]) {
        self.mention_lists(touched);
        let dirty = self.dirty(touched);
        self.compiled.lists.update(&self.set.lists, &dirty.lists);
        self.macros(&dirty.macros);
        self.rules(&dirty.rules);
        self.fragments();
    }

    /// Notes which names of lists and macros a text holds, if later files may change any.
    fn mention(&mut self, text: &str, item: &Item) {
        if self.names.last_file <= self.file {
            return;
        }
        for word in text.split(is_delimiter) {
            for name in self.names.changeable.get(word).into_iter().flatten() {
                let users = self.compiled.mentions.entry(Arc::clone(name)).or_default();
                if users.last() != Some(item) {
                    users.push(item.clone());
                }
            }
        }
    }

    /// Notes which names the lists among these items hold.
    fn mention_lists(&mut self, touched: &[Item]) {
        let set = self.set;
        for item in touched.iter().filter(|item| item.kind == ItemKind::List) {
            for word in set
                .lists
                .get(&item.name)
                .into_iter()
                .flat_map(|list| &list.items)
            {
                self.mention(&word.text, item);
            }
        }
    }

    /// Reports something about an item.
    fn say(&mut self, diagnostic: Diagnostic, item: &Item) {
        self.diagnostics.push(diagnostic.item(item.clone()));
    }
}
