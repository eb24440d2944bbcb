//! Rules in several files, and in the order of one.

use super::trial::Trial;
use super::{checked, rules, with_condition};

const MACRO: &str = "- macro: opens\n  condition: evt.type = kill\n";

fn files(first: &str, second: &str) -> Trial {
    Trial::new().file("1.yaml", first).file("2.yaml", second)
}

fn loads(trial: &Trial, arguments: &str) -> Vec<bool> {
    let report = checked(trial, arguments);
    report.loads().into_iter().map(|(_, loads)| loads).collect()
}

#[test]
fn a_rule_may_use_a_macro_of_an_earlier_file() {
    let trial = files(MACRO, &with_condition("opens"));
    assert_eq!(checked(&trial, "1.yaml 2.yaml").said(), [""; 0]);
}

#[test]
fn a_rule_cannot_use_a_macro_of_a_later_file() {
    let trial = files(&with_condition("opens"), MACRO);
    let report = checked(&trial, "1.yaml 2.yaml");
    assert_eq!(report.said(), ["error rule-macro-after-use 1.yaml:3:14"]);
    assert_eq!(report.loads()[0], ("1.yaml".to_owned(), false));
}

#[test]
fn a_rule_may_stand_before_its_macro_in_one_file() {
    let trial = super::rules(with_condition("opens") + MACRO);
    assert_eq!(checked(&trial, "rules.yaml").said(), [""; 0]);
}

#[test]
fn a_macro_cannot_stand_before_the_macro_that_it_uses() {
    let trial = super::rules(format!(
        "- macro: first\n  condition: opens\n{MACRO}{}",
        with_condition("evt.type = kill and first")
    ));
    let report = checked(&trial, "rules.yaml");
    assert_eq!(
        report.said(),
        ["error rule-macro-after-use rules.yaml:2:14"]
    );
}

#[test]
fn what_nothing_defines_is_said_once() {
    let text = with_condition("nowhere") + "- macro: m\n  condition: not nowhere\n";
    let report = checked(&super::rules(text), "rules.yaml");
    assert_eq!(
        report.said(),
        ["error rule-undefined-macro rules.yaml:7:18"]
    );
}

#[test]
fn nothing_is_said_of_files_that_are_loaded_before() {
    let trial = files(
        "- list: unused\n  items: [a]\n- macro: opens\n  condition: evt.type = kill\n",
        &with_condition("opens"),
    );
    let report = checked(&trial, "2.yaml --after 1.yaml");
    assert_eq!(report.said(), [""; 0]);
    assert_eq!(report.loads(), [("2.yaml".to_owned(), true)]);
}

#[test]
fn several_files_and_folders_can_be_loaded_before() {
    let trial = files(&with_condition("opens and also"), "").file("before/a.yaml", MACRO);
    let trial = trial.file("also.yaml", "- macro: also\n  condition: proc.name = cat\n");
    assert_eq!(
        checked(&trial, "1.yaml --after before --after also.yaml").said(),
        [""; 0]
    );
}

#[test]
fn files_taken_each_alone_do_not_see_one_another() {
    let trial = files(MACRO, &with_condition("opens"));
    assert_eq!(loads(&trial, "1.yaml 2.yaml"), [true, true]);
    assert_eq!(loads(&trial, "--each 1.yaml 2.yaml"), [true, false]);
    assert_eq!(loads(&trial, "--each 2.yaml --after 1.yaml"), [true]);
}

#[test]
fn a_later_file_can_change_a_rule_of_an_earlier_one() {
    let change = "- rule: r\n  condition: and proc.name = cat\n  override: {condition: append}\n";
    let trial = files(&with_condition("evt.type = kill"), change);
    assert_eq!(checked(&trial, "1.yaml 2.yaml").said(), [""; 0]);
    let report = checked(&trial, "2.yaml");
    assert_eq!(report.said(), ["error rule-no-such-item 2.yaml:1:9"]);
}

#[test]
fn what_a_later_definition_no_longer_uses_is_unused() {
    let first = format!(
        "- list: shells\n  items: [bash]\n- macro: shell\n  condition: proc.name in (shells)\n{}",
        with_condition("evt.type = kill and shell")
    );
    let trial = files(&first, "- macro: shell\n  condition: proc.name = zsh\n");
    let report = checked(&trial, "1.yaml 2.yaml");
    assert_eq!(report.said(), ["warning rule-unused-list 1.yaml:1:9"]);
}

#[test]
fn an_error_is_where_the_earlier_file_has_what_a_later_one_breaks() {
    let change =
        "- list: ports\n  items: [http]\n- macro: opens\n  condition: evt.type = nothing\n";
    let first = format!(
        "{MACRO}- list: ports\n  items: [80]\n{}",
        with_condition("opens and fd.sport in (ports)")
    );
    let trial = files(&first, change);
    let report = checked(&trial, "2.yaml --after 1.yaml");
    assert_eq!(report.loads(), [("2.yaml".to_owned(), false)]);
    assert!(
        report
            .said()
            .iter()
            .any(|said| said.starts_with("error rule-unknown-event 2.yaml:4:25")),
        "{:?}",
        report.said()
    );
}

