//! Macros: which they use, in which order they can be looked at, and for which events they hold.

use std::collections::BTreeSet;
use std::sync::Arc;

use foldhash::HashSet;

use super::order::order;
use super::{Body, Compiling, Use};
use crate::checks::rules::{rule_macro_after_use, rule_macro_loop, rule_undefined_macro};
use crate::condition::{CONTAINER_EVENTS, Events, SearchProblem, event_types};
use crate::diagnostic::{Item, ItemKind};
use crate::rules::item::Macro;
use crate::rules::set;
use crate::rules::text::Text;
use crate::values::similar;

/// What can be used by everything, however early.
pub(super) const EVERYTHING: u32 = u32::MAX;

/// Of a condition that names more macros which there are not this many are told.
const MOST_TOLD: usize = 1000;

/// So many times an undefined name is compared with that of a macro to find the one that may be meant.
const MOST_COMPARISONS: usize = 200_000;

impl<'a> Compiling<'a> {
    /// Compiles the macros that are dirty: as in Falco, all are read before the first one is resolved.
    pub(super) fn macros(&mut self, dirty: &BTreeSet<usize>) {
        let macros = &self.set.macros;
        self.compiled.macros.resize_with(macros.len(), || None);
        for (at, macro_) in set::at(macros, dirty) {
            self.read_macro(at, macro_);
        }
        for (at, macro_) in set::at(macros, dirty) {
            self.resolve_macro(at, macro_);
        }
        for (at, macro_) in set::at(macros, dirty) {
            self.look_beyond(at, macro_);
        }
        let order = self.bring_into_order(dirty);
        self.events(&order);
        self.compiled.order.extend(order);
    }

    fn read_macro(&mut self, at: usize, macro_: &Macro) {
        let item = macro_.definition.item(ItemKind::Macro);
        self.mention(macro_.condition.as_str(), &item);
        if let Some(before) = self.compiled.macros[at].take() {
            self.give_back(&before);
        }
        self.compiled.macros[at] = self.body(&macro_.condition, &item);
    }

    fn resolve_macro(&mut self, at: usize, macro_: &Macro) {
        let Some(mut body) = self.compiled.macros[at].take() else {
            return;
        };
        let item = macro_.definition.item(ItemKind::Macro);
        let visibility = macro_.definition.visibility;
        self.resolve(&mut body.uses, &body.text, visibility, &item);
        self.compiled.macros[at] = Some(body);
        self.taken_place(at, &item);
    }

    /// Finds the macros that names stand for. Those that cannot be used are reported.
    pub(super) fn resolve(&mut self, uses: &mut [Use], text: &Text, visibility: u32, item: &Item) {
        let mut told = 0;
        for found in uses {
            let name = found.at.of(text.as_str());
            let macro_ = self.set.macros.get_full(name);
            match macro_.filter(|(.., macro_)| macro_.definition.index < visibility) {
                Some((at, ..)) => found.macro_ = Some(at),
                None if told < MOST_TOLD => {
                    told += 1;
                    self.undefined(name, found, text, item);
                }
                None => {}
            }
        }
    }

    /// Reports the first macro that a macro uses only through others, and must not see. Falco compiles macros in the order in
    /// which they are defined first, and takes one that stands behind as it is written, with all that it names.
    fn look_beyond(&mut self, at: usize, macro_: &Macro) {
        let behind = |body: &Body| {
            let used = body.uses.iter().filter_map(|found| found.macro_);
            used.filter(|used| *used > at).collect::<Vec<usize>>()
        };
        let mut open = self.compiled.macros[at]
            .as_ref()
            .map(behind)
            .unwrap_or_default();
        let mut seen = HashSet::default();
        while let Some(user) = open.pop() {
            let Some(body) = self.compiled.macros[user]
                .as_ref()
                .filter(|_| seen.insert(user))
            else {
                continue;
            };
            let hidden = body.uses.iter().find_map(|found| {
                let (_, used) = self.set.macros.get_index(found.macro_?)?;
                let is_hidden = used.definition.index >= macro_.definition.visibility;
                is_hidden.then_some((found.at, used.definition.at))
            });
            if let Some((span, defined)) = hidden {
                let name = span.of(body.text.as_str());
                let place = body.text.place(span.range(), self.locator);
                if let Some(place) = place {
                    let refusal = rule_macro_after_use::too_late(place, name, defined, false);
                    let definition = &macro_.definition;
                    let refusal =
                        refusal.related(definition.at, "used by this macro through others");
                    self.say(refusal, &definition.item(ItemKind::Macro));
                }
                return;
            }
            open.extend(behind(body));
        }
    }

