//! What Falco takes in silence, and a colleague would mention. Each check is a file of its own in `src/checks/rules/`, with
//! its page; this is the list of them, and what they look at.

mod comparison;
mod events;

use std::hash::Hash;

use foldhash::HashMap;

use super::compile::Body;
use super::environment::Environment;
use super::item::{List, Macro, Rule};
use super::load::Loaded;
use super::locator::Locator;
use super::text::Text;
use crate::checks::rules::{ADVICE, OVERALL};
use crate::condition::{self, Check, Expression};
use crate::diagnostic::Diagnostics;
use crate::source::{Sources, Span};

pub use comparison::Comparison;

/// So often a check says something of one condition. Who has read it a hundred times knows, and to find a place takes as
/// long as the condition is.
pub const MOST_SAID: usize = 100;

/// What a check looks at: all that is loaded, of which it tells what the user's own files have.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// All that is loaded.
    pub loaded: &'a Loaded,
    /// What it is loaded into.
    pub environment: &'a Environment,
    /// The texts.
    pub sources: &'a Sources,
    /// Finds places in them.
    pub locator: &'a Locator<'a>,
    part: Part,
}

/// Positions of definitions.
#[derive(Clone, Copy, Debug)]
struct Part {
    start: usize,
    count: usize,
}

/// So many definitions of each kind are looked at by all checks before the next: they stay in the processor's cache.
const AT_ONCE: usize = 64;

/// Lets every check look at what is loaded.
pub fn give(
    loaded: &Loaded,
    environment: &Environment,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) {
    let locator = Locator::new(sources);
    let view = View::new(loaded, environment, sources, &locator);
    for look in OVERALL {
        look(&view, diagnostics);
    }
    let set = &loaded.set;
    let count = set.rules.len().max(set.macros.len()).max(set.lists.len());
    for start in (0..count).step_by(AT_ONCE) {
        let part = Part {
            start,
            count: AT_ONCE,
        };
        for look in ADVICE {
            look(&View { part, ..view }, diagnostics);
        }
    }
}

impl Part {
    fn of<T>(self, all: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
        all.skip(self.start).take(self.count)
    }
}

impl<'a> View<'a> {
    /// A view of all that is loaded.
    #[must_use]
    pub fn new(
        loaded: &'a Loaded,
        environment: &'a Environment,
        sources: &'a Sources,
        locator: &'a Locator<'a>,
    ) -> Self {
        let part = Part {
            start: 0,
            count: usize::MAX,
        };
        View {
            loaded,
            environment,
            sources,
            locator,
            part,
        }
    }

    /// The rules of the user's own files.
    pub fn rules(self) -> impl Iterator<Item = &'a Rule> {
        let rules = self.part.of(self.loaded.set.rules.values());
        rules.filter(move |rule| self.loaded.is_own(rule.definition.file))
    }

    /// The macros of the user's own files.
    pub fn macros(self) -> impl Iterator<Item = &'a Macro> {
        let macros = self.part.of(self.loaded.set.macros.values());
        macros.filter(move |macro_| self.loaded.is_own(macro_.definition.file))
    }

    /// The lists of the user's own files.
    pub fn lists(self) -> impl Iterator<Item = &'a List> {
        let lists = self.part.of(self.loaded.set.lists.values());
        lists.filter(move |list| self.loaded.is_own(list.definition.file))
    }

    /// Whether a place is in one of the user's own files.
    #[must_use]
    pub fn is_own_place(self, place: Span) -> bool {
        self.loaded.own.contains(&place.source)
    }

    /// The condition of a rule as it is compiled; nothing if it is broken or left out.
    #[must_use]
    pub fn body(self, rule: &Rule) -> Option<&'a Body> {
        let compiled = &self.loaded.compiled;
        let name = &rule.definition.name;
        let is_skipped = compiled.skipped.contains(name);
        compiled.rules.get(name).filter(|_| !is_skipped)
    }

    /// The condition of a macro as it is compiled; nothing if it is broken.
    #[must_use]
    pub fn macro_body(self, macro_: &Macro) -> Option<&'a Body> {
        let at = self
            .loaded
            .set
            .macros
            .get_index_of(&macro_.definition.name)?;
        self.loaded.compiled.macros.get(at)?.as_ref()
    }

    /// The compiled conditions of all rules and macros of the user's own files, each with its definition's kind and name.
    pub fn bodies(self) -> impl Iterator<Item = (crate::diagnostic::Item, &'a Body)> {
        use crate::diagnostic::ItemKind;
        let macros = self.macros().filter_map(move |macro_| {
            let body = self.macro_body(macro_)?;
            Some((macro_.definition.item(ItemKind::Macro), body))
        });
        let rules = self.rules().filter_map(move |rule| {
            let body = self.body(rule)?;
            Some((rule.definition.item(ItemKind::Rule), body))
        });
        macros.chain(rules)
    }

    /// Where a part of a text is written, if that is in one of the user's own files.
    #[must_use]
    pub fn place(self, text: &Text, part: condition::Span) -> Option<Span> {
        let place = text.place(part.range(), self.locator)?;
        self.is_own_place(place).then_some(place)
    }

    /// Where the whole of a text is written, if that is in one of the user's own files.
    #[must_use]
    pub fn whole_place(self, text: &Text) -> Option<Span> {
        self.place(text, condition::Span::new(0, text.as_str().len()))
    }
}

/// The rules of which an earlier one has the same key, each with the first that has it.
pub fn repeated<'r, K: Eq + Hash>(
    rules: impl Iterator<Item = &'r Rule>,
    key: impl Fn(&'r Rule) -> K,
) -> impl Iterator<Item = (&'r Rule, &'r Rule)> {
    let mut first: HashMap<K, &Rule> = HashMap::default();
    rules.filter_map(move |rule| {
        let earlier = *first.entry(key(rule)).or_insert(rule);
        (earlier.definition.name != rule.definition.name).then_some((rule, earlier))
    })
}

/// The words of a text, whatever the blanks between them.
#[must_use]
pub fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Calls `look` with each comparison of a condition, in the order of its text. The parser bounds the depth.
pub fn each_check<'e>(expression: &'e Expression, look: &mut impl FnMut(&'e Check)) {
    match expression {
        Expression::And(parts, _) | Expression::Or(parts, _) => {
            for part in parts {
                each_check(part, look);
            }
        }
        Expression::Not(inner, _) => each_check(inner, look),
        Expression::Macro(_) => {}
        Expression::Check(check) => look(check),
    }
}
