//! From the tree of a rules file to its items: what each says by itself, before it is known what it changes (Falco 0.44,
//! `rule_loader_reader.cpp`).

mod change;
mod exception;
mod keys;
mod list;
mod requirement;
mod rule;
mod scalars;

use std::sync::Arc;

use super::item::{Exception, Priority};
use super::text::{Text, Word};
use super::yaml::{Kind, Yaml};
use crate::checks::rules::{rule_structure, rule_unknown_item};
use crate::diagnostic::{Diagnostic, Diagnostics, Item};
use crate::source::Span;
use crate::values::similar;

pub use requirement::{Requirement, Version};
pub use rule::DEFAULT_SOURCE;

/// An item of a rules file.
#[derive(Debug)]
pub enum Parsed {
    /// The version of the engine that the rules require, and where it is written.
    Engine(Version, Span),
    /// Plugins that the rules require.
    Plugins(Vec<Requirement>),
    /// A list.
    List(ParsedList),
    /// A macro.
    Macro(ParsedMacro),
    /// A rule.
    Rule(ParsedRule),
}

/// A name with its place.
#[derive(Clone, Debug)]
pub struct Name {
    /// The name.
    pub text: Arc<str>,
    /// Where it is written.
    pub at: Span,
}

/// A list, or what is appended to one.
#[derive(Debug)]
pub struct ParsedList {
    /// Its name.
    pub name: Name,
    /// Its items.
    pub items: Vec<Word>,
    /// Whether they are appended to a list that there is.
    pub appends: bool,
    /// Whether something is wrong with it.
    pub is_broken: bool,
}

/// A macro, or what is appended to one.
#[derive(Debug)]
pub struct ParsedMacro {
    /// Its name.
    pub name: Name,
    /// Its condition; empty if it is broken.
    pub condition: Text,
    /// Whether the condition is appended to that of a macro that there is.
    pub appends: bool,
    /// Whether something is wrong with it.
    pub is_broken: bool,
}

/// A rule, or a change of one.
#[derive(Debug)]
pub struct ParsedRule {
    /// Its name.
    pub name: Name,
    /// What it does.
    pub body: Body,
    /// Whether something is wrong with it.
    pub is_broken: bool,
}

/// What an item with the key `rule` does.
#[derive(Debug)]
pub enum Body {
    /// It defines a rule.
    Define(Box<NewRule>),
    /// It switches a rule on or off.
    Enable(bool),
    /// It changes a rule, in this order.
    Change(Vec<Update>),
}

/// A rule as its definition says it.
#[derive(Debug)]
pub struct NewRule {
    /// Its condition.
    pub condition: Text,
    /// Its output.
    pub output: Text,
    /// Its description.
    pub description: Text,
    /// Its priority.
    pub priority: Priority,
    /// Its source.
    pub source: Arc<str>,
    /// Where its source is written, if it is.
    pub source_at: Option<Span>,
    /// Its tags.
    pub tags: Vec<Word>,
    /// Whether it is on.
    pub enabled: bool,
    /// Its exceptions.
    pub exceptions: Vec<Exception>,
    /// Whether Falco warns if it looks at too many types of events.
    pub warn_event_types: bool,
    /// Whether it is left out if it names what Falco does not know.
    pub skip_if_unknown_filter: bool,
}

/// How a rule is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By adding to what it says.
    Append,
    /// By saying something else.
    Replace,
}

impl Way {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Way::Append => "append",
            Way::Replace => "replace",
        }
    }
}

/// A change of a rule. What is not given stays.
#[derive(Debug)]
pub struct Update {
    /// How it is changed.
    pub way: Way,
    /// The source that the rule must have.
    pub source: Arc<str>,
    /// The keys that are changed.
    pub keys: Vec<&'static str>,
    /// Its condition.
    pub condition: Option<Text>,
    /// Its output.
    pub output: Option<Text>,
    /// Its description.
    pub description: Option<Text>,
    /// Its priority.
    pub priority: Option<Priority>,
    /// Its tags.
    pub tags: Option<Vec<Word>>,
    /// Whether it is on.
    pub enabled: Option<bool>,
    /// Its exceptions.
    pub exceptions: Option<Vec<Exception>>,
    /// Whether Falco warns if it looks at too many types of events.
    pub warn_event_types: Option<bool>,
    /// Whether it is left out if it names what Falco does not know.
    pub skip_if_unknown_filter: Option<bool>,
}

/// The items of the documents of a rules file. What is wrong goes into `diagnostics`.
#[must_use]
pub fn items(documents: &[Yaml], diagnostics: &mut Diagnostics) -> Vec<Parsed> {
    let mut parsed = Vec::new();
    for document in documents {
        match &document.kind {
            Kind::Null => {}
            Kind::List(items) => {
                let items = items.iter().filter(|item| !matches!(item.kind, Kind::Null));
                parsed.extend(items.filter_map(|item| Reading::new(diagnostics).item(item)));
            }
            kind => {
                let is_values = document.get("customRules").is_some();
                let found = kind.describe();
                diagnostics.push(rule_structure::no_list(document.span, found, is_values));
            }
        }
    }
    parsed
}

/// The keys that make an item what it is, in the order in which Falco looks for them.
const KEYS: [&str; 5] = [
    "required_engine_version",
    "required_plugin_versions",
    "list",
    "macro",
    "rule",
];

/// One item being read.
struct Reading<'d> {
    diagnostics: &'d mut Diagnostics,
    /// Where it begins, which stands for what it lacks.
    head: Span,
    /// What it is, once that is known.
    item: Option<Item>,
    is_broken: bool,
}

impl<'d> Reading<'d> {
    fn new(diagnostics: &'d mut Diagnostics) -> Self {
        Reading {
            diagnostics,
            head: Span::new(crate::source::SourceId::UNLISTED, 0..0),
            item: None,
            is_broken: false,
        }
    }

    /// Notes an error in the item.
    fn refuse(&mut self, diagnostic: Diagnostic) {
        self.is_broken = true;
        self.warn(diagnostic);
    }

    /// Notes what does not break the item.
    fn warn(&mut self, diagnostic: Diagnostic) {
        let item = self.item.clone();
        self.diagnostics.push(diagnostic.item(item));
    }

    /// What an item says.
    fn item(mut self, item: &Yaml) -> Option<Parsed> {
        let Kind::Map(entries) = &item.kind else {
            self.refuse(rule_structure::no_item(item.span, item.kind.describe()));
            return None;
        };
        let kind = KEYS.into_iter().find(|key| item.get(key).is_some());
        let head = entries.iter().find(|(key, _)| key.as_str() == kind);
        if let Some((key, _)) = head.or(entries.first()) {
            self.head = key.span;
        }
        self.repeated_keys(entries);
        match kind {
            Some("required_engine_version") => self.engine_version(item),
            Some("required_plugin_versions") => self.plugin_versions(item),
            Some("list") => self.list(item),
            Some("macro") => self.macro_(item),
            Some("rule") => self.rule(item),
            _ => {
                let mut keys = entries.iter().filter_map(|(key, _)| key.as_str());
                let similar = keys.find_map(|key| similar::word(key, KEYS));
                self.warn(rule_unknown_item::ignored(self.head, similar));
                None
            }
        }
    }
}
