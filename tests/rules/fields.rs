//! Fields of further plugins.

use super::trial::Trial;
use super::{checked, rules};

const RULE: &str = "\
- rule: r
  desc: d
  condition: door.name = front
  output: '%door.name is open'
  priority: INFO
  source: doors
";

/// Fields as `falco --list --format json` prints them.
const JSON: &str = r#"{"sources": {"doors": {"field_classes": [{"name": "doors", "event_sources": ["doors"],
"fields": [{"name": "door.name", "type": "CHARBUF"}]}]}}}"#;

fn with_fields(fields: &str) -> Trial {
    rules(RULE).file("fields", fields)
}

#[test]
fn a_rule_of_an_unknown_source_is_left_out_with_a_warning() {
    let report = checked(&rules(RULE), "rules.yaml");
    assert_eq!(
        report.said(),
        ["warning rule-unknown-source rules.yaml:6:11"]
    );
}

#[test]
fn the_source_and_the_fields_of_a_table_are_known() {
    let trial = with_fields("group doors doors\ndoor.name CHARBUF\n");
    assert_eq!(
        checked(&trial, "--fields fields rules.yaml").said(),
        [""; 0]
    );
    let trial = with_fields("group doors doors\ndoor.number UINT64\n");
    let said = checked(&trial, "--fields fields rules.yaml").said();
    assert!(
        said.contains(&"error rule-unknown-field rules.yaml:3:14".to_owned()),
        "{said:?}"
    );
}

#[test]
fn the_list_that_falco_prints_is_a_table_too() {
    let trial = with_fields(JSON);
    assert_eq!(
        checked(&trial, "--fields fields rules.yaml").said(),
        [""; 0]
    );
}

#[test]
fn a_file_that_holds_no_fields_is_a_wrong_command_line() {
    for fields in ["", "door.name\n", "group\n", "[]", "{}", "\u{0}"] {
        let trial = with_fields(fields);
        let outcome = trial.run("falcogen rules check --fields fields rules.yaml");
        if !fields.is_empty() {
            outcome.usage();
        }
    }
    rules(RULE)
        .run("falcogen rules check --fields missing rules.yaml")
        .usage();
}
