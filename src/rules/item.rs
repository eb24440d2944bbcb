//! Lists, macros and rules as they are after all that changes them.

use std::sync::Arc;

use super::text::{Text, Word};
use crate::diagnostic::{Item, ItemKind};
use crate::source::Span;

/// What lists, macros and rules have in common.
#[derive(Clone, Debug)]
pub struct Definition {
    /// Its name.
    pub name: Arc<str>,
    /// Where its name is written, at its latest definition.
    pub at: Span,
    /// Its position among all definitions, which a later definition of the same name does not change.
    pub index: u32,
    /// The position of what defined or changed it last: it can use what stands before that (Falco 0.44,
    /// `rule_loader_collector.cpp`).
    pub visibility: u32,
    /// The file, counted in load order, that defined or changed it last.
    pub file: usize,
    /// Whether something in it is wrong, so that nothing can be concluded from what it says.
    pub is_broken: bool,
    /// What changed it, in order.
    pub changes: Vec<Change>,
}

/// A later item that changes an earlier one.
#[derive(Clone, Debug)]
pub struct Change {
    /// Where its name is written.
    pub at: Span,
    /// What it does: `append`, `replace`, `enabled`; or [`DEFINED_BEFORE`].
    pub way: &'static str,
    /// The keys that it changes.
    pub keys: Vec<&'static str>,
}

/// What a change is of which the latest definition has taken the place.
pub const DEFINED_BEFORE: &str = "defined before";

/// A list of texts.
#[derive(Clone, Debug)]
pub struct List {
    /// What all items have.
    pub definition: Definition,
    /// Its items.
    pub items: Vec<Word>,
}

/// A named part of conditions.
#[derive(Clone, Debug)]
pub struct Macro {
    /// What all items have.
    pub definition: Definition,
    /// What it says.
    pub condition: Text,
}

/// A rule.
#[expect(clippy::struct_excessive_bools, reason = "each is a key of its own")]
#[derive(Clone, Debug)]
pub struct Rule {
    /// What all items have.
    pub definition: Definition,
    /// When it alerts.
    pub condition: Text,
    /// What the alert says.
    pub output: Text,
    /// What the rule is for.
    pub description: Text,
    /// How important its alerts are.
    pub priority: Priority,
    /// The source of the events that it looks at.
    pub source: Arc<str>,
    /// Whether there is such a source; if not, Falco leaves the rule out.
    pub is_source_known: bool,
    /// Its tags.
    pub tags: Vec<Word>,
    /// Whether it is on.
    pub enabled: bool,
    /// What it does not alert of.
    pub exceptions: Vec<Exception>,
    /// Whether Falco warns if it looks at too many types of events.
    pub warn_event_types: bool,
    /// Whether it is left out if it names what Falco does not know.
    pub skip_if_unknown_filter: bool,
}

/// An exception of a rule.
#[derive(Clone, Debug)]
pub struct Exception {
    /// Its name.
    pub name: Arc<str>,
    /// Where its name is written.
    pub at: Span,
    /// The fields that it compares.
    pub fields: Entry,
    /// How it compares them.
    pub comparisons: Entry,
    /// With what it compares them.
    pub values: Vec<Entry>,
}

/// A text or a list of entries, as the parts of exceptions are.
#[derive(Clone, Debug)]
pub enum Entry {
    /// Nothing, or something that is neither text nor list.
    Nothing(Span),
    /// A text.
    Text(Word),
    /// A list.
    List(Vec<Entry>, Span),
}

impl Entry {
    /// Whether it says something: no empty list, and not nothing.
    #[must_use]
    pub fn is_given(&self) -> bool {
        match self {
            Entry::Nothing(_) => false,
            Entry::Text(word) => !word.text.is_empty(),
            Entry::List(items, _) => !items.is_empty(),
        }
    }

    /// Where it is written.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Entry::Text(word) => word.at.span,
            Entry::Nothing(span) | Entry::List(_, span) => *span,
        }
    }

    /// The text that it is; empty if it is none.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Entry::Text(word) => &word.text,
            Entry::Nothing(_) | Entry::List(..) => "",
        }
    }

    /// The items, if it is a list.
    #[must_use]
    pub fn items(&self) -> &[Entry] {
        match self {
            Entry::List(items, _) => items,
            Entry::Nothing(_) | Entry::Text(_) => &[],
        }
    }

    /// Whether it is a list, even an empty one.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self, Entry::List(..))
    }
}

/// How important an alert is (Falco 0.44, `falco_common.cpp`), most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Emergency.
    Emergency,
    /// Alert.
    Alert,
    /// Critical.
    Critical,
    /// Error.
    Error,
    /// Warning.
    Warning,
    /// Notice.
    Notice,
    /// Informational, or Info.
    Informational,
    /// Debug.
    Debug,
}

impl Priority {
    /// All of them with their names.
    pub const ALL: [(Priority, &str); 8] = [
        (Priority::Emergency, "emergency"),
        (Priority::Alert, "alert"),
        (Priority::Critical, "critical"),
        (Priority::Error, "error"),
        (Priority::Warning, "warning"),
        (Priority::Notice, "notice"),
        (Priority::Informational, "informational"),
        (Priority::Debug, "debug"),
    ];

    /// The priority of that name, whatever its case; `info` is informational.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if name.eq_ignore_ascii_case("info") {
            return Some(Priority::Informational);
        }
        let mut all = Priority::ALL.iter();
        all.find(|(_, known)| name.eq_ignore_ascii_case(known))
            .map(|(priority, _)| *priority)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Priority::ALL[self as usize].1
    }
}

impl Definition {
    /// Where what it says of a key was written last: its definition, or a later change of the key.
    #[must_use]
    pub fn latest(&self, key: &str) -> Span {
        let mut changes = self.changes.iter().rev();
        let latest = changes.find(|change| change.keys.contains(&key));
        latest.map_or(self.at, |change| change.at)
    }

    /// The item as diagnostics name it.
    #[must_use]
    pub fn item(&self, kind: ItemKind) -> Item {
        let name = Arc::clone(&self.name);
        Item { kind, name }
    }
}
