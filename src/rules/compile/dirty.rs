//! What has to be looked at again behind a file.

use std::collections::BTreeSet;

use super::Compiling;
use crate::diagnostic::{Item, ItemKind};
use crate::rules::set::RuleSet;

/// What is touched, or names what is, by its position in the set: to look at it takes no look at all the rest.
#[derive(Debug, Default)]
pub(super) struct Dirty {
    /// The lists.
    pub lists: BTreeSet<usize>,
    /// The macros.
    pub macros: BTreeSet<usize>,
    /// The rules.
    pub rules: BTreeSet<usize>,
}

impl Dirty {
    /// Adds an item. Whether it is new.
    fn add(&mut self, item: &Item, set: &RuleSet) -> bool {
        let (positions, at) = match item.kind {
            ItemKind::List => (&mut self.lists, set.lists.get_index_of(&item.name)),
            ItemKind::Macro => (&mut self.macros, set.macros.get_index_of(&item.name)),
            ItemKind::Rule => (&mut self.rules, set.rules.get_index_of(&item.name)),
        };
        at.is_some_and(|at| positions.insert(at))
    }
}

impl Compiling<'_> {
    /// What is touched, and what names it in its condition or items, be it through others.
    pub(super) fn dirty(&self, touched: &[Item]) -> Dirty {
        let mut dirty = Dirty::default();
        let mut open: Vec<&Item> = touched.iter().collect();
        while let Some(item) = open.pop() {
            if dirty.add(item, self.set) && item.kind != ItemKind::Rule {
                let users = self.compiled.mentions.get(&*item.name);
                open.extend(users.into_iter().flatten());
            }
        }
        dirty
    }
}
