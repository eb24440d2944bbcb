//! What an item with the key `rule` makes of the rules that there are.

use std::sync::Arc;

use super::environment::Environment;
use super::exception;
use super::item::{Exception, Rule};
use super::read::{Body, Name, NewRule, ParsedRule, Update, Way};
use super::set::{Collecting, Refusal, append, named, taken};
use crate::checks::rules::{
    rule_exception, rule_other_source, rule_structure, rule_unknown_source,
};
use crate::diagnostic::{Diagnostic, Item, ItemKind};
use crate::values::similar;

impl Collecting<'_> {
    pub(super) fn rule(&mut self, rule: ParsedRule) {
        let item = named(ItemKind::Rule, &rule.name);
        match rule.body {
            Body::Define(new) => self.define(&rule.name, *new, rule.is_broken, &item),
            Body::Enable(enabled) => self.enable(&rule.name, enabled, &item),
            Body::Change(updates) => {
                for update in updates {
                    if !self.update(&rule.name, update, rule.is_broken, &item) {
                        return;
                    }
                }
            }
        }
    }

    fn define(&mut self, name: &Name, new: NewRule, is_broken: bool, item: &Item) {
        let has_other_source = self.has_other_source(name, &new.source, item);
        let is_source_known = self
            .environment
            .event_sources
            .iter()
            .any(|known| **known == *new.source);
        if !is_source_known && !self.environment.has_unknown_plugins {
            let at = new.source_at.unwrap_or(name.at);
            let known = self.environment.event_sources.iter().map(String::as_str);
            let similar = similar::word(&new.source, known);
            self.say(rule_unknown_source::skipped(at, &new.source, similar), item);
        }
        let previous = self.set.rules.get_mut(&name.text);
        let previous = previous.map(|previous| taken(&mut previous.definition));
        let definition = self.definition(name, previous);
        let mut rule = Rule {
            condition: new.condition,
            output: new.output,
            description: new.description,
            priority: new.priority,
            source: new.source,
            is_source_known,
            tags: new.tags,
            enabled: new.enabled,
            exceptions: Vec::new(),
            warn_event_types: new.warn_event_types,
            skip_if_unknown_filter: new.skip_if_unknown_filter,
            definition,
        };
        rule.definition.is_broken = is_broken || has_other_source;
        for mut exception in new.exceptions {
            if exception.fields.is_given() {
                if let Some(problem) = check_exception(&mut exception, &rule, self.environment) {
                    self.say(problem, item);
                    rule.definition.is_broken = true;
                }
            } else if !is_broken {
                let refusal = rule_exception::without_fields(exception.at, &exception.name);
                self.say(refusal, item);
                rule.definition.is_broken = true;
            }
            rule.exceptions.push(exception);
        }
        self.set.rules.insert(Arc::clone(&name.text), rule);
        self.touched.push(item.clone());
    }

    /// Reports a rule whose name there is for another source.
    fn has_other_source(&mut self, name: &Name, source: &str, item: &Item) -> bool {
        let previous = self.set.rules.get(&name.text);
        let other = previous.filter(|rule| !source.is_empty() && *rule.source != *source);
        let first = other.map(|rule| rule.definition.at);
        if let Some(first) = first {
            self.say(rule_other_source::changed(name.at, Some(first)), item);
        }
        first.is_some()
    }

    fn enable(&mut self, name: &Name, enabled: bool, item: &Item) {
        let Some(rule) = self.set.rules.get_mut(&name.text) else {
            self.refuse_change(name.at, item, "switch on or off");
            return;
        };
        rule.enabled = enabled;
        let (visibility, file) = (rule.definition.visibility, rule.definition.file);
        rule.definition
            .change(name.at, "replace", vec!["enabled"], visibility, file);
    }

    /// Changes a rule; whether there is one that further changes can be looked at for.
    fn update(&mut self, name: &Name, update: Update, is_broken: bool, item: &Item) -> bool {
        if self.has_other_source(name, &update.source, item) {
            return false;
        }
        if !self.set.rules.contains_key(&name.text) {
            let way = match update.way {
                Way::Append => "append to",
                Way::Replace => "replace parts of",
            };
            let is_not_given = self.refuse_change(name.at, item, way) == Refusal::NotGiven;
            if is_not_given {
                self.changed_rule(item, update);
            }
            return is_not_given;
        }
        if update.keys.is_empty() {
            let missing = rule_structure::missing_key(name.at, "what is appended", "condition");
            let missing = missing.help("give it a `condition` or `exceptions`");
            self.say(missing.falco("LOAD_ERR_VALIDATE"), item);
            return true;
        }
        let visibility = self.next();
        // It has been there a moment ago.
        let Some(rule) = self.set.rules.get_mut(&name.text) else {
            return false;
        };
        rule.definition.is_broken |= is_broken;
        rule.definition.change(
            name.at,
            update.way.name(),
            update.keys.clone(),
            visibility,
            self.file,
        );
        let mut changing = Changing {
            rule,
            environment: self.environment,
            problems: Vec::new(),
        };
        match update.way {
            Way::Append => changing.append(update),
            Way::Replace => changing.replace(update),
        }
        for problem in changing.problems {
            self.say(problem, item);
        }
        self.touched.push(item.clone());
        true
    }
}

