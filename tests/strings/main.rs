//! No text that a user writes changes on its way into a manifest, whatever is in it and wherever it stands.
//!
//! Random texts, most of them hostile to YAML, are written into every position of the stable chart that takes a text.
//! The positions are found in the chart's schema and compared with two tables: [`positions::POSITIONS`], whose texts
//! arrive as they are, and [`positions::BARE`], whose texts are printed bare into falco.yaml and arrive as what they
//! mean there. Those of the falco chart are followed by their origins ([`falco`]).
//!
//! `PROPTEST_CASES` sets how many times.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod bare;
mod falco;
mod given;
mod hostile;
mod positions;
mod rendered;

use std::collections::BTreeSet;

use falcogen::charts::stable::CHART;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::Value;

use given::{Given, Way};
use positions::{BARE, POSITIONS, Setup};
use rendered::Rendered;

fn schema() -> Value {
    serde_json::from_str(CHART.schema_text).unwrap()
}

/// Every position below `schema` that takes a text, and whether it is printed bare: `image.tag`, `extraArgs[]`,
/// `nodeSelector{}`.
fn text_positions(schema: &Value, at: &str, found: &mut BTreeSet<(String, bool)>) {
    let bare = schema["x-use"] == "printed";
    let kinds: Vec<&Value> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().collect(),
        kind => vec![kind],
    };
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        let dot = if at.is_empty() { "" } else { "." };
        text_positions(property, &format!("{at}{dot}{key}"), found);
    }
    if bare && schema["items"].is_null() || kinds.iter().any(|kind| *kind == "string") {
        found.insert((at.to_owned(), bare));
    }
    if schema["items"].is_object() {
        text_positions(&schema["items"], &format!("{at}[]"), found);
    }
    match &schema["additionalProperties"] {
        Value::Bool(true) => {
            found.insert((format!("{at}{{}}"), false));
        }
        Value::Null
            if schema["properties"].is_null() && kinds.iter().any(|kind| *kind == "object") =>
        {
            found.insert((format!("{at}{{}}"), false));
        }
        further @ Value::Object(_) => text_positions(further, &format!("{at}{{}}"), found),
        _ => {}
    }
}

#[test]
fn every_position_of_the_schema_that_takes_a_text_is_in_a_table() {
    let mut declared = BTreeSet::new();
    text_positions(&schema(), "", &mut declared);
    let tested = (POSITIONS.iter().map(|row| (row.at.to_owned(), false)))
        .chain(BARE.iter().map(|row| (row.at.to_owned(), true)))
        .collect::<BTreeSet<_>>();
    assert_eq!(declared, tested);
}

/// Renders what is given, once for each way in, and compares what arrives with what the tables say.
fn check(given: &Given) -> TestCaseResult {
    for way in [Way::Escaped, Way::Written, Way::Assigned] {
        let rendered = Rendered::of(given, way)?;
        for row in POSITIONS.iter().filter(|row| row.setup.is(given.setup)) {
            for (template, path, expected) in (row.lands)(given) {
                let found = rendered.at(template, path)?;
                prop_assert_eq!(found, &expected, "{} at {} ({:?})", row.at, path, way);
            }
        }
        for row in BARE.iter().filter(|_| given.setup == Setup::Plain) {
            let path = format!("data[\"falco.yaml\"].{}", row.lands);
            let found = rendered.at("configmap.yaml", &path)?;
            let expected = bare::printed(&given.values[row.at]);
            prop_assert_eq!(found, &expected, "{} ({:?})", row.at, way);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_text_arrives_as_it_is(given in given::strategy(Setup::Plain)) {
        check(&given)?;
    }

    #[test]
    fn a_text_of_an_integration_arrives_as_it_is(given in given::strategy(Setup::Integrations)) {
        check(&given)?;
    }
}

fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    let cases = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => default.cases,
        None => 48,
    };
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..default
    }
}
