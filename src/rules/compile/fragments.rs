//! Changes of what is not given. What they change cannot be compiled, but what they say by themselves can.

use std::sync::Arc;

use super::findings::diagnostic;
use super::macros::EVERYTHING;
use super::{Body, Compiling};
use crate::diagnostic::{Item, ItemKind};
use crate::rules::fragment::{Fragment, FragmentKind};
use crate::rules::text::Text;

impl Compiling<'_> {
    /// Looks at the changes that are new behind a file, and at the macros of the user that only rules which are not given
    /// use.
    pub(super) fn fragments(&mut self) {
        let set = self.set;
        for fragment in &set.fragments[self.compiled.fragments..] {
            match &fragment.kind {
                FragmentKind::Condition(text) => self.fragment_of_condition(fragment, text),
                FragmentKind::Output(text) => self.fragment_of_output(fragment, text),
            }
        }
        self.compiled.fragments = set.fragments.len();
    }

    fn fragment_of_condition(&mut self, fragment: &Fragment, text: &Text) {
        let item = &fragment.item;
        let Some(mut body) = self.body(text, item) else {
            return;
        };
        self.resolve(&mut body.uses, &body.text, EVERYTHING, item);
        self.tell_problems(&body, &fragment.source, item);
        self.give_back(&body);
    }

    fn tell_problems(&mut self, body: &Body, source: &Arc<str>, item: &Item) {
        let scope = self.environment.scope(source);
        for problem in self.problems(body, &scope) {
            if let Some(said) = diagnostic(&problem, &body.text, &scope, self.locator) {
                self.say(said, item);
            }
        }
    }

    fn fragment_of_output(&mut self, fragment: &Fragment, text: &Text) {
        let scope = self.environment.scope(&fragment.source);
        for (problem, _) in self.output(text, &scope, &fragment.item).problems {
            self.say(problem, &fragment.item);
        }
    }

    /// Looks at a macro that takes the place of one of the rules that Falco maintains, which use it.
    pub(super) fn taken_place(&mut self, at: usize, item: &Item) {
        if item.kind != ItemKind::Macro || !self.environment.may_be_maintained(item) {
            return;
        }
        if let Some(body) = self.compiled.macros[at].clone() {
            self.tell_problems(&body, &self.environment.source_of_maintained(item), item);
        }
    }
}
