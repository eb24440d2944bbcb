//! Rules, and changes of rules.

use std::sync::Arc;

use super::change::KeyChange;
use super::scalars::{place, text_of};
use super::{Body, Name, NewRule, Parsed, ParsedRule, Reading, Update, Way};
use crate::checks::rules::{rule_deprecated, rule_override, rule_priority, rule_structure};
use crate::diagnostic::{Item, ItemKind};
use crate::rules::item::Priority;
use crate::rules::yaml::{Kind, Yaml};
use crate::values::similar;

/// The source of events of a rule that names none.
pub const DEFAULT_SOURCE: &str = "syscall";

/// Keys that `override` can append to (Falco 0.44, `rule_loader_reader.cpp`).
const APPENDABLE: [&str; 5] = ["condition", "output", "desc", "tags", "exceptions"];

/// Keys that `override` can replace.
const REPLACEABLE: [&str; 11] = [
    "condition",
    "output",
    "desc",
    "priority",
    "capture",
    "capture_duration",
    "tags",
    "exceptions",
    "enabled",
    "warn_evttypes",
    "skip-if-unknown-filter",
];

/// All keys of a rule.
pub const KEYS: [&str; 15] = [
    "rule",
    "condition",
    "output",
    "desc",
    "priority",
    "source",
    "enabled",
    "capture",
    "capture_duration",
    "warn_evttypes",
    "skip-if-unknown-filter",
    "tags",
    "exceptions",
    "override",
    "append",
];

