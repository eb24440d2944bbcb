//! What Falco says of some 20,000 conditions and outputs, compared with what is said here. The verdicts lie in
//! `../shared/corpus`, which is no part of the project: without it there is nothing to compare.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::fs;
use std::path::PathBuf;

use falcogen::condition::{Fields, Problem, Scope, check, check_output, parse};

/// The engine that made the verdicts.
const ENGINE: u32 = 63;

/// How deep the verdicts' conditions may be nested: what libs allow where Falco does not say otherwise.
const DEPTH: u32 = 100;

fn verdicts(name: &str) -> Option<Vec<serde_json::Value>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("../shared/corpus/falco/compile").join(name);
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("skipped: there is no {}", path.display());
        return None;
    };
    let lines = text.lines().map(|line| serde_json::from_str(line).unwrap());
    Some(lines.collect())
}

/// A line of the verdicts in which a number stands for the empty text that was judged.
const MISPRINTED: &str = "2072";

/// What is wrong with a condition, as words; nothing if Falco would take it.
fn condition(text: &str, source: &str) -> Option<String> {
    let scope = Scope::new(Fields::falco(), source, ENGINE);
    match parse(text, DEPTH) {
        Err(error) => Some(error.to_string()),
        Ok(expression) => first_error(&check(&expression, text, &scope)),
    }
}

fn output(text: &str, source: &str) -> Option<String> {
    let text = if text == MISPRINTED { "" } else { text };
    let scope = Scope::new(Fields::falco(), source, ENGINE);
    first_error(&check_output(text, &scope).problems)
}

fn first_error(problems: &[Problem]) -> Option<String> {
    let error = problems.iter().find(|problem| problem.is_error())?;
    let unknown = if error.is_unknown_filter() {
        "unknown: "
    } else {
        ""
    };
    Some(format!("{unknown}{}", error.kind))
}

/// Whether Falco's words mean an unknown field or event.
fn is_unknown(error: &str) -> bool {
    ["nonexistent field", "unknown event type", "unknown filter:"]
        .iter()
        .any(|words| error.contains(words))
}

fn compare(name: &str, judge: impl Fn(&str) -> Option<String>) {
    let mut disagreements = Vec::new();
    for verdict in verdicts(name).unwrap_or_default() {
        let text = verdict["expr"].as_str().unwrap();
        let theirs = verdict["error"].as_str();
        let ours = judge(text);
        let agree = match (theirs, ours.as_deref()) {
            (None, None) => true,
            (Some(theirs), Some(ours)) => is_unknown(theirs) == ours.starts_with("unknown: "),
            _ => false,
        };
        if !agree {
            disagreements.push(format!("{text}\n    Falco: {theirs:?}\n    here: {ours:?}"));
        }
    }
    let shown = disagreements.len().min(100);
    assert!(
        disagreements.is_empty(),
        "{} of {name} are judged otherwise:\n{}",
        disagreements.len(),
        disagreements[..shown].join("\n")
    );
}

#[test]
fn conditions_on_system_calls_are_judged_as_falco_judges_them() {
    compare("fields_syscall.jsonl", |text| condition(text, "syscall"));
}

#[test]
fn conditions_on_kubernetes_audit_events_are_judged_as_falco_judges_them() {
    compare("fields_k8s_audit.jsonl", |text| {
        condition(text, "k8s_audit")
    });
}

#[test]
fn outputs_of_system_calls_are_judged_as_falco_judges_them() {
    compare("outputs_syscall.jsonl", |text| output(text, "syscall"));
}

#[test]
fn outputs_of_kubernetes_audit_events_are_judged_as_falco_judges_them() {
    compare("outputs_k8s_audit.jsonl", |text| output(text, "k8s_audit"));
}
