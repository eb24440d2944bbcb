//! What the tables must keep to, and how they read.

use std::collections::HashSet;

use serde_json::Value;

use super::{FORMER_KEYS, FORMER_VALUES};
use crate::charts::{self, Effect, OtherKey};
use crate::checks::values::{removed_value, unknown_value};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceKind, Sources, Span};
use crate::yaml::{Path, Step, defaults_from_json};

fn keys() -> impl Iterator<Item = &'static OtherKey> {
    FORMER_KEYS.iter().copied().flatten()
}

fn path(text: &str) -> Path {
    text.parse().unwrap()
}

#[test]
fn the_chart_has_none_of_the_keys_and_all_that_became_of_them() {
    if let Some(chart) = charts::find("falco") {
        let schema = serde_json::from_str(chart.schema_text).unwrap();
        hold_against(&schema, chart.default_values());
    }
}

/// Holds the tables against the schema and the defaults of the chart.
fn hold_against(schema: &Value, defaults: Value) {
    let defaults = defaults_from_json(defaults);
    for key in keys() {
        let found = path(key.path).find(&defaults).is_some();
        assert!(!found, "{} is a value of the chart", key.path);
        for target in key.became.paths() {
            assert!(
                declares(schema, &path(target).0),
                "{target}, which became of {}",
                key.path
            );
        }
    }
    for value in FORMER_VALUES {
        assert!(declares(schema, &path(value.path).0), "{}", value.path);
    }
}

/// Whether a schema knows a path. What is below an open section, such as the values of a subchart, may be anything.
fn declares(schema: &Value, path: &[Step]) -> bool {
    let Some((Step::Key(key), rest)) = path.split_first() else {
        return path.is_empty();
    };
    match schema["properties"].get(&**key) {
        Some(property) => declares(property, rest),
        None => schema["additionalProperties"] != false && allows_maps(schema),
    }
}

fn allows_maps(schema: &Value) -> bool {
    let types = &schema["type"];
    types == "object"
        || types
            .as_array()
            .is_some_and(|types| types.contains(&Value::from("object")))
}

/// The diagnostic of a key at the place where it is written.
fn diagnostic(text: &str) -> Diagnostic {
    let path = path(text);
    let key = keys().find(|key| key.is_at(&path, text)).unwrap();
    let source = Sources::default().add("values.yaml", "key", SourceKind::File);
    let place = Some(Span::new(source, 0..3));
    if key.is_refused() {
        removed_value::key(&path, place, key, "9.1.0")
    } else {
        unknown_value::of_other_version(&path, place, key, "9.1.0")
    }
}

/// Message, label and help.
fn said(text: &str) -> [String; 3] {
    let diagnostic = diagnostic(text);
    let label = diagnostic.remark().unwrap().to_owned();
    [diagnostic.message, label, diagnostic.help.unwrap()]
}

#[test]
fn a_key_stands_in_the_tables_once() {
    let mut paths = HashSet::new();
    for key in keys() {
        assert!(paths.insert(key.path), "{} is there twice", key.path);
    }
}

#[test]
fn every_path_can_be_found() {
    for key in keys() {
        if !key.path.contains('*') {
            assert_eq!(path(key.path).to_string(), key.path);
        }
        assert!(
            !key.is_refused() || !key.path.contains(['*', '[']),
            "{}",
            key.path
        );
    }
}

#[test]
fn no_key_hides_another() {
    for key in keys() {
        let below = format!("{}.", key.path);
        let hidden = keys().find(|other| other.path.starts_with(&below));
        assert!(hidden.is_none(), "{} hides one", key.path);
    }
}

#[test]
fn nothing_becomes_of_a_key_what_is_itself_a_former_key() {
    for key in keys() {
        for target in key.became.paths() {
            let former = keys().find(|other| {
                other.path == *target || target.starts_with(&format!("{}.", other.path))
            });
            assert!(former.is_none(), "{target}, which became of {}", key.path);
        }
    }
}

#[test]
fn every_help_reads_as_help() {
    for key in keys() {
        let help = key.help();
        assert!(
            !help.is_empty() && !help.ends_with('.') && !help.contains('\n'),
            "{help}"
        );
        assert!(!help.contains("  "), "{help}");
        assert_eq!(help.matches('`').count() % 2, 0, "{help}");
    }
}

#[test]
fn only_options_of_falco_go_into_falco_yaml() {
    for key in keys() {
        let in_falco_yaml = matches!(key.effect, Effect::InFalcoYaml(_));
        let is_option = key.path.starts_with("falco.") && !key.path.starts_with("falco.engine.");
        assert_eq!(
            in_falco_yaml,
            is_option && !key.is_refused(),
            "{}",
            key.path
        );
    }
}

#[test]
fn what_the_chart_refuses_is_what_its_guard_looks_for() {
    let refused: Vec<&str> = keys()
        .filter(|key| key.is_refused())
        .map(|key| key.path)
        .collect();
    assert_eq!(
        refused,
        [
            "driver.ebpf",
            "driver.gvisor",
            "falco.grpc",
            "falco.grpc_output"
        ]
    );
    let values: Vec<_> = FORMER_VALUES
        .iter()
        .map(|other| (other.path, other.value))
        .collect();
    assert_eq!(values, [("driver.kind", "ebpf"), ("driver.kind", "gvisor")]);
}

#[test]
fn a_moved_key_says_until_when_it_was_there_and_what_to_write_now() {
    assert_eq!(
        said("docker"),
        [
            "version 9.1.0 of the chart has no value `docker`",
            "this does nothing, the chart had it in stable/falco, and in falcosecurity/falco until 1.19.4",
            "use `collectors.containerEngine.engines.docker`, where `sockets` is a list of paths",
        ]
    );
    assert_eq!(
        said("extraVolumes")[1],
        "this does nothing, the chart had it from 1.5.8 to 1.19.4"
    );
    assert_eq!(said("extraVolumes")[2], "use `mounts.volumes`");
}

#[test]
fn an_option_of_falco_yaml_says_where_it_goes() {
    assert_eq!(
        said("falco.metadata_download")[1],
        "this goes into falco.yaml, where Falco 0.44 ignores it; the chart had it from 2.0.0 to 3.8.7"
    );
    assert_eq!(
        said("falco.rules_file")[1..],
        [
            "this goes into falco.yaml, beside `rules_files`, and Falco does not start with both; the chart had it from 2.0.0 to 4.7.0",
            "use `falco.rules_files`",
        ]
    );
}

#[test]
fn a_key_that_is_made_up_has_no_versions() {
    assert_eq!(
        said("serviceMonitor.enabled"),
        [
            "the chart has no value `serviceMonitor.enabled`",
            "this does nothing",
            "use `serviceMonitor.create`",
        ]
    );
    assert_eq!(
        said("falcosidekick.config.slack.enabled")[1],
        "this does nothing"
    );
    assert_eq!(
        said("falco.rate")[1],
        "this goes into falco.yaml, where Falco 0.44 ignores it"
    );
}

#[test]
fn a_refused_key_says_what_replaces_it() {
    let [message, label, help] = said("falco.grpc_output");
    assert_eq!(
        message,
        "version 9.1.0 of the chart refuses values that have `falco.grpc_output`"
    );
    assert_eq!(
        label,
        "even if it is null or switched off; the chart had it from 2.0.0 to 8.0.5"
    );
    assert!(help.contains("`falco.http_output`") && help.contains("`falcosidekick.enabled`"));
}