impl Reading<'_> {
    pub(super) fn rule(mut self, item: &Yaml) -> Option<Parsed> {
        let name = self.name(item, "rule")?;
        self.item = Some(Item {
            kind: ItemKind::Rule,
            name: name.text.clone(),
        });
        let appends = self.append_flag(item, "`condition: append` or `exceptions: append`");
        let changes = self.changes(item, &APPENDABLE, &REPLACEABLE);
        if appends && !changes.is_empty() {
            self.append_beside_override(item);
        }
        let body = if !changes.is_empty() {
            self.overrides(item, &changes)
        } else if appends {
            Some(Body::Change(vec![self.appended(item)]))
        } else if ["condition", "output", "desc", "priority"]
            .iter()
            .all(|key| item.get(key).is_none())
        {
            self.enables(item, &name)
        } else {
            Some(Body::Define(Box::new(self.new_rule(item))))
        };
        self.unknown_keys(item.as_map().unwrap_or_default(), &KEYS);
        Some(Parsed::Rule(ParsedRule {
            name,
            body: body?,
            is_broken: self.is_broken,
        }))
    }

    /// A rule that is defined.
    fn new_rule(&mut self, item: &Yaml) -> NewRule {
        let source = self
            .optional(item, "source")
            .map(|source| (&*source.text).into());
        self.switch(item, "capture");
        self.number(item, "capture_duration");
        NewRule {
            condition: self.text(item, "condition").unwrap_or_default(),
            output: self.text(item, "output").unwrap_or_default().trimmed(),
            description: self.text(item, "desc").unwrap_or_default(),
            priority: self.priority(item).unwrap_or(Priority::Debug),
            source: source.unwrap_or_else(|| DEFAULT_SOURCE.into()),
            source_at: place(item, "source"),
            tags: self.texts(item, "tags").unwrap_or_default(),
            enabled: self.switch(item, "enabled").unwrap_or(true),
            exceptions: self.exceptions(item, Way::Replace),
            warn_event_types: self.switch(item, "warn_evttypes").unwrap_or(true),
            skip_if_unknown_filter: self
                .switch(item, "skip-if-unknown-filter")
                .unwrap_or_default(),
        }
    }

    fn priority(&mut self, item: &Yaml) -> Option<Priority> {
        let scalar = self.required(item, "priority")?;
        let priority = Priority::named(&scalar.text);
        if priority.is_none() {
            let names = Priority::ALL.iter().map(|(_, name)| *name);
            let similar = match &*scalar.text.to_ascii_lowercase() {
                "warn" => Some("warning"),
                "err" => Some("error"),
                "crit" => Some("critical"),
                other => similar::word(other, names),
            };
            self.refuse(rule_priority::unknown(scalar.span, similar));
        }
        priority
    }

    /// A rule that is only switched on or off.
    fn enables(&mut self, item: &Yaml, name: &Name) -> Option<Body> {
        self.source(item);
        if item.get("enabled").is_none() {
            let missing = rule_structure::missing_key(name.at, "the rule", "enabled");
            let changed = ["exceptions", "tags"]
                .into_iter()
                .find(|key| item.get(key).is_some());
            self.refuse(match changed {
                Some(key) => missing.help(format!(
                    "to add {key} to a rule, write `override: {{{key}: append}}` below them"
                )),
                None => missing.help(
                    "to define the rule, give it `desc`, `condition`, `output` and `priority`; \
                     to change one, name what changes under `override`",
                ),
            });
            return None;
        }
        let enabled = self.switch(item, "enabled")?;
        if let Some(place) = item.place_of("enabled") {
            self.warn(rule_deprecated::enabled(place));
        }
        Some(Body::Enable(enabled))
    }

    /// What `append: true` adds.
    fn appended(&mut self, item: &Yaml) -> Update {
        let mut update = Update::new(Way::Append);
        update.source = self.source(item);
        if item.get("condition").is_some() {
            update.keys.push("condition");
            update.condition = self.text(item, "condition");
        }
        if item.get("exceptions").is_some() {
            update.keys.push("exceptions");
            update.exceptions = Some(self.exceptions(item, Way::Append));
        }
        update
    }

    /// The source of a change, which may be empty.
    fn source(&mut self, item: &Yaml) -> Arc<str> {
        match item.get("source").map(|source| &source.kind) {
            Some(Kind::Scalar(scalar)) if !scalar.text.is_empty() => (&*scalar.text).into(),
            Some(Kind::List(_) | Kind::Map(_)) => {
                self.optional(item, "source");
                "".into()
            }
            _ => "".into(),
        }
    }

    /// What `override` changes.
    fn overrides(&mut self, item: &Yaml, changes: &[KeyChange]) -> Option<Body> {
        let source = self.source(item);
        for change in changes {
            let mut others = changes.iter().filter(|other| other.way != change.way);
            let other = others.find(|other| other.key == change.key);
            if let Some(other) = other.filter(|_| change.way == Way::Replace) {
                self.refuse(rule_override::both_ways(change.at, other.at, change.key));
            }
            if item.get(change.key).is_none() {
                self.refuse(rule_override::without_value(change.at, change.key));
            }
        }
        for key in REPLACEABLE {
            let is_named = changes.iter().any(|change| change.key == key);
            if let Some(place) = item.place_of(key).filter(|_| !is_named) {
                self.refuse(rule_override::not_named(place, key));
            }
        }
        let updates = [Way::Append, Way::Replace].into_iter().filter_map(|way| {
            let changes = changes.iter().filter(|change| change.way == way);
            let keys: Vec<&'static str> = changes.map(|change| change.key).collect();
            (!keys.is_empty()).then(|| self.update(item, way, keys, &source))
        });
        let updates = updates.collect();
        (!self.is_broken).then_some(Body::Change(updates))
    }

    /// The changes of one way.
    fn update(
        &mut self,
        item: &Yaml,
        way: Way,
        keys: Vec<&'static str>,
        source: &Arc<str>,
    ) -> Update {
        let mut update = Update::new(way);
        for key in &keys {
            match *key {
                "condition" => {
                    update.source = Arc::clone(source);
                    update.condition = self.optional(item, key).map(text_of);
                }
                "output" => update.output = self.optional(item, key).map(text_of),
                "desc" => update.description = self.optional(item, key).map(text_of),
                "tags" => update.tags = self.texts(item, key),
                "priority" => update.priority = self.priority(item),
                "exceptions" => update.exceptions = Some(self.exceptions(item, way)),
                "enabled" => update.enabled = self.switch(item, key),
                "warn_evttypes" => update.warn_event_types = self.switch(item, key),
                "skip-if-unknown-filter" => update.skip_if_unknown_filter = self.switch(item, key),
                "capture_duration" => self.number(item, key),
                _ => {
                    self.switch(item, key);
                }
            }
        }
        update.keys = keys;
        update
    }
}

impl Update {
    /// A change of nothing yet.
    fn new(way: Way) -> Self {
        Update {
            way,
            source: "".into(),
            keys: Vec::new(),
            condition: None,
            output: None,
            description: None,
            priority: None,
            tags: None,
            enabled: None,
            exceptions: None,
            warn_event_types: None,
            skip_if_unknown_filter: None,
        }
    }
}