    /// Reports a name that is no macro, once for each name.
    fn undefined(&mut self, name: &str, found: &Use, text: &Text, item: &Item) {
        let range = found.at.range();
        let Some(place) = text.place(range, self.locator) else {
            return;
        };
        let name: Arc<str> = name.into();
        let kind = ItemKind::Macro;
        let named = Item {
            kind,
            name: Arc::clone(&name),
        };
        let defined = self.names.defined.get(&named);
        if named == *item {
            self.say(rule_macro_loop::in_itself(place, &name), item);
        } else if let Some((later, _)) = defined {
            let in_later_file = !self.set.macros.contains_key(&name);
            let refusal = rule_macro_after_use::too_late(place, &name, *later, in_later_file);
            self.say(refusal, item);
        } else if self.environment.may_be_maintained(&named) {
            self.compiled.not_given.entry(named).or_insert(place);
        } else if self.compiled.undefined.insert(Arc::clone(&name)) {
            let similar = self.similar(&name);
            let file = self.environment.file_that_is_not_loaded(&named);
            let refusal = rule_undefined_macro::undefined(place, &name, similar, file);
            let severity = self.environment.severity_of_unknown(None);
            self.say(refusal.severity(severity), item);
        }
    }

    /// The macro whose name is most like an undefined one. Of many it is no help any more, and takes long to find.
    fn similar(&self, name: &str) -> Option<&'a str> {
        let set = self.set;
        let compared = self.compiled.undefined.len() * set.macros.len();
        let is_looked_for = compared <= MOST_COMPARISONS;
        let names = set.macros.keys().map(AsRef::as_ref);
        let names = names.chain(self.environment.maintained(ItemKind::Macro));
        is_looked_for.then(|| similar::word(name, names)).flatten()
    }

    /// The macros that are dirty in an order in which each stands behind those that it uses. Those that use themselves are
    /// reported.
    fn bring_into_order(&mut self, dirty: &BTreeSet<usize>) -> Vec<usize> {
        let macros = &self.compiled.macros;
        let found = order(dirty, |at, index| {
            let used = macros[at].as_ref()?.uses.get(index)?;
            Some(used.macro_)
        });
        for (at, index) in found.rings {
            self.break_ring(at, index);
        }
        found.macros
    }

    /// Takes out a use that leads back to its macro, and reports it.
    fn break_ring(&mut self, at: usize, index: usize) {
        let Some((_, macro_)) = self.set.macros.get_index(at) else {
            return;
        };
        let item = macro_.definition.item(ItemKind::Macro);
        let Some(body) = self.compiled.macros[at].as_mut() else {
            return;
        };
        let found = &mut body.uses[index];
        found.macro_ = None;
        let range = found.at.range();
        let name: Arc<str> = found.at.of(body.text.as_str()).into();
        let place = body.text.place(range, self.locator);
        if let Some(place) = place {
            self.say(rule_macro_loop::in_itself(place, &name), &item);
        }
    }

    /// Computes for which events each macro can hold, and can fail to hold.
    fn events(&mut self, order: &[usize]) {
        let mut events = std::mem::take(&mut self.compiled.events);
        events.resize(self.compiled.macros.len(), Events::any());
        for at in order {
            let body = self.compiled.macros[*at].as_ref();
            let found = body.and_then(|body| self.events_of(body, &events).ok());
            events[*at] = found.unwrap_or(Events::any());
        }
        self.compiled.events = events;
    }

    /// For which events a condition holds, if those of the macros are known.
    pub(super) fn events_of(
        &self,
        body: &Body,
        macros: &[Events],
    ) -> Result<Events, SearchProblem> {
        let engine = self.environment.engine.minor;
        let mut of_macro = |name: &str| {
            let at = self.set.macros.get_index_of(name);
            let events = at.and_then(|at| macros.get(at).copied());
            events.unwrap_or(Events::any())
        };
        let text = body.text.as_str();
        event_types(
            &body.expression,
            text,
            engine,
            CONTAINER_EVENTS,
            &mut of_macro,
        )
    }
}
