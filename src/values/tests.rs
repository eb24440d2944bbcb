//! Tables of flags with the values that Helm 3.19 makes of them.
//!
//! Each line of a table is one command line. `DIR` in an argument stands for a folder that holds `hello.txt`,
//! `lines.txt` and `empty.txt`. Where Helm answers otherwise, a `helm` field says how.

use std::path::Path;

use serde_json::{Map as JsonMap, Value};

use super::merge::{merge_files, with_defaults};
use super::set::{SetKind, apply};
use crate::diagnostic::Diagnostics;
use crate::source::{SourceKind, Sources};
use crate::yaml::{Kind, Node, Number, Origin};

#[test]
fn arguments_become_the_values_that_helm_makes_of_them() {
    check(include_str!("tests/set.json"));
}

#[test]
fn files_and_defaults_are_merged_as_helm_merges_them() {
    check(include_str!("tests/merge.json"));
}

fn check(table: &str) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("hello.txt"), "hello").unwrap();
    std::fs::write(folder.path().join("lines.txt"), "a: 1\nb: \"2\"\n").unwrap();
    std::fs::write(folder.path().join("empty.txt"), "").unwrap();

    let cases: Vec<Value> = serde_json::from_str(table).unwrap();
    let failures: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let found = outcome(case, folder.path());
            let expected = (case.get("values"), case.get("error"));
            let matches = match &found {
                Ok(values) => expected == (Some(values), None),
                Err(code) => expected == (None, Some(&Value::from(*code))),
            };
            (!matches).then(|| format!("{case}\n    found {found:?}"))
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The values of a case, or the code of the first diagnostic.
fn outcome(case: &Value, folder: &Path) -> Result<Value, &'static str> {
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let arguments: Vec<&str> = case["args"]
        .as_array()
        .unwrap()
        .iter()
        .map(|argument| argument.as_str().unwrap())
        .collect();
    let of = |flag: &'static str| {
        let pairs = arguments.chunks(2).filter(move |pair| pair[0] == flag);
        pairs.map(|pair| pair[1].replace("DIR", folder.to_str().unwrap()))
    };

    let mut values = Node::null();
    for file in of("-f") {
        values = merge_files(values, file_node(&file));
    }
    for kind in SetKind::ALL {
        for argument in of(kind.flag()) {
            let id = sources.add(kind.flag(), argument, SourceKind::Argument);
            values = apply(values, kind, id, &mut sources, &mut diagnostics);
        }
    }
    if let Some(defaults) = case.get("defaults") {
        values = with_defaults(&values, &node(defaults)).values;
    }
    match diagnostics.sorted().first() {
        Some(diagnostic) => Err(diagnostic.code.name),
        None => Ok(json(&values)),
    }
}

fn file_node(text: &str) -> Node {
    if text.is_empty() {
        return Node::null();
    }
    node(&serde_json::from_str(text).unwrap())
}

/// The node of a JSON value.
pub(super) fn node(value: &Value) -> Node {
    match value {
        Value::Null => Node::null(),
        Value::Bool(value) => Node::bool(*value, Origin::Program),
        Value::Number(value) => {
            let number = value
                .as_i64()
                .map_or_else(|| Number::Float(value.as_f64().unwrap()), Number::Integer);
            Node::new(Kind::Number(number), Origin::Program)
        }
        Value::String(text) => Node::constant(text.as_str()),
        Value::Array(items) => Node::list(items.iter().map(node)),
        Value::Object(entries) => Node::map(
            entries
                .iter()
                .map(|(key, value)| (key.as_str(), node(value))),
        ),
    }
}

/// The JSON value of a node; whole floats are integers, as Helm prints them.
pub(super) fn json(node: &Node) -> Value {
    match &node.kind {
        Kind::Null => Value::Null,
        Kind::Bool(value) => Value::from(*value),
        Kind::Number(number) => match number.as_i64() {
            Some(integer) => Value::from(integer),
            None => Value::from(number.as_f64()),
        },
        Kind::Text(text) => Value::from(&**text),
        Kind::List(items) => items.iter().map(json).collect(),
        Kind::Map(map) => {
            let entries = map
                .iter()
                .map(|(key, entry)| (key.to_string(), json(&entry.value)));
            Value::Object(entries.collect::<JsonMap<_, _>>())
        }
        Kind::Document(_) => unreachable!("only rendering makes documents"),
    }
}
