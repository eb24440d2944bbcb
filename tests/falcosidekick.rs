//! What each output of Falcosidekick makes of its settings.
//!
//! `falcosidekick/outputs.json` has, for each section below `config`, settings that differ from the defaults and from
//! one another (`set`), and the variables that differ then in the Secret which Helm 3.19 renders from chart
//! falcosidekick 0.12.1 (`changes`), decoded.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use falcogen::Request;
use falcogen::capabilities::Capabilities;
use falcogen::charts::falcosidekick::CHART;
use falcogen::diagnostic::Diagnostics;
use falcogen::release::Release;
use falcogen::rules::folders::RulesFolders;
use falcogen::source::Sources;
use falcogen::values::inputs::Inputs;
use falcogen::values::set::SetKind;
use serde_json::{Map, Value};

type Variables = BTreeMap<String, String>;

/// The settings of each output, and what they change.
fn outputs() -> Map<String, Value> {
    serde_json::from_str(include_str!("falcosidekick/outputs.json")).unwrap()
}

/// The variables in the Secret that is made of a configuration.
fn secret(config: &Value) -> Variables {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let request = Request {
        chart: &CHART,
        inputs: Inputs {
            profiles: Vec::new(),
            files: Vec::new(),
            assignments: vec![(SetKind::Json, format!("config={config}"))],
        },
        release: Release::new("r", "default", false, &mut sources, &mut diagnostics),
        capabilities: Capabilities::default(),
        base_rules: None,
        rules_folders: RulesFolders::default(),
    };
    let rendering = falcogen::render(&request, &mut sources, &mut diagnostics).unwrap();
    assert!(!diagnostics.has_errors(), "{config}");
    let mut objects = rendering.objects.iter();
    let secret = objects.find(|object| object.kind() == "Secret").unwrap();
    let data = secret.node.get("data").unwrap().as_map().unwrap();
    let plain = data.iter().map(|(name, entry)| {
        let bytes = BASE64_STANDARD.decode(entry.value.as_text().unwrap());
        (name.to_string(), String::from_utf8(bytes.unwrap()).unwrap())
    });
    plain.collect()
}

/// The variables that are not as by default.
fn changes(config: &Value, default: &Variables) -> Variables {
    let mut changed = secret(config);
    assert!(default.keys().all(|name| changed.contains_key(name)));
    changed.retain(|name, value| default.get(name) != Some(value));
    changed
}

#[test]
fn the_settings_of_an_output_change_its_own_variables_and_no_others() {
    let default = secret(&Value::Object(Map::new()));
    for (output, case) in outputs() {
        let config = Map::from_iter([(output.clone(), case["set"].clone())]);
        let expected: Variables = serde_json::from_value(case["changes"].clone()).unwrap();
        assert_eq!(changes(&config.into(), &default), expected, "{output}");
    }
}

#[test]
fn each_variable_belongs_to_one_output() {
    let mut left: BTreeSet<_> = secret(&Value::Object(Map::new())).into_keys().collect();
    let mut seen = BTreeSet::new();
    for (output, case) in outputs() {
        for variable in case["changes"].as_object().unwrap().keys() {
            assert!(
                seen.insert(variable.clone()),
                "{variable}, again in {output}"
            );
            left.remove(variable);
        }
    }
    assert_eq!(left, BTreeSet::new());
}
