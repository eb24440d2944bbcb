//! Versions of the engine and plugins.

use super::{checked, rules};
use insta::assert_snapshot;

#[test]
fn rules_that_require_a_later_engine_are_refused() {
    let trial = rules("- required_engine_version: 0.63.0\n");
    assert_eq!(
        checked(&trial, "rules.yaml").said(),
        ["error rule-engine-version rules.yaml:1:28"]
    );
    assert_eq!(
        checked(&trial, "--engine-version 0.63 rules.yaml").said(),
        [""; 0]
    );
}

#[test]
fn an_engine_is_named_by_its_number_or_its_version() {
    let trial = rules("- required_engine_version: 62\n");
    for version in ["62", "0.62", "0.62.0", "63", "0.63.0"] {
        let report = checked(&trial, &format!("--engine-version {version} rules.yaml"));
        assert_eq!(report.said(), [""; 0], "{version}");
    }
    let report = checked(&trial, "--engine-version 61 rules.yaml");
    assert_eq!(report.said(), ["error rule-engine-version rules.yaml:1:28"]);
}

#[test]
fn engines_that_are_not_known_are_refused() {
    let trial = rules("");
    for version in ["0.20", "0.64", "1.0", "x", "''", "0.62.1"] {
        trial
            .run(&format!(
                "falcogen rules check --engine-version {version} rules.yaml"
            ))
            .usage();
    }
    let report = trial
        .run("falcogen rules check --engine-version 0.20 rules.yaml")
        .usage();
    assert_snapshot!(report.lines().next().unwrap(), @"error: invalid value '0.20' for '--engine-version <VERSION>': versions from 0.26 to 0.63 are known");
}

#[test]
fn a_plugin_that_is_required_and_missing_is_an_error() {
    let trial = rules("- required_plugin_versions:\n  - name: github\n    version: 0.8.0\n");
    let report = checked(&trial, "rules.yaml");
    assert_eq!(report.said(), ["error rule-plugin-missing rules.yaml:2:11"]);
    assert_eq!(report.loads(), [("rules.yaml".to_owned(), false)]);
}

#[test]
fn a_plugin_can_be_said_to_be_there() {
    let trial = rules("- required_plugin_versions:\n  - name: github\n    version: 0.8.0\n");
    for plugin in ["github", "github:0.8.0", "github:0.9.1"] {
        let report = checked(&trial, &format!("--plugin {plugin} rules.yaml"));
        assert_eq!(report.said(), [""; 0], "{plugin}");
    }
    let report = checked(&trial, "--plugin github:0.7.0 rules.yaml");
    assert_eq!(report.loads(), [("rules.yaml".to_owned(), false)]);
    for plugin in [":0.8.0", "github:8", "github:"] {
        trial
            .run(&format!(
                "falcogen rules check --plugin {plugin} rules.yaml"
            ))
            .usage();
    }
}

#[test]
fn one_of_several_plugins_is_enough() {
    let trial = rules(
        "- required_plugin_versions:\n  - name: other\n    version: 1.0.0\n    alternatives:\n      - {name: json, version: 0.7.0}\n",
    );
    assert_eq!(checked(&trial, "rules.yaml").said(), [""; 0]);
}
