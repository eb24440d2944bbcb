//! What a template reads and emits while it renders.
//!
//! minijinja hands plain texts and numbers from the values to the formatter, which no longer know where they come
//! from. So every read is noted down here, and the formatter finds the origin of what it emits among the reads: the
//! node itself, if one was read that is equal, or else all texts that were read for this emission and that are part
//! of the emitted text (`{{ fullname ~ "-rules" }}`).

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::yaml::{Kind, Node, Origin};

/// The reads and the emissions of one rendering of one template.
#[derive(Debug, Default)]
pub struct Record(Mutex<Notes>);

#[derive(Debug, Default)]
struct Notes {
    reads: Vec<Node>,
    /// How many reads there were at the last emission.
    settled: usize,
    slots: Vec<Node>,
}

impl Record {
    /// Notes that a template has read a scalar.
    pub fn read(&self, node: &Node) {
        self.notes().reads.push(node.clone());
    }

    /// Gives a scalar that is emitted its origin back.
    pub fn trace(&self, mut node: Node) -> Node {
        let notes = self.notes();
        if let Some(read) = notes.reads.iter().rev().find(|read| **read == node) {
            node.origin = read.origin.clone();
        } else if let Kind::Text(text) = &node.kind {
            let parts = notes.reads[notes.settled..].iter();
            node.origin = Origin::derived(
                parts
                    .filter(|read| {
                        read.as_text()
                            .is_some_and(|part| !part.is_empty() && text.contains(part))
                    })
                    .map(|read| &read.origin),
            );
        }
        node
    }

    /// Keeps an emitted node and returns the number of its slot.
    pub fn emit(&self, node: Node) -> usize {
        let mut notes = self.notes();
        notes.slots.push(node);
        notes.settled = notes.reads.len();
        notes.slots.len() - 1
    }

    /// Lets `look` see the nodes emitted so far.
    pub fn with_slots<T>(&self, look: impl FnOnce(&[Node]) -> T) -> T {
        look(&self.notes().slots)
    }

    /// A panic elsewhere while the lock was held leaves nothing half-done, so the lock is taken all the same.
    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
