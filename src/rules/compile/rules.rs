//! Rules: their outputs and their conditions with exceptions, lists and macros in place.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::findings::{Finding, MacroFindings, diagnostic};
use super::macros::EVERYTHING;
use super::output::OutputFindings;
use super::{Body, Compiling};
use crate::checks::rules::{rule_event_search, rule_no_event_type, rule_skipped};
use crate::condition::Scope;
use crate::diagnostic::{Diagnostic, Item, ItemKind, Severity};
use crate::rules::exception::with_exceptions;
use crate::rules::item::Rule;
use crate::rules::read::DEFAULT_SOURCE;
use crate::rules::set;

/// So many types of events are too many (Falco 0.44, `rule_loader_compiler.cpp`).
const MOST_EVENT_TYPES: u32 = 100;

/// Of a condition in which more is wrong this much is told.
const MOST_FINDINGS: usize = 1000;

/// The first version of the engine in which a condition that no event can meet gets no warning for its events.
const NEVER_IS_FINE: u32 = 63;

impl Compiling<'_> {
    /// Compiles the rules that are dirty.
    pub(super) fn rules(&mut self, dirty: &BTreeSet<usize>) {
        for (_, rule) in set::at(&self.set.rules, dirty) {
            let item = rule.definition.item(ItemKind::Rule);
            if let Some(before) = self.compiled.rules.remove(&item.name) {
                self.give_back(&before);
            }
            self.compiled.skipped.remove(&item.name);
            if rule.is_source_known {
                let scope = self.environment.scope(&rule.source);
                let macros = self.macros_for(&rule.source, &scope);
                if let Some(body) = self.rule(rule, &scope, &macros, &item) {
                    self.compiled.rules.insert(Arc::clone(&item.name), body);
                }
            }
        }
    }

    /// Compiles a rule.
    fn rule(
        &mut self,
        rule: &Rule,
        scope: &Scope,
        macros: &MacroFindings,
        item: &Item,
    ) -> Option<Body> {
        self.whole_output(rule, scope, item)?;
        let mut body = self.whole_condition(rule, item)?;
        self.resolve(&mut body.uses, &body.text, EVERYTHING, item);
        let own = self.problems(&body, scope);
        let findings = self.findings(&body, own, macros);
        let first = findings.iter().find(|finding| finding.problem.is_error());
        let is_error = first.is_some();
        let unknown = first.filter(|first| first.problem.is_unknown_filter());
        if let Some(first) = unknown.filter(|_| rule.skip_if_unknown_filter) {
            let reason = self.told(first, &body, scope);
            self.skip(reason, item);
            return Some(body);
        }
        self.report(&findings, rule, &body, scope);
        // What is unknown, or no type of events, tells nothing of the events.
        if !is_error && body.uses.iter().all(|found| found.macro_.is_some()) {
            self.count_events(rule, &body, item);
        }
        Some(body)
    }

    /// Looks at the output of a rule; nothing if the rule is left out for it.
    fn whole_output(&mut self, rule: &Rule, scope: &Scope, item: &Item) -> Option<()> {
        if rule.output.is_missing() && rule.definition.is_broken {
            return Some(());
        }
        let output = self.output(&rule.output, scope, item);
        if self.skips_for_output(rule, &output, item) {
            return None;
        }
        for (problem, _) in output.problems {
            self.say(problem, item);
        }
        Some(())
    }

    /// Reads the condition of a rule with its exceptions.
    fn whole_condition(&mut self, rule: &Rule, item: &Item) -> Option<Body> {
        // What is wrong with a rule may be its exceptions.
        let whole = if rule.exceptions.is_empty() || rule.definition.is_broken {
            Ok(Cow::Borrowed(&rule.condition))
        } else {
            with_exceptions(&rule.condition, &rule.exceptions).map(Cow::Owned)
        };
        match whole {
            Ok(condition) => {
                self.mention(condition.as_str(), item);
                self.body(&condition, item)
            }
            Err(refusal) => {
                self.say(*refusal, item);
                None
            }
        }
    }

    /// Reports what has been found; an error in a macro only for the first rule that uses it.
    fn report(&mut self, findings: &[Finding], rule: &Rule, body: &Body, scope: &Scope) {
        let item = rule.definition.item(ItemKind::Rule);
        for finding in findings.iter().take(MOST_FINDINGS) {
            let Some(said) = self.told(finding, body, scope) else {
                continue;
            };
            let user = finding.within.map(|_| rule.definition.at);
            let said = said.related(user, "used by this rule").item(item.clone());
            if finding.problem.is_error() && finding.within.is_some() {
                self.diagnostics.push_once(said);
            } else {
                self.diagnostics.push(said);
            }
        }
    }

    /// The diagnostic of a finding in a rule whose body this is.
    fn told(&self, finding: &Finding, body: &Body, scope: &Scope) -> Option<Diagnostic> {
        let text = self.text_of(finding, &body.text);
        diagnostic(&finding.problem, text, scope, self.locator)
    }

    /// Whether a rule is left out for its output.
    fn skips_for_output(&mut self, rule: &Rule, output: &OutputFindings, item: &Item) -> bool {
        let first = output
            .problems
            .iter()
            .find(|(said, _)| said.severity == Severity::Error);
        let reason = first.filter(|(_, is_unknown)| *is_unknown && rule.skip_if_unknown_filter);
        if let Some((reason, _)) = reason.cloned() {
            self.skip(Some(reason), item);
            return true;
        }
        false
    }

    /// Leaves a rule out.
    fn skip(&mut self, reason: Option<Diagnostic>, item: &Item) {
        if let Some(reason) = reason {
            self.say(rule_skipped::unknown(reason), item);
        }
        self.compiled.skipped.insert(Arc::clone(&item.name));
    }

    /// Reports a condition for too many types of events.
    fn count_events(&mut self, rule: &Rule, body: &Body, item: &Item) {
        if &*rule.source != DEFAULT_SOURCE {
            return;
        }
        match self.events_of(body, &self.compiled.events) {
            Err(problem) => {
                let span = problem.span;
                let place = body.text.place(span.range(), self.locator);
                if let Some(place) = place {
                    self.say(rule_event_search::refused(place, problem.fault), item);
                }
            }
            Ok(events) => {
                let count = events.plain.count();
                // What is not given may define a list of types of events.
                let is_never = count == 0
                    && self.environment.engine.minor < NEVER_IS_FINE
                    && self.environment.is_complete;
                if rule.warn_event_types && (count > MOST_EVENT_TYPES || is_never) {
                    self.say(
                        rule_no_event_type::too_many(rule.definition.latest("condition")),
                        item,
                    );
                }
            }
        }
    }
}
