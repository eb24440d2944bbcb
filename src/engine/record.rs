//! What a template reads and emits while it renders.
//!
//! minijinja hands plain texts and numbers from the values to the formatter, which no longer know where they come
//! from. So every read is noted down here, and the formatter finds the origin of what it emits among the reads: first
//! among those that were made for this emission, where it looks for the node itself, and for texts that are part of the
//! emitted one (`{{ fullname ~ "-rules" }}`); then among all before, for the variable of a loop.

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
    /// Forgets everything, for the next template.
    pub fn clear(&self) {
        *self.notes() = Notes::default();
    }

    /// Notes that a template has read a scalar.
    pub fn read(&self, node: &Node) {
        self.notes().reads.push(node.clone());
    }

    /// The origin of the switch that a template asks for before all else, if it does.
    pub fn switch(&self) -> Option<Origin> {
        let notes = self.notes();
        let first = notes.reads.first();
        first
            .filter(|read| matches!(read.kind, Kind::Bool(_)))
            .map(|read| read.origin.clone())
    }

    /// Gives a scalar that is emitted its origin back.
    pub fn trace(&self, mut node: Node) -> Node {
        let notes = self.notes();
        let (before, recent) = notes.reads.split_at(notes.settled);
        let equal = |reads: &[Node]| reads.iter().rev().find(|read| **read == node).cloned();
        let parts = || match &node.kind {
            Kind::Text(text) => parts_of(text, recent),
            _ => Origin::Program,
        };
        node.origin = match (equal(recent), parts()) {
            (Some(read), _) => read.origin,
            // A variable of a loop or a block was read before it is emitted.
            (None, Origin::Program) => equal(before).map_or(Origin::Program, |read| read.origin),
            (None, parts) => parts,
        };
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

/// The origin of a text that is joined from texts among the reads.
fn parts_of(text: &str, reads: &[Node]) -> Origin {
    let is_part = |read: &&Node| {
        read.as_text()
            .is_some_and(|part| !part.is_empty() && text.contains(part))
    };
    Origin::derived(reads.iter().filter(is_part).map(|read| &read.origin))
}
