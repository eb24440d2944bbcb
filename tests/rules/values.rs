//! Rules in the `customRules` of values files: each place is the very place in the values file.

use super::checked;
use super::trial::Trial;

/// What is said of `customRules` in these values.
fn said(values: &str) -> Vec<String> {
    checked(&Trial::values(values), "-f values.yaml").said()
}

#[test]
fn a_place_in_a_literal_block_is_that_of_the_values_file() {
    let values = "customRules:\n  mine.yaml: |-\n    - list: unused\n      items: [a]\n";
    assert_eq!(said(values), ["warning rule-unused-list values.yaml:3:13"]);
}

#[test]
fn a_place_in_a_block_with_an_indentation_of_its_own_is_that_of_the_values_file() {
    let values = "customRules:\n  mine.yaml: |2\n      - list: unused\n        items: [a]\n";
    assert_eq!(said(values), ["warning rule-unused-list values.yaml:3:15"]);
}

#[test]
fn a_place_in_a_folded_block_is_that_of_the_values_file() {
    let values = "customRules:\n  mine.yaml: >\n    - list: unused\n\n      items: [a]\n";
    assert_eq!(said(values), ["warning rule-unused-list values.yaml:3:13"]);
}

#[test]
fn a_place_in_quotes_is_that_of_the_values_file() {
    let values = "customRules:\n  mine.yaml: \"- list: unused\\n  items: [a]\\n- list: \\u00fcber\\n  items: [b]\\n\"\n";
    let places = [
        "warning rule-unused-list values.yaml:2:23",
        "warning rule-unused-list values.yaml:2:53",
    ];
    assert_eq!(said(values), places);
    let values = "customRules:\n  mine.yaml: '- list: ''unused''\n\n    \n\n    '\n";
    let said = said(values);
    assert!(
        said.iter().all(|said| said.contains(" values.yaml:")),
        "{said:?}"
    );
}

#[test]
fn a_place_in_a_plain_text_is_that_of_the_values_file() {
    let values = "customRules: {mine.yaml: \"- {list: unused, items: [a]}\"}\n";
    assert_eq!(said(values), ["warning rule-unused-list values.yaml:1:36"]);
}

#[test]
fn a_condition_within_a_block_within_a_block_has_its_very_place() {
    let values = "\
customRules:
  mine.yaml: |-
    - rule: r
      desc: d
      condition: >
        evt.type = kill
        and proc.nme = cat
      output: '%evt.num'
      priority: INFO
";
    assert_eq!(said(values), ["error rule-unknown-field values.yaml:7:13"]);
}

#[test]
fn broken_yaml_within_values_has_its_place_in_the_values_file() {
    let values = "customRules:\n  mine.yaml: |-\n    - list: a\n      items: [a\n    - list: b\n";
    let said = said(values);
    assert!(
        said.len() == 1 && said[0].starts_with("error yaml-syntax values.yaml:"),
        "{said:?}"
    );
}

#[test]
fn files_are_loaded_by_name_and_see_the_earlier_ones() {
    let values = "\
customRules:
  b.yaml: |-
    - rule: r
      desc: d
      condition: opens
      output: '%evt.num'
      priority: INFO
  a.yaml: |-
    - macro: opens
      condition: evt.type = kill
";
    assert_eq!(said(values), [""; 0]);
    assert_eq!(
        said(&values.replace("a.yaml", "c.yaml")),
        ["error rule-macro-after-use values.yaml:5:18"]
    );
}

