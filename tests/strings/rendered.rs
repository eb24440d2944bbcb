//! A rendering, read back.

use std::io::Write as _;

use falcogen::Request;
use falcogen::capabilities::Capabilities;
use falcogen::charts::stable::CHART;
use falcogen::diagnostic::{Diagnostics, Severity};
use falcogen::manifest::{self, Form, Object};
use falcogen::release::Release;
use falcogen::rules::folders::RulesFolders;
use falcogen::source::{SourceKind, Sources};
use falcogen::values::inputs::Inputs;
use falcogen::yaml::{self, Limits};
use proptest::prelude::*;
use serde_json::Value;
use tempfile::NamedTempFile;

use crate::given::{Given, Way};

/// The objects of a rendering with their templates.
pub struct Rendered(Vec<(String, Value)>);

impl Rendered {
    /// Renders what is given, and reads the result back as YAML and as JSON, which must agree.
    pub fn of(given: &Given, way: Way) -> Result<Self, TestCaseError> {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(given.file(way).as_bytes()).unwrap();
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let request = Request {
            chart: &CHART,
            inputs: Inputs {
                files: vec![file.path().to_str().unwrap().to_owned()],
                assignments: given.assignments(way),
                ..Inputs::default()
            },
            release: Release::new("falco", "default", false, &mut sources, &mut diagnostics),
            capabilities: Capabilities::default(),
            base_rules: None,
            rules_folders: RulesFolders::default(),
        };
        let objects = falcogen::render(&request, &mut sources, &mut diagnostics)
            .unwrap()
            .objects;
        no_errors(&diagnostics)?;
        let templates = objects.iter().map(|object| object.template().to_owned());
        let mut rendered = templates.zip(written(&objects)?).collect::<Vec<_>>();
        for (_, object) in &mut rendered {
            if let Some(text) = object.pointer_mut("/data/falco.yaml") {
                *text = read(text.as_str().unwrap())?;
            }
        }
        Ok(Rendered(rendered))
    }

    /// What stands at a path of a template's object.
    pub fn at(&self, template: &str, path: &str) -> Result<&Value, TestCaseError> {
        let name = format!("templates/{template}");
        let object = self.0.iter().find(|(template, _)| *template == name);
        let value = object.and_then(|(_, object)| walk(object, path));
        value.ok_or_else(|| TestCaseError::fail(format!("{template} has no {path}")))
    }
}

/// Fails if something is wrong with the values.
pub fn no_errors(diagnostics: &Diagnostics) -> Result<(), TestCaseError> {
    let errors: Vec<_> = (diagnostics.sorted().into_iter())
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(|diagnostic| &diagnostic.message)
        .collect();
    prop_assert!(errors.is_empty(), "{:?}", errors);
    Ok(())
}

/// The objects as they are read back from JSON and from YAML, which must agree.
pub fn written(objects: &[Object]) -> Result<Vec<Value>, TestCaseError> {
    let list: Value = serde_json::from_str(&manifest::write(objects, Form::Json)).unwrap();
    let as_json = list["items"].as_array().unwrap().clone();
    let as_yaml = documents(&manifest::write(objects, Form::Yaml))?;
    prop_assert_eq!(&as_yaml, &as_json, "YAML and JSON differ");
    Ok(as_json)
}

/// The value at a path such as `a.b[0]`, `a["b.c"]`, or `a[b]` for the item that has `b` as its name.
fn walk<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    let path = path.replace("data[\"falco.yaml\"]", "data.falco\0yaml");
    path.split(['.', '[']).try_fold(value, |value, step| {
        let step = step.trim_end_matches(']').replace('\0', ".");
        match value {
            Value::Array(items) => match step.parse::<usize>() {
                Ok(index) => items.get(index),
                Err(_) => items.iter().find(|item| item["name"] == step),
            },
            map => map.get(step),
        }
    })
}

/// The documents of a stream, which the program itself takes apart at no other line than `---`.
fn documents(stream: &str) -> Result<Vec<Value>, TestCaseError> {
    let mut texts: Vec<String> = Vec::new();
    for line in stream.split_inclusive('\n') {
        match texts.last_mut() {
            _ if line == "---\n" => texts.push(String::new()),
            Some(text) => text.push_str(line),
            None => prop_assert!(false, "the stream begins with no document"),
        }
    }
    texts.iter().map(|text| read(text)).collect()
}

/// What the program's own reader sees in a text, without a word of complaint.
fn read(text: &str) -> Result<Value, TestCaseError> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let source = sources.add("manifest", text, SourceKind::File);
    let node = yaml::read(&sources, source, &Limits::default(), &mut diagnostics);
    let said: Vec<_> = (diagnostics.sorted().into_iter())
        .map(|said| &said.message)
        .collect();
    prop_assert!(said.is_empty(), "{:?} in {}", said, text);
    Ok(yaml::to_json(&node.unwrap()))
}