/// A rule that is being changed.
struct Changing<'a> {
    rule: &'a mut Rule,
    environment: &'a Environment,
    /// What is wrong with the change.
    problems: Vec<Diagnostic>,
}

impl Changing<'_> {
    fn refuse(&mut self, refusal: Diagnostic) {
        self.problems.push(refusal);
        self.rule.definition.is_broken = true;
    }

    fn append(&mut self, update: Update) {
        let rule = &mut *self.rule;
        let parts = [
            (&mut rule.condition, update.condition),
            (&mut rule.output, update.output),
            (&mut rule.description, update.description),
        ];
        for (text, more) in parts {
            if let Some(more) = more {
                append(text, &more);
            }
        }
        rule.tags.extend(update.tags.unwrap_or_default());
        for exception in update.exceptions.unwrap_or_default() {
            self.append_exception(exception);
        }
    }

    /// Adds an exception, or values to one that there is.
    fn append_exception(&mut self, mut exception: Exception) {
        let name = &exception.name;
        let mut others = self.rule.exceptions.iter();
        let position = others.position(|other| other.name == *name);
        let refusal = match position.map(|at| &self.rule.exceptions[at]) {
            Some(previous) if exception.fields.is_given() => {
                let at = exception.fields.span();
                Some(rule_exception::fixed(at, name, "fields", Some(previous.at)))
            }
            Some(previous) if exception.comparisons.is_given() => {
                let at = exception.comparisons.span();
                Some(rule_exception::fixed(at, name, "comps", Some(previous.at)))
            }
            None if !exception.fields.is_given() => {
                let names = self.rule.exceptions.iter().map(|other| &*other.name);
                let refusal = rule_exception::without_fields(exception.at, name);
                Some(match similar::word(name, names) {
                    Some(similar) => refusal.help(format!("did you mean `{similar}`?")),
                    None => refusal,
                })
            }
            None if exception.values.is_empty() => {
                Some(rule_exception::without_values(exception.at, name))
            }
            _ => None,
        };
        match (refusal, position) {
            (Some(refusal), _) => self.refuse(refusal),
            (None, Some(at)) => self.rule.exceptions[at].values.extend(exception.values),
            (None, None) => {
                let problem = check_exception(&mut exception, self.rule, self.environment);
                if let Some(problem) = problem {
                    self.refuse(problem);
                }
                self.rule.exceptions.push(exception);
            }
        }
    }

    fn replace(&mut self, update: Update) {
        let rule = &mut *self.rule;
        replace(&mut rule.condition, update.condition);
        replace(&mut rule.output, update.output);
        replace(&mut rule.description, update.description);
        replace(&mut rule.tags, update.tags);
        replace(&mut rule.priority, update.priority);
        replace(&mut rule.enabled, update.enabled);
        replace(&mut rule.warn_event_types, update.warn_event_types);
        replace(
            &mut rule.skip_if_unknown_filter,
            update.skip_if_unknown_filter,
        );
        if let Some(exceptions) = update.exceptions {
            for exception in &exceptions {
                // Falco fills in no comparisons here, and reads beyond their end.
                if !exception.comparisons.is_given() {
                    let refusal =
                        rule_exception::without_comparisons(exception.at, &exception.name);
                    self.refuse(refusal);
                }
            }
            self.rule.exceptions = exceptions;
        }
    }
}

/// What is wrong with an exception of a rule.
fn check_exception(
    exception: &mut Exception,
    rule: &Rule,
    environment: &Environment,
) -> Option<Diagnostic> {
    let source = rule.is_source_known.then_some(&*rule.source);
    exception::check(exception, source, environment)
}

/// Puts something in the place of another, if it is given.
fn replace<T>(place: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *place = new;
    }
}
