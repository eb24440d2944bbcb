//! For which types of events the conditions of the user's own files can hold.

use super::View;
use crate::condition::{self, CONTAINER_EVENTS, EventSet, Events, Expression, event_types};
use crate::rules::compile::Body;

/// The version of the engine to ask, which does not take `evt.num = 0` for a condition that no event meets: whoever writes
/// it means that.
const ENGINE: u32 = 62;

impl View<'_> {
    /// The types of events for which a condition can hold; nothing if Falco cannot say it.
    #[must_use]
    pub fn events(self, body: &Body) -> Option<EventSet> {
        self.events_of(&body.expression, body)
    }

    /// The part of a condition with which it ceases to hold for any type of events, though each part by itself may hold
    /// for some. What names an unknown type holds for none, and is wrong for another reason.
    #[must_use]
    pub fn part_without_events(self, body: &Body) -> Option<condition::Span> {
        let Expression::And(parts, _) = &body.expression else {
            return None;
        };
        let mut left = EventSet::ALL;
        for part in parts {
            let events = self.events_of(part, body)?;
            left = left.intersection(events);
            if events == EventSet::NONE {
                return None;
            }
            if left == EventSet::NONE {
                return Some(part.span());
            }
        }
        None
    }

    fn events_of(self, expression: &Expression, body: &Body) -> Option<EventSet> {
        let mut of_macro = |name: &str| self.events_of_macro(name);
        let text = body.text.as_str();
        let events = event_types(expression, text, ENGINE, CONTAINER_EVENTS, &mut of_macro);
        events.ok().map(|events| events.plain)
    }

    /// The types of events of a macro; all for one that stands for always or never.
    fn events_of_macro(self, name: &str) -> Events {
        let at = self.loaded.set.macros.get_index_of(name);
        let events = at.and_then(|at| self.loaded.compiled.events.get(at).copied());
        let decides =
            |events: &Events| events.plain != EventSet::NONE && events.negated != EventSet::NONE;
        events.filter(decides).unwrap_or_else(Events::any)
    }
}