#[test]
fn what_the_maintained_rules_define_may_be_used_and_changed() {
    let values = "\
customRules:
  a.yaml: |-
    - rule: r
      desc: d
      condition: spawned_process and proc.name in (shell_binaries)
      output: '%evt.num'
      priority: INFO
    - rule: Terminal shell in container
      enabled: false
      override: {enabled: replace}
    - list: shell_binaries
      items: [rbash]
      override: {items: append}
    - macro: user_known_remove_data_activities
      condition: (proc.name = ansible)
";
    assert_eq!(said(values), ["warning rule-not-given values.yaml:5:18"]);
    let trial = Trial::values(values);
    let outcome = trial.run("falcogen render --strict -f values.yaml");
    assert!(outcome.stderr.starts_with("warning[rule-not-given]"));
    assert_eq!(outcome.status, Some(0));
}

#[test]
fn a_name_that_other_files_may_define_is_a_warning() {
    let values = "\
customRules:
  a.yaml: |-
    - rule: r
      desc: d
      condition: company_process and proc.name = cat
      output: '%evt.num'
      priority: INFO
";
    assert_eq!(
        said(values),
        ["warning rule-undefined-macro values.yaml:5:18"]
    );
    let trial = Trial::values(values).file(
        "falco.yaml",
        "- macro: company_process\n  condition: evt.type = execve\n",
    );
    assert_eq!(
        checked(&trial, "-f values.yaml --after falco.yaml").said(),
        [""; 0]
    );
    trial.write("falco.yaml", "- list: other\n  items: [a]\n");
    let report = checked(&trial, "-f values.yaml --after falco.yaml");
    assert_eq!(
        report.said(),
        ["error rule-undefined-macro values.yaml:5:18"]
    );
}

#[test]
fn a_file_that_falco_does_not_load_is_warned_of() {
    assert_eq!(
        said("customRules:\n  notes.txt: no rules\n"),
        ["warning rule-file-ignored values.yaml:2:3"]
    );
}

#[test]
fn each_of_several_values_files_has_its_places() {
    let trial = Trial::new()
        .file(
            "1.yaml",
            "customRules:\n  a.yaml: |-\n    - list: one\n      items: [a]\n",
        )
        .file(
            "2.yaml",
            "# comment\ncustomRules:\n  b.yaml: |-\n    - list: two\n      items: [a]\n",
        );
    let places = [
        "warning rule-unused-list 1.yaml:3:13",
        "warning rule-unused-list 2.yaml:4:13",
    ];
    assert_eq!(checked(&trial, "-f 1.yaml -f 2.yaml").said(), places);
}

#[test]
fn a_later_values_file_replaces_rules() {
    let trial = Trial::new()
        .file("1.yaml", "customRules:\n  a.yaml: 'broken ['\n")
        .file("2.yaml", "customRules:\n  a.yaml: ''\n");
    assert_eq!(checked(&trial, "-f 1.yaml -f 2.yaml").said(), [""; 0]);
}

#[test]
fn rules_may_come_from_a_file_that_an_argument_names() {
    let trial = Trial::new().file("mine.yaml", "- list: unused\n  items: [a]\n");
    let report = checked(&trial, r"--set-file 'customRules.mine\.yaml=mine.yaml'");
    assert_eq!(report.said().len(), 1, "{:?}", report.said());
    assert!(
        report.said()[0].starts_with("warning rule-unused-list "),
        "{:?}",
        report.said()
    );
}

#[test]
fn rules_may_stand_in_an_argument() {
    let report = checked(
        &Trial::new(),
        r"--set-string 'customRules.mine\.yaml=- list: mine'",
    );
    let said = report.said();
    assert!(
        said.len() == 1 && said[0].starts_with("error rule-structure --set-string[1]:1:"),
        "{said:?}"
    );
}

#[test]
fn values_without_rules_are_fine() {
    for values in ["", "customRules: {}\n", "customRules:\n", "tty: true\n"] {
        assert_eq!(said(values), [""; 0], "{values}");
    }
}

