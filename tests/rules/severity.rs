//! Which diagnostics count.

use super::{checked, rules, with_condition};

const UNUSED: &str = "- list: unused\n  items: [a]\n";

#[test]
fn strict_makes_warnings_errors() {
    let trial = rules(UNUSED);
    assert_eq!(
        checked(&trial, "rules.yaml").said(),
        ["warning rule-unused-list rules.yaml:1:9"]
    );
    let report = checked(&trial, "--strict rules.yaml");
    assert_eq!(report.said(), ["error rule-unused-list rules.yaml:1:9"]);
    // Falco would load it all the same.
    assert_eq!(report.loads(), [("rules.yaml".to_owned(), true)]);
}

#[test]
fn a_check_can_be_left_out() {
    let report = checked(
        &rules(UNUSED),
        "--strict --allow rule-unused-list rules.yaml",
    );
    assert_eq!(report.said(), [""; 0]);
}

#[test]
fn a_check_can_be_made_an_error() {
    let report = checked(&rules(UNUSED), "--deny rule-unused-list rules.yaml");
    assert_eq!(report.said(), ["error rule-unused-list rules.yaml:1:9"]);
}

#[test]
fn what_falco_refuses_cannot_be_left_out() {
    let trial = rules(with_condition("evt.type = kill and proc.nme = cat"));
    let report = checked(&trial, "--allow rule-unknown-field rules.yaml");
    assert_eq!(report.said(), ["error rule-unknown-field rules.yaml:3:34"]);
}

#[test]
fn what_is_wrong_in_a_macro_that_nothing_uses_is_a_warning() {
    let text = "\
- {macro: m, condition: evt.type=open and proc.nmae = x}
- {macro: audit, condition: ka.verb = get and jevt.rawtime exists}
";
    let report = checked(&rules(text), "rules.yaml");
    let wrong = "warning rule-unknown-field rules.yaml:1:43";
    assert!(report.said().iter().any(|said| said == wrong));
    assert_eq!(report.said().len(), 3);
    assert_eq!(report.loads(), [("rules.yaml".to_owned(), true)]);
}
