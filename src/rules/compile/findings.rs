//! What is wrong within conditions. What is wrong with a macro is found once for each source of events, and told of the
//! rules that use the macro, as only rules are compiled.

use std::sync::Arc;

use foldhash::HashSet;

use super::{Body, Compiling};
use crate::checks::rules as codes;
use crate::condition::{FieldFault, Problem, ProblemKind, Scope, check};
use crate::diagnostic::Diagnostic;
use crate::rules::environment::Environment;
use crate::rules::locator::Locator;
use crate::rules::text::Text;

/// A problem with a condition, and in which macro it lies.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The problem; its place is in the text of the body.
    pub problem: Problem,
    /// The macro that has it, by its position in the set; nothing if it is in the rule itself.
    pub within: Option<usize>,
}

/// What is wrong with the macros, for one source of events.
#[derive(Clone, Debug, Default)]
pub(super) struct MacroFindings {
    /// The problems of each macro, by its position in the set.
    own: Vec<Vec<Problem>>,
    /// Whether a macro has problems, or uses one that has.
    tainted: Vec<bool>,
    /// How many compilations of macros have been looked at.
    seen: usize,
}

impl Compiling<'_> {
    /// What is wrong with the macros for a source of events. It is looked for where macros have been compiled since.
    pub(super) fn macros_for(&mut self, source: &Arc<str>, scope: &Scope) -> Arc<MacroFindings> {
        let known = self
            .compiled
            .findings
            .entry(Arc::clone(source))
            .or_default();
        if known.seen < self.compiled.order.len() {
            let mut findings = Arc::unwrap_or_clone(std::mem::take(known));
            self.look_at_macros(&mut findings, scope);
            self.compiled
                .findings
                .insert(Arc::clone(source), Arc::new(findings));
        }
        Arc::clone(&self.compiled.findings[source])
    }

    /// What is wrong with the comparisons of a condition.
    pub(super) fn problems(&self, body: &Body, scope: &Scope) -> Vec<Problem> {
        problems(body, scope, self.environment)
    }

    /// Whether a problem is but a field that a plugin of which nothing is known may have.
    pub(super) fn may_be_of_plugin(&self, problem: &Problem) -> bool {
        may_be_of_plugin(problem, self.environment)
    }

    /// Looks for what is wrong with the macros that have been compiled since the last time.
    fn look_at_macros(&self, findings: &mut MacroFindings, scope: &Scope) {
        let count = self.compiled.macros.len();
        findings.own.resize_with(count, Vec::new);
        findings.tainted.resize(count, false);
        let order = &self.compiled.order;
        for at in &order[findings.seen..] {
            let body = self.compiled.macros[*at].as_ref();
            let mut used = body.into_iter().flat_map(|body| &body.uses);
            let is_tainted = used.any(|used| used.macro_.is_some_and(|at| findings.tainted[at]));
            let problems = body.map(|body| self.problems(body, scope));
            findings.own[*at] = problems.unwrap_or_default();
            findings.tainted[*at] = is_tainted || !findings.own[*at].is_empty();
        }
        findings.seen = order.len();
    }

    /// What is wrong with a rule's condition, in the order in which Falco would find it. A macro counts at its first use.
    pub(super) fn findings(
        &self,
        body: &Body,
        own: Vec<Problem>,
        macros: &MacroFindings,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut seen = HashSet::default();
        let mut stack = vec![Frame::new(body, own, None)];
        while let Some(frame) = stack.last_mut() {
            match frame.next() {
                None => {
                    stack.pop();
                }
                Some(Step::Problem(problem)) => {
                    let within = frame.within;
                    findings.push(Finding { problem, within });
                }
                Some(Step::Macro(at)) => {
                    if !macros.tainted[at] || !seen.insert(at) {
                        continue;
                    }
                    if let Some(body) = &self.compiled.macros[at] {
                        let own = macros.own[at].clone();
                        stack.push(Frame::new(body, own, Some(at)));
                    }
                }
            }
        }
        findings
    }

    /// The text that a finding points into, if `text` is that of the rule.
    pub(super) fn text_of<'t>(&'t self, finding: &Finding, text: &'t Text) -> &'t Text {
        let body = finding
            .within
            .and_then(|at| self.compiled.macros[at].as_ref());
        body.map_or(text, |body| &body.text)
    }
}

/// A body whose problems and macros are told in the order of its text.
struct Frame<'b> {
    problems: std::iter::Peekable<std::vec::IntoIter<Problem>>,
    uses: std::iter::Peekable<std::slice::Iter<'b, super::Use>>,
    within: Option<usize>,
}

enum Step {
    Problem(Problem),
    Macro(usize),
}

impl<'b> Frame<'b> {
    fn new(body: &'b Body, own: Vec<Problem>, within: Option<usize>) -> Self {
        Frame {
            problems: own.into_iter().peekable(),
            uses: body.uses.iter().peekable(),
            within,
        }
    }

    fn next(&mut self) -> Option<Step> {
        loop {
            let problem = self.problems.peek().map(|problem| problem.span.start);
            let found = self.uses.peek().map(|found| found.at.start);
            if found.is_some_and(|found| problem.is_none_or(|problem| found < problem)) {
                if let Some(at) = self.uses.next().and_then(|found| found.macro_) {
                    return Some(Step::Macro(at));
                }
                continue;
            }
            return self.problems.next().map(Step::Problem);
        }
    }
}

/// What is wrong with the comparisons of a condition, but for what may be right with what is not known.
pub(in crate::rules) fn problems(
    body: &Body,
    scope: &Scope,
    environment: &Environment,
) -> Vec<Problem> {
    let mut problems = check(&body.expression, body.text.as_str(), scope);
    problems.retain(|problem| {
        !may_be_of_plugin(problem, environment)
            && !may_be_list(problem, body.text.as_str(), environment)
    });
    problems
}

/// Whether a problem is but a field that a plugin of which nothing is known may have.
fn may_be_of_plugin(problem: &Problem, environment: &Environment) -> bool {
    match &problem.kind {
        ProblemKind::Field {
            name,
            fault: FieldFault::Unknown,
        } => environment.may_be_of_plugin(name),
        _ => false,
    }
}

/// Whether a problem is but the name of a list that the rules loaded before may define, where a value is expected.
fn may_be_list(problem: &Problem, text: &str, environment: &Environment) -> bool {
    let is_of_value = matches!(
        problem.kind,
        ProblemKind::Value { .. } | ProblemKind::EventType(_) | ProblemKind::NotHexadecimal
    );
    let word = problem.span.of(text);
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    !environment.is_complete && is_of_value && word.contains('_') && word.bytes().all(is_part)
}

/// The diagnostic of a problem with a part of `text`.
pub(in crate::rules) fn diagnostic(
    problem: &Problem,
    text: &Text,
    scope: &Scope,
    locator: &Locator,
) -> Option<Diagnostic> {
    let range = problem.span.range();
    let place = text.place(range, locator)?;
    Some(codes::of_problem(problem, place, scope))
}
