//! `falcogen rules list`.

use super::rules;
use super::trial::Trial;
use insta::assert_snapshot;
use serde_json::{Value, json};

const FIRST: &str = "\
- rule: opens
  desc: d
  condition: evt.type = kill
  output: '%evt.num'
  priority: INFO
  tags: [mitre_persistence, T1546, \"a,b\"]
- rule: off
  desc: d
  condition: evt.type = close
  output: '%evt.num'
  priority: WARNING
  enabled: false
  tags: [mitre_persistence, mitre_execution, T1059]
";
const SECOND: &str = "\
- rule: opens
  condition: and proc.name = cat
  priority: ERROR
  override: {condition: append, priority: replace}
- rule: off
  enabled: true
";

fn two() -> Trial {
    Trial::new().file("1.yaml", FIRST).file("2.yaml", SECOND)
}

#[test]
fn a_table_shows_what_changed_a_rule() {
    assert_snapshot!(two().run("falcogen rules list 1.yaml 2.yaml").result());
}

#[test]
fn json_shows_all() {
    let list = two()
        .run("falcogen rules list --format json 1.yaml 2.yaml")
        .result();
    let list: Value = serde_json::from_str(&list).unwrap();
    let first = json!({
        "rule": "opens",
        "source": "syscall",
        "priority": "error",
        "tags": ["mitre_persistence", "T1546", "a,b"],
        "enabled": true,
        "state": "enabled",
        "file": "1.yaml",
        "line": 1,
    });
    for (key, value) in first.as_object().unwrap() {
        assert_eq!(&list[0][key], value, "{key}");
    }
    assert_eq!(list[0]["changes"][0]["file"], "2.yaml");
    assert_eq!(list[1]["enabled"], true);
}

#[test]
fn csv_quotes_what_needs_quotes() {
    assert_snapshot!(
        two()
            .run("falcogen rules list --format csv 1.yaml")
            .result()
    );
}

#[test]
fn markdown_is_a_table() {
    let trial = rules(FIRST.replace("rule: off", "rule: a | b"));
    assert_snapshot!(
        trial
            .run("falcogen rules list --format markdown rules.yaml")
            .result()
    );
}

#[test]
fn a_matrix_has_tactics_and_techniques() {
    assert_snapshot!(two().run("falcogen rules list --mitre 1.yaml").result());
    for format in ["json", "csv", "markdown"] {
        let matrix = two()
            .run(&format!(
                "falcogen rules list --mitre --format {format} 1.yaml"
            ))
            .result();
        assert!(
            matrix.contains("T1546") && matrix.contains("opens"),
            "{matrix}"
        );
    }
}

#[test]
fn rules_that_are_loaded_before_are_only_listed_if_asked_for() {
    let extra = "- rule: mine\n  desc: d\n  condition: evt.type = kill\n  output: '%evt.num'\n  priority: INFO\n";
    let trial = two().file("3.yaml", extra);
    let list = trial
        .run("falcogen rules list 3.yaml --after 1.yaml")
        .result();
    assert!(list.contains("mine") && !list.contains("opens"), "{list}");
    let list = trial
        .run("falcogen rules list --all 3.yaml --after 1.yaml")
        .result();
    assert!(list.contains("mine") && list.contains("opens"), "{list}");
}

#[test]
fn rules_that_falco_refuses_are_no_list() {
    let report = rules(FIRST.replace("evt.type = kill", "evt.tipe = open"))
        .run("falcogen rules list rules.yaml")
        .refusal();
    assert!(report.contains("error[rule-unknown-field]"), "{report}");
}

#[test]
fn a_rule_that_names_what_is_defined_nowhere_is_listed() {
    let list = rules(FIRST.replace("evt.type = kill", "theirs"))
        .run("falcogen rules list rules.yaml")
        .result();
    assert!(list.contains("opens"), "{list}");
}

#[test]
fn a_folder_is_listed_as_it_is_loaded() {
    let trial = Trial::new()
        .file("rules/b.yaml", SECOND)
        .file("rules/a.yaml", FIRST);
    let list = trial.run("falcogen rules list rules").result();
    assert!(
        list.contains("rules/a.yaml:1") && list.contains("rules/b.yaml:1"),
        "{list}"
    );
}
