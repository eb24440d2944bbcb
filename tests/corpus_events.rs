//! The events of the maintained rules, compared with those that Falco finds. Its word lies in
//! `../shared/corpus/falco/describe`, which is no part of the project: without it there is nothing to compare.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use falcogen::condition::{
    CONTAINER_EVENTS, Events, Expression, Fields, Problem, Scope, check, event_types, parse,
};
use serde_json::Value;

fn described(name: &str) -> Vec<Value> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("../shared/corpus/falco/describe").join(name);
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("skipped: there is no {}", path.display());
        return Vec::new();
    };
    let described: Value = serde_json::from_str(&text).unwrap();
    let items = ["rules", "macros"].map(|key| described[key].as_array().unwrap().clone());
    items.concat()
}

fn found(expression: &Expression, condition: &str) -> BTreeSet<String> {
    let events = event_types(expression, condition, 63, CONTAINER_EVENTS, &mut |_| {
        Events::any()
    });
    let names = events.unwrap().plain.names();
    // Falco adds it to every rule.
    names.chain(["asyncevent"]).map(String::from).collect()
}

fn compare(file: &str) {
    let described = described(file);
    let mut compared = 0;
    for item in &described {
        let details = &item["details"];
        let condition = details["condition_compiled"].as_str().unwrap();
        // Falco writes some texts without the quotes that they need.
        let Ok(expression) = parse(condition, 1000) else {
            continue;
        };
        let events = details["events"].as_array().unwrap();
        let expected: BTreeSet<_> = events.iter().map(|name| name.as_str().unwrap()).collect();
        let found = found(&expression, condition);
        let found: BTreeSet<_> = found.iter().map(String::as_str).collect();
        // The names of syscalls that come as general events are not told apart here.
        if expected.len() < 100 {
            assert_eq!(found, expected, "{condition}");
            compared += 1;
        }
        let scope = Scope::new(Fields::falco(), "syscall", 63);
        let mut problems = check(&expression, condition, &scope);
        problems.retain(Problem::is_error);
        assert_eq!(problems, [], "{condition}");
    }
    eprintln!("{compared} of {} compared", described.len());
}

#[test]
fn the_maintained_rules_have_the_events_that_falco_finds() {
    compare("falco_rules.json");
}

#[test]
fn the_incubating_rules_have_the_events_that_falco_finds() {
    compare("falco-incubating_rules.json");
}

#[test]
fn the_sandbox_rules_have_the_events_that_falco_finds() {
    compare("falco-sandbox_rules.json");
}
