//! The evaluator of Go templates against what Helm prints.
//!
//! `tests/gotemplate/cases.jsonl` holds snippets with what Helm prints for them or why it fails, and
//! `tests/gotemplate/differences.jsonl` those about which falcogen differs on purpose, with what it prints.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::rc::Rc;

use falcogen::diagnostic::Diagnostics;
use falcogen::gotemplate::{Host, Object, Value, evaluate};
use falcogen::source::{SourceKind, Sources};
use falcogen::yaml::{self, Limits, defaults_from_json, to_json};

/// A chart that has one named template.
struct Chart;

impl Host for Chart {
    fn include(&self, name: &str, _: &Value) -> Option<Result<String, String>> {
        (name == "falco.fullname").then(|| Ok("release-falco".to_owned()))
    }

    fn write_yaml(&self, value: &Value) -> String {
        let node = defaults_from_json(json(value));
        yaml::write(&node).trim_end_matches('\n').to_owned()
    }

    fn read_yaml(&self, text: &str) -> Result<Value, String> {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let source = sources.add("text", text, SourceKind::File);
        match yaml::read(&sources, source, &Limits::default(), &mut diagnostics) {
            Some(node) if !diagnostics.has_errors() => Ok(value(&to_json(&node))),
            _ => Err("not YAML".to_owned()),
        }
    }
}

/// The version of a cluster, which is not plain data.
struct Version;

impl Object for Version {
    fn type_name(&self) -> String {
        "chartutil.KubeVersion".to_owned()
    }

    fn text(&self) -> String {
        "v1.20.0".to_owned()
    }

    fn field(&self, name: &str, _: &[Value]) -> Option<Result<Value, String>> {
        (name == "Major").then(|| Ok("1".into()))
    }
}

fn value(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Null => Value::Nil,
        serde_json::Value::Bool(truth) => (*truth).into(),
        serde_json::Value::Number(number) => Value::Float(number.as_f64().unwrap()),
        serde_json::Value::String(text) => text.as_str().into(),
        serde_json::Value::Array(items) => Value::list(items.iter().map(value).collect()),
        serde_json::Value::Object(map) => {
            Value::map(map.iter().map(|(key, item)| (key.as_str(), value(item))))
        }
    }
}

fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Nil => serde_json::Value::Null,
        Value::Bool(truth) => (*truth).into(),
        Value::Int(number) | Value::Int64(number) => (*number).into(),
        Value::Unsigned(number) => (*number).into(),
        Value::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number}").parse::<i64>().unwrap().into()
        }
        Value::Float(number) => (*number).into(),
        Value::Text(text) => text.to_string().into(),
        Value::List(list) => list.items().iter().map(json).collect(),
        Value::Map(map) => map
            .entries()
            .iter()
            .map(|(key, item)| (key.to_string(), json(item)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Object(object) => object.text().into(),
    }
}

fn data() -> Value {
    let values = include_str!("gotemplate/values.json");
    let values = serde_json::from_str(values).unwrap();
    Value::map([
        ("Values", value(&values)),
        (
            "Release",
            Value::map([
                ("Name", "falco".into()),
                ("Namespace", "default".into()),
                ("IsUpgrade", false.into()),
                ("Revision", Value::Int(1)),
            ]),
        ),
        (
            "Capabilities",
            Value::map([("KubeVersion", Value::Object(Rc::new(Version)))]),
        ),
        (
            "Template",
            Value::map([("Name", "c/templates/t.yaml".into())]),
        ),
    ])
}

/// Says how a snippet's outcome differs from what is expected.
fn check(case: &serde_json::Value) -> Option<String> {
    let text = case["text"].as_str().unwrap();
    let outcome = evaluate(text, &data(), &Chart);
    match (case["prints"].as_str(), outcome.result) {
        (Some(expected), Ok(found)) if expected == found => None,
        (None, Err(_)) => None,
        (expected, found) => Some(format!(
            "{text}\n  expected {}\n  found    {found:?}\n",
            expected.map_or_else(|| case["fails"].to_string(), |text| format!("{text:?}"))
        )),
    }
}

fn check_all(cases: &str) {
    let cases = cases
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let wrong: Vec<String> = cases.filter_map(|case| check(&case)).collect();
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn snippets_print_what_helm_prints() {
    check_all(include_str!("gotemplate/cases.jsonl"));
}

#[test]
fn where_it_differs_from_helm_it_prints_or_refuses_as_listed() {
    check_all(include_str!("gotemplate/differences.jsonl"));
}
