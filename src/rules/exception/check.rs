//! Whether an exception fits together (Falco 0.44, `rule_loader_collector.cpp`).

use super::{comparison_of, has_modifier, is_operator};
use crate::checks::rules::rule_exception;
use crate::condition::{Problem, ProblemKind, Scope, check as check_condition, parse};
use crate::diagnostic::Diagnostic;
use crate::rules::environment::Environment;
use crate::rules::item::{Entry, Exception};
use crate::rules::text::Word;
use crate::rules::written::Written;

/// What is wrong with an exception of a rule with that source, if anything is. Comparisons that are not given are filled
/// in.
pub fn check(
    exception: &mut Exception,
    source: Option<&str>,
    environment: &Environment,
) -> Option<Diagnostic> {
    let name = exception.name.clone();
    fill_in(exception);
    let problem = if exception.fields.is_list() {
        several_fields(exception, &name)
    } else {
        single_field(exception, &name)
    };
    problem.or_else(|| unknown_field(exception, &name, source?, environment))
}

/// Puts Falco's default comparisons where there are none: `in` for a single field, `=` for each of several.
fn fill_in(exception: &mut Exception) {
    if exception.comparisons.is_given() {
        return;
    }
    let word = |text: &str, span| {
        Entry::Text(Word {
            text: text.into(),
            at: Written::whole(span),
        })
    };
    exception.comparisons = match &exception.fields {
        Entry::List(fields, span) => {
            let comparisons = fields.iter().map(|field| word("=", field.span()));
            Entry::List(comparisons.collect(), *span)
        }
        field => word("in", field.span()),
    };
}

fn several_fields(exception: &Exception, name: &str) -> Option<Diagnostic> {
    let (fields, comparisons) = (exception.fields.items(), exception.comparisons.items());
    if fields.len() != comparisons.len() {
        let at = exception.comparisons.span();
        return Some(rule_exception::other_length(
            at,
            name,
            fields.len(),
            comparisons.len(),
        ));
    }
    let wrong = comparisons.iter().find(|comparison| {
        let comparison = comparison_of(comparison);
        !is_operator(comparison) && !has_modifier(comparison)
    })?;
    Some(rule_exception::no_comparison(wrong.span(), name, false))
}

fn single_field(exception: &Exception, name: &str) -> Option<Diagnostic> {
    let at = exception.comparisons.span();
    if exception.comparisons.is_list() {
        return Some(rule_exception::not_both_single(at, name));
    }
    let comparison = comparison_of(&exception.comparisons);
    let is_known = matches!(comparison, "in" | "pmatch" | "intersects") || has_modifier(comparison);
    (!is_known).then(|| rule_exception::no_comparison(at, name, true))
}

/// The first field that there is not.
fn unknown_field(
    exception: &Exception,
    name: &str,
    source: &str,
    environment: &Environment,
) -> Option<Diagnostic> {
    let scope = environment.scope(source);
    let single = std::slice::from_ref(&exception.fields);
    let fields = if exception.fields.is_list() {
        exception.fields.items()
    } else {
        single
    };
    let unknown = fields.iter().find(|field| {
        let text = field.text();
        !is_left_side(text, &scope) && !environment.may_be_of_plugin(text)
    })?;
    let help = advice(unknown.text(), &scope);
    Some(rule_exception::unknown_field(unknown.span(), name, help))
}

/// Whether a text can stand to the left of an operator (Falco 0.44, `falco_source.h`).
fn is_left_side(text: &str, scope: &Scope) -> bool {
    if !text.contains('(') {
        return scope.fields.is_field(text, scope.place());
    }
    let condition = format!("{text} exists");
    parse(&condition, 100).is_ok_and(|expression| {
        let problems = check_condition(&expression, &condition, scope);
        !problems.iter().any(Problem::is_error)
    })
}

/// What to do about a field that there is not.
fn advice(text: &str, scope: &Scope) -> Option<String> {
    let (name, argument) = match text.split_once('[') {
        Some((name, argument)) => (name, Some(argument.trim_end_matches(']').as_bytes())),
        None => (text, None),
    };
    let refusal = scope.fields.lookup(name, argument, scope.place()).err()?;
    let name = name.into();
    let fault = refusal.fault;
    ProblemKind::Field { name, fault }.help(scope)
}
