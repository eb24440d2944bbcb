//! Conditions that Falco's own parser was asked about: ours accepts the same ones, prints them the same way, and gives
//! up at the same place. The verdicts lie beside the repository; where they are not, these tests have nothing to do.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};
use std::path::Path;

use falcogen::condition::{ParseError, ParseErrorKind, parse, print};
use serde_json::Value;

/// What Falco allows by default, and the verdicts were made with.
const DEPTH: u32 = 100;

/// The verdicts, or nothing where they are not.
fn verdicts() -> Vec<Value> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/falco/filter_parser.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: there is no {}", path.display());
        return Vec::new();
    };
    serde_json::from_str(&text).unwrap()
}

fn condition(verdict: &Value) -> String {
    let text = verdict["expr"].as_str().unwrap();
    if verdict["truncated"] == true {
        text[..1].repeat(100_000)
    } else {
        text.to_owned()
    }
}

/// Every condition that Falco refuses, with its verdict and our error.
fn refused() -> Vec<(Value, String, ParseError)> {
    let refused = verdicts()
        .into_iter()
        .filter(|verdict| verdict["accepted"] == false);
    refused
        .filter_map(|verdict| {
            let text = condition(&verdict);
            let error = parse(&text, DEPTH).err()?;
            Some((verdict, text, error))
        })
        .collect()
}

#[test]
fn conditions_are_accepted_and_refused_as_by_falco() {
    for verdict in verdicts() {
        let text = condition(&verdict);
        let accepted = parse(&text, DEPTH).is_ok();
        assert_eq!(verdict["accepted"], accepted, "{text:.200}");
    }
}

#[test]
fn accepted_conditions_print_as_by_falco() {
    for verdict in verdicts() {
        let text = condition(&verdict);
        if let Ok(expression) = parse(&text, DEPTH) {
            assert_eq!(verdict["as_string"], print(&expression, &text), "{text}");
        }
    }
}

#[test]
fn refused_conditions_are_refused_where_falco_refuses_them() {
    for (verdict, text, error) in refused() {
        assert_eq!(
            verdict["error_pos"]["idx"], error.at,
            "{text:.200}: {error}"
        );
    }
}

#[test]
fn each_message_of_falco_is_one_kind_of_ours() {
    let mut kinds: HashMap<String, Discriminant<ParseErrorKind>> = HashMap::new();
    for (verdict, text, error) in refused() {
        let kind = discriminant(&error.kind);
        let known = *kinds.entry(message(&verdict)).or_insert(kind);
        assert_eq!(known, kind, "{text:.200}: {error}");
    }
}

/// Falco's message, without the word that some of them quote.
fn message(verdict: &Value) -> String {
    let message = verdict["error"].as_str().unwrap();
    let quoting = "unexpected token";
    if message.starts_with(quoting) {
        quoting.to_owned()
    } else {
        message.to_owned()
    }
}
