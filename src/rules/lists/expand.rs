//! The lists that a condition names, and the condition with their items.

use std::collections::BTreeSet;

use super::replace::{Replacing, replace};
use super::{Expanded, Lists, MOST_BYTES, first_word, is_delimiter};
use crate::rules::text::Text;

/// The most bytes that are written, one text after the other, while the lists are put into a condition.
const MOST_WRITTEN: usize = 4 * MOST_BYTES;

impl Lists {
    /// A condition with the items of lists in the place of their names.
    #[must_use]
    pub fn expand(&self, condition: &Text) -> Expanded {
        let mut named = BTreeSet::new();
        self.named_in(condition.as_str(), 0, &mut named);
        if named.is_empty() {
            Expanded {
                text: condition.clone(),
                used: Vec::new(),
                is_too_long: false,
            }
        } else if self.can_be_replaced_at_once(condition, &named) {
            self.at_once(condition, &named)
        } else {
            self.one_by_one(condition, named)
        }
    }

    /// Adds the lists from position `from` on that a text may name.
    fn named_in(&self, text: &str, from: usize, named: &mut BTreeSet<usize>) {
        for word in text.split(is_delimiter) {
            named.extend(self.named(word).filter(|at| *at >= from));
        }
    }

    /// Whether the order of the lists makes no difference: no item of one holds the name of another. What stands at the
    /// very start of a condition is peculiar in Falco.
    fn can_be_replaced_at_once(&self, condition: &Text, named: &BTreeSet<usize>) -> bool {
        let first = first_word(condition.as_str());
        let is_plain = |at: &usize| {
            let list = &self.all[*at];
            !list.names_later && !list.name.is_empty() && !list.name.contains(is_delimiter)
        };
        !self.by_name.contains_key(first) && named.iter().all(is_plain)
    }

    /// Replaces all names in one go.
    fn at_once(&self, condition: &Text, named: &BTreeSet<usize>) -> Expanded {
        let text = condition.as_str();
        let mut replacing = Replacing::new(condition);
        let mut start = 0;
        for word in text.split(is_delimiter) {
            let end = start + word.len();
            if let Some(at) = self.by_name.get(word) {
                replacing.put(start..end, &self.all[*at].items);
            }
            if replacing.len() > MOST_BYTES {
                break;
            }
            // Delimiters are of one byte.
            start = end + 1;
        }
        let is_too_long =
            replacing.len() > MOST_BYTES || named.iter().any(|at| self.all[*at].is_cut);
        Expanded {
            text: replacing.finish(),
            used: named.iter().copied().collect(),
            is_too_long,
        }
    }

    /// Replaces the names list by list, in the order of their definitions. What is put in the place of a name may hold the
    /// names of later lists.
    fn one_by_one(&self, condition: &Text, mut named: BTreeSet<usize>) -> Expanded {
        let mut expanded = Expanded {
            text: condition.clone(),
            used: Vec::new(),
            is_too_long: false,
        };
        let mut written = 0;
        while let Some(at) = named.pop_first() {
            let list = &self.all[at];
            let Some(replaced) = replace(&expanded.text, &list.name, &list.items) else {
                continue;
            };
            expanded.used.push(at);
            for item in list.items.iter().filter(|_| list.names_later) {
                self.named_in(&item.text, at + 1, &mut named);
            }
            written += replaced.as_str().len();
            if list.is_cut || replaced.as_str().len() > MOST_BYTES || written > MOST_WRITTEN {
                expanded.is_too_long = true;
                break;
            }
            expanded.text = replaced;
        }
        expanded
    }
}