#[test]
fn what_is_wrong_in_a_change_of_a_maintained_rule_is_an_error() {
    let rule = |change: &str| format!("rule: Terminal shell in container, {change}");
    let exception = "{name: a, fields: [proc.nmae], comps: [in], values: [[[a]]]}";
    for (change, culprit) in [
        (
            rule("condition: and not proc.nmae = x, override: {condition: append}"),
            "proc.nmae",
        ),
        (
            rule("condition: and (proc.name = x, override: {condition: append}"),
            ", override",
        ),
        (
            rule("condition: proc.name = x, override: {condition: append}"),
            "proc.name",
        ),
        (
            rule("output: a %proc.nmae, override: {output: replace}"),
            "proc.nmae",
        ),
        (
            rule(&format!(
                "exceptions: [{exception}], override: {{exceptions: append}}"
            )),
            "proc.nmae",
        ),
        (
            "macro: user_expected_terminal_shell_in_container_conditions, condition: proc.nmae = x"
                .to_owned(),
            "proc.nmae",
        ),
    ] {
        let values = format!("customRules:\n  a.yaml: |-\n    - {{{change}}}\n");
        let column = "    - {".len() + change.find(culprit).unwrap() + 1;
        let said = said(&values);
        let mut errors = said.iter().filter(|said| said.starts_with("error"));
        let place = format!("values.yaml:3:{column}");
        assert!(errors.next().unwrap().ends_with(&place), "{said:?} {place}");
        assert_eq!(errors.next(), None);
    }
}

#[test]
fn a_name_in_the_place_of_a_value_may_be_a_list_that_is_not_given() {
    let values = "\
customRules:
  a.yaml: |-
    - rule: r
      desc: d
      condition: evt.type in (my_syscalls) and fd.snet in (rfc_1918_addresses) and fd.sport in (my_ports)
      output: '%evt.num'
      priority: INFO
";
    assert_eq!(
        said(values),
        [
            "warning rule-undefined-list values.yaml:5:31",
            "warning rule-undefined-list values.yaml:5:97"
        ]
    );
}

#[test]
fn rules_that_are_not_where_they_belong_are_told() {
    for (values, place) in [
        (
            "customRules:\n  a.yaml:\n    - rule: A\n",
            "error wrong-type values.yaml:3:5",
        ),
        (
            "falco:\n  customRules:\n    a.yaml: ''\n",
            "warning unknown-falco-option values.yaml:2:3",
        ),
        (
            "customRule:\n  a.yaml: ''\n",
            "warning unknown-value values.yaml:1:1",
        ),
    ] {
        assert_eq!(said(values), [place]);
    }
}

#[test]
fn what_falco_takes_out_of_outputs_is_none_in_a_change_either() {
    let values = "\
customRules:
  a.yaml: |-
    - rule: Terminal shell in container
      output: shell %container.info
      override: {output: append}
";
    assert_eq!(
        said(values),
        [
            "warning rule-not-given values.yaml:3:13",
            "warning rule-deprecated values.yaml:4:21"
        ]
    );
}

#[test]
fn a_base_that_does_not_load_is_told_where_falco_is_known() {
    let trial = Trial::values("customRules: {a.yaml: '# none'}\n")
        .file("base.yaml", "- required_engine_version: 0.99.0\n");
    let said = checked(&trial, "-f values.yaml --after base.yaml").said();
    assert_eq!(said, ["warning rule-broken-base base.yaml:1:28"]);
    let outcome = trial.run("falcogen render --chart stable -f values.yaml --after base.yaml");
    assert_eq!(outcome.stderr, "");
}

#[test]
fn rules_of_an_old_falco_are_only_held_against_what_every_falco_refuses() {
    let values = "customRules:\n  a.yaml: |-\n    - rule: r\n      desc: d\n      condition: k8s.nothing = x\n      output: '%evt.num'\n      priority: INFO\n";
    let trial = Trial::values(values);
    let report = checked(&trial, "-f values.yaml --chart stable");
    assert_eq!(report.said(), [""; 0]);
    assert!(report.loads()[0].1);
    assert!(!checked(&trial, "-f values.yaml").loads()[0].1);
}
