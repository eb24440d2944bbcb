//! Writing one assignment into the values.

use std::sync::Arc;

use super::grammar::{Selector, Step};
use crate::checks::set::{conflict, limit};
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::yaml::{Entry, Kind, Map, Node, Origin};

/// How many empty items one argument may add to lists by setting items beyond their ends.
pub const MAX_HOLES: usize = 200_000;

/// Why an assignment cannot be made.
pub enum Refusal {
    /// The value that a step should lead into is neither a map with keys nor a list with items.
    Conflict {
        /// The step's position in the path.
        step: usize,
        /// The value.
        found: Node,
    },
    /// The argument adds too many empty items.
    TooManyHoles,
}

impl Refusal {
    /// Says it at the path, which was read from `text`.
    pub fn diagnostic(self, path: &[Step], text: &str) -> Diagnostic {
        let whole = covering(path);
        match self {
            Refusal::Conflict { step, found } => {
                let before = covering(&path[..step]);
                let holder = before.and_then(|span| text.get(span.range()));
                let wanted = path.get(step).map(|step| &step.selector);
                conflict::diagnostic(holder, wanted, &found, whole)
            }
            Refusal::TooManyHoles => limit::many_holes(whole),
        }
    }
}

fn covering(path: &[Step]) -> Option<Span> {
    let (first, last) = (path.first()?, path.last()?);
    Some(through(first.span, last.span))
}

/// From the start of one span to the end of another.
fn through(first: Span, last: Span) -> Span {
    Span {
        end: last.end,
        ..first
    }
}

/// Puts `value` where the path leads, making the maps and lists on the way that are not there yet. `whole` spans the
/// assignment. `room` is how many empty items may still be added, and is counted down.
///
/// # Errors
/// If something on the way is of the wrong kind, or if there is no room. Then nothing is written.
pub fn write(
    values: &mut Node,
    path: &[Step],
    whole: Span,
    value: Node,
    room: &mut usize,
) -> Result<(), Refusal> {
    let mut writer = Writer { path, whole, room };
    writer.write(values, 0, value)
}

struct Writer<'a> {
    path: &'a [Step],
    whole: Span,
    room: &'a mut usize,
}

impl Writer<'_> {
    /// Puts `value` where the steps from `at` on lead, counted from `node`.
    fn write(&mut self, node: &mut Node, at: usize, value: Node) -> Result<(), Refusal> {
        let Some(step) = self.path.get(at) else {
            let origin = value.origin.over(&node.origin);
            *node = Node::new(value.kind, origin);
            return Ok(());
        };
        match (&step.selector, &mut node.kind) {
            (Selector::Key(key), Kind::Map(map)) => {
                self.write_key(Arc::make_mut(map), key, at, value)
            }
            (Selector::Index(index), Kind::List(items)) => {
                self.write_item(Arc::make_mut(items), *index, at, value)
            }
            _ => Err(Refusal::Conflict {
                step: at,
                found: node.clone(),
            }),
        }
    }

    fn write_key(
        &mut self,
        map: &mut Map,
        key: &Arc<str>,
        at: usize,
        value: Node,
    ) -> Result<(), Refusal> {
        let written = Origin::Written(self.path[at].span);
        if let Some(entry) = map.get_mut(key) {
            if at + 1 == self.path.len() {
                entry.key = written;
            }
            return self.write(&mut entry.value, at + 1, value);
        }
        let value = self.fresh(at + 1, value)?;
        let entry = Entry {
            key: written,
            value,
        };
        map.insert(Arc::clone(key), entry);
        Ok(())
    }

    fn write_item(
        &mut self,
        items: &mut Vec<Node>,
        index: usize,
        at: usize,
        value: Node,
    ) -> Result<(), Refusal> {
        if let Some(item) = items.get_mut(index) {
            if self.gives_way(item, at + 1) {
                let value = self.fresh(at + 1, value)?;
                let origin = value.origin.over(&item.origin);
                *item = Node::new(value.kind, origin);
                return Ok(());
            }
            return self.write(item, at + 1, value);
        }
        let value = self.fresh(at + 1, value)?;
        self.extend(items, index, at)?;
        items.push(value);
        Ok(())
    }

    /// Whether a list's item is replaced by the map or list that the next step needs: as in Helm, any item that is
    /// not a map gives way to a map, and null gives way to a list.
    fn gives_way(&self, item: &Node, next: usize) -> bool {
        match self.path.get(next).map(|step| &step.selector) {
            Some(Selector::Key(_)) => item.as_map().is_none(),
            Some(Selector::Index(_)) => item.is_null(),
            None => false,
        }
    }

    /// Fills a list with nulls up to `length`.
    fn extend(&mut self, items: &mut Vec<Node>, length: usize, at: usize) -> Result<(), Refusal> {
        let holes = length.saturating_sub(items.len());
        *self.room = self.room.checked_sub(holes).ok_or(Refusal::TooManyHoles)?;
        let hole = Node::new(Kind::Null, Origin::Written(self.path[at].span));
        items.resize(length, hole);
        Ok(())
    }

    /// The maps and lists that the steps from `at` on ask for, with `value` innermost.
    fn fresh(&mut self, at: usize, value: Node) -> Result<Node, Refusal> {
        let mut node = value;
        for (position, step) in self.path.iter().enumerate().skip(at).rev() {
            let kind = match &step.selector {
                Selector::Key(key) => {
                    let entry = Entry {
                        key: Origin::Written(step.span),
                        value: node,
                    };
                    Kind::Map(Arc::new(Map::from_iter([(Arc::clone(key), entry)])))
                }
                Selector::Index(index) => {
                    let mut items = Vec::new();
                    self.extend(&mut items, *index, position)?;
                    items.push(node);
                    Kind::List(Arc::new(items))
                }
            };
            let origin = Origin::Written(through(step.span, self.whole));
            node = Node::new(kind, origin);
        }
        Ok(node)
    }
}