#[test]
fn a_macro_must_not_reach_what_is_defined_behind_it_through_another() {
    let first = "\
- {macro: A, condition: evt.type=open}
- {macro: B, condition: evt.type=close}
- {macro: A, condition: or B, override: {condition: append}}
- {rule: R, desc: d, condition: A and proc.name=x, output: o, priority: INFO}
";
    let second = "\
- {macro: C, condition: evt.type=dup}
- {macro: B, condition: or C, override: {condition: append}}
";
    let trial = Trial::new().file("1.yaml", first).file("2.yaml", second);
    let report = checked(&trial, "1.yaml 2.yaml");
    assert_eq!(report.loads()[1], ("2.yaml".to_owned(), false));
    let place = "error rule-macro-after-use 2.yaml:2:28";
    assert!(report.said().iter().any(|said| said == place));
    let report = checked(&rules(format!("{first}{second}")), "rules.yaml");
    let place = "error rule-macro-after-use rules.yaml:6:28";
    assert!(report.said().iter().any(|said| said == place));
}

/// Whether the last of these files loads, and the same if it is written behind the first into one file.
#[track_caller]
fn assert_later_file_is_refused(first: &str, second: &str) {
    let trial = Trial::new().file("1.yaml", first).file("2.yaml", second);
    let report = checked(&trial, "1.yaml 2.yaml");
    let loads = [("1.yaml".to_owned(), true), ("2.yaml".to_owned(), false)];
    assert_eq!(report.loads(), loads);
    let report = checked(&rules(format!("{first}{second}")), "rules.yaml");
    assert_eq!(report.loads(), [("rules.yaml".to_owned(), false)]);
}

#[test]
fn a_later_file_may_close_a_ring_of_macros() {
    let first = "\
- {macro: A, condition: evt.type=open}
- {macro: B, condition: A or evt.type=dup}
- {macro: C, condition: B or evt.type=close}
";
    let second = "- {macro: A, condition: or C, override: {condition: append}}\n";
    assert_later_file_is_refused(first, second);
}

#[test]
fn what_a_later_file_makes_of_a_macro_is_told_to_each_source() {
    let macros = "\
- {macro: M, condition: fd.num=1}
- {macro: N, condition: M or fd.num=2}
";
    let change = "- {macro: M, condition: ka.verb=get}\n- {macro: N, condition: M}\n";
    let rule = "- {rule: R, desc: d, condition: N, output: o, priority: INFO, source: k8s_audit}\n";
    let trial = files(macros, change).file("3.yaml", rule);
    assert_eq!(loads(&trial, "1.yaml 2.yaml 3.yaml"), [true, true, true]);
    let trial = trial.file("4.yaml", macros);
    let all = "1.yaml 2.yaml 3.yaml 4.yaml";
    assert_eq!(loads(&trial, all), [true, true, true, false]);
}

#[test]
fn a_list_that_only_an_exception_names_may_be_changed_by_a_later_file() {
    let first = "\
- {list: pids, items: [1]}
- rule: R
  desc: d
  condition: evt.type=openat
  output: o %proc.name
  priority: INFO
  exceptions: [{name: e, fields: proc.pid, comps: in, values: [pids]}]
";
    for item in ["abc", "'foo('"] {
        let second = format!("- {{list: pids, items: [{item}], override: {{items: append}}}}\n");
        assert_later_file_is_refused(first, &second);
    }
}

#[test]
fn a_list_whose_name_has_a_blank_may_be_changed_by_a_later_file() {
    let first = "\
- {list: 'a b', items: [x]}
- {rule: R, desc: d, condition: evt.type=openat and proc.name in (a b), output: o, priority: INFO}
";
    assert_later_file_is_refused(first, "- {list: 'a b', items: ['foo(']}\n");
}

#[test]
fn what_is_wrong_in_a_file_loaded_before_is_told_of_ones_own() {
    let rule = |name: &str| {
        format!(
            "- {{rule: {name}, desc: d, condition: evt.type=open and nosuch, output: o, priority: INFO}}\n"
        )
    };
    let trial = Trial::new()
        .file("before.yaml", rule("Q"))
        .file("own.yaml", rule("R"));
    let report = checked(&trial, "--after before.yaml own.yaml");
    assert_eq!(report.loads(), [("own.yaml".to_owned(), false)]);
}

#[test]
fn a_key_cannot_be_appended_to_and_replaced() {
    let text = "\
- {rule: R, desc: d, condition: evt.type=open, output: o, priority: INFO}
- {rule: R, condition: or evt.type=close, override: {condition: append, condition: replace}}
";
    let report = checked(&rules(text), "rules.yaml");
    assert_eq!(report.loads(), [("rules.yaml".to_owned(), false)]);
}

#[test]
fn a_source_that_is_no_text_is_refused_in_every_change() {
    let rule = "- {rule: R, desc: d, condition: evt.type=open, output: o, priority: INFO}\n";
    for change in [
        "- {rule: R, source: [x], tags: [a], override: {tags: append}}\n",
        "- {rule: R, source: [x], enabled: false}\n",
    ] {
        let report = checked(&rules(format!("{rule}{change}")), "rules.yaml");
        assert_eq!(report.loads(), [("rules.yaml".to_owned(), false)]);
    }
}
