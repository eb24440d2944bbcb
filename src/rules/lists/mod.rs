//! Lists in conditions. Falco replaces the names of lists in the text of a condition before it reads it, list by list in
//! the order of their definitions (Falco 0.44, `rule_loader_compiler.cpp`: `resolve_list`), so that lists may stand within
//! lists, and in places where no value could.

mod expand;
mod replace;

use std::collections::BTreeSet;
use std::sync::Arc;

use foldhash::HashMap;

use super::set::{self, ByName};
use super::text::Word;
use super::{item::List, text::Text};

/// The most bytes that a condition may have once the lists are in it.
pub const MOST_BYTES: usize = 16 << 20;

/// The most items that a list may have once the lists in it are resolved.
const MOST_ITEMS: usize = 1 << 20;

/// Lists with the items that they have once lists in them are resolved.
#[derive(Debug, Default)]
pub struct Lists {
    all: Vec<Resolved>,
    by_name: HashMap<Arc<str>, usize>,
    /// Lists whose names have blanks, commas or the like in them, by the first word of their names.
    odd: HashMap<Box<str>, Vec<usize>>,
}

/// A list with the items of the lists in it.
#[derive(Debug)]
struct Resolved {
    name: Arc<str>,
    items: Vec<Word>,
    /// The lists in it.
    uses: Vec<usize>,
    /// Whether it has more than [`MOST_ITEMS`], and is cut.
    is_cut: bool,
    /// Whether an item names, or holds the name of, a list that is defined later.
    names_later: bool,
}

/// A condition with the items of lists in the place of their names.
#[derive(Debug)]
pub struct Expanded {
    /// The text.
    pub text: Text,
    /// The lists that are in it, by their positions.
    pub used: Vec<usize>,
    /// Whether it would be longer than [`MOST_BYTES`], and is cut.
    pub is_too_long: bool,
}

impl Lists {
    /// Resolves the lists at the positions `dirty`: those that are new or change, and those that name such.
    pub fn update(&mut self, lists: &ByName<List>, dirty: &BTreeSet<usize>) {
        for (at, list) in set::at(lists, dirty) {
            if at == self.all.len() {
                self.add(&list.definition.name);
            }
            self.resolve(at, list, lists);
        }
        for at in dirty {
            self.all[*at].names_later = self.names_later(*at);
        }
    }

    /// Makes room for a new list.
    fn add(&mut self, name: &Arc<str>) {
        let at = self.all.len();
        if name.is_empty() || name.contains(is_delimiter) {
            let first = first_word(name);
            self.odd.entry(first.into()).or_default().push(at);
        }
        self.by_name.insert(Arc::clone(name), at);
        self.all.push(Resolved {
            name: Arc::clone(name),
            items: Vec::new(),
            uses: Vec::new(),
            is_cut: false,
            names_later: false,
        });
    }

    /// Puts the items of lists in a list in the place of their names. Lists in those lists are not resolved, as in Falco.
    fn resolve(&mut self, at: usize, list: &List, lists: &ByName<List>) {
        let resolved = &mut self.all[at];
        resolved.items.clear();
        resolved.uses.clear();
        resolved.is_cut = false;
        for word in &list.items {
            let other = lists.get_full(&*word.text);
            let visible = |other: &List| other.definition.index < list.definition.visibility;
            match other.filter(|(.., other)| visible(other)) {
                Some((other, _, within)) => {
                    resolved.uses.push(other);
                    resolved.items.extend(within.items.iter().cloned());
                }
                None => resolved.items.push(word.clone()),
            }
            if resolved.items.len() > MOST_ITEMS {
                resolved.is_cut = true;
                resolved.items.truncate(MOST_ITEMS);
                return;
            }
        }
    }

    /// Whether an item of a list holds the name of one that is defined later.
    fn names_later(&self, at: usize) -> bool {
        let mut words = self.all[at]
            .items
            .iter()
            .flat_map(|item| item.text.split(is_delimiter));
        words.any(|word| self.named(word).any(|other| other > at))
    }

    /// The lists that a word names, or whose names begin with it.
    fn named(&self, word: &str) -> impl Iterator<Item = usize> {
        let odd = self.odd.get(word).into_iter().flatten();
        self.by_name.get(word).into_iter().chain(odd).copied()
    }

    /// The lists that other lists use, by their positions.
    pub fn used_by_lists(&self) -> impl Iterator<Item = usize> {
        self.all.iter().flat_map(|list| &list.uses).copied()
    }
}

/// The first word of a name, between what may stand around names; it is empty if there is none.
pub(super) fn first_word(name: &str) -> &str {
    let mut words = name.split(is_delimiter).filter(|word| !word.is_empty());
    words.next().unwrap_or_default()
}

/// Whether a character may stand around the name of a list.
pub(super) fn is_delimiter(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '(' | ')' | ',' | '=')
}
