//! The forms of a report.

use super::trial::Trial;
use super::{GOOD, rules};
use insta::assert_snapshot;

const BROKEN: &str = "\
- list: shells
  items: [bash]
- rule: r
  desc: d
  condition: >
    evt.type = execve
    and proc.nme = bash
  output: '%proc.name'
  priority: INFO
";

#[test]
fn a_person_sees_the_line_and_a_caret() {
    let outcome = rules(BROKEN).run("falcogen rules check rules.yaml");
    assert_eq!(outcome.stderr, "");
    assert_eq!(outcome.status, Some(1));
    assert_snapshot!(outcome.stdout);
}

#[test]
fn json_has_files_and_diagnostics() {
    let outcome = rules(BROKEN).run("falcogen rules check --format json rules.yaml");
    assert_eq!(outcome.status, Some(1));
    assert_snapshot!(outcome.stdout);
}

#[test]
fn every_format_goes_to_the_standard_output() {
    let trial = rules(BROKEN);
    for format in ["human", "json", "sarif", "github", "gitlab", "junit"] {
        let outcome = trial.run(&format!(
            "falcogen rules check --format {format} rules.yaml"
        ));
        assert!(outcome.stdout.contains("rule-unknown-field"), "{format}");
        assert_eq!(outcome.stderr, "", "{format}");
        assert_eq!(outcome.status, Some(1), "{format}");
    }
}

#[test]
fn good_rules_are_passed_with_status_0() {
    let report = rules(GOOD)
        .run("falcogen rules check --format json rules.yaml")
        .result();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["files"][0]["loads"], true);
    assert_eq!(report["diagnostics"], serde_json::json!([]));
}

#[test]
fn warnings_leave_the_status_0() {
    let outcome = rules("- list: unused\n  items: [a]\n").run("falcogen rules check rules.yaml");
    assert!(
        outcome.stdout.contains("warning[rule-unused-list]"),
        "{}",
        outcome.stdout
    );
    assert_eq!(outcome.status, Some(0));
}

#[test]
fn the_same_rules_give_the_same_report_each_time() {
    let trial = rules(format!("{BROKEN}{}", BROKEN.replace("rule: r", "rule: s")));
    for format in ["human", "json", "sarif"] {
        let command = format!("falcogen rules check --format {format} rules.yaml");
        assert_eq!(trial.run(&command).stdout, trial.run(&command).stdout);
    }
}

#[test]
fn a_wrong_command_line_has_status_2() {
    for arguments in [
        "",
        "--format xml rules.yaml",
        "--no-such-flag",
        "--allow no-such-code rules.yaml",
    ] {
        let report = Trial::new()
            .run(&format!("falcogen rules check {arguments}"))
            .usage();
        assert!(report.starts_with("error: "), "{arguments}: {report}");
    }
    Trial::new().run("falcogen rules").usage();
    Trial::new().run("falcogen rules list").usage();
}
