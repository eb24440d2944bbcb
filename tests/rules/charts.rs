//! The rules in values, as `render` and `template` check them.

use super::trial::Trial;

const WARNED: &str = "customRules:\n  mine.yaml: |-\n    - list: unused\n      items: [a]\n";
const REFUSED: &str = "customRules:\n  mine.yaml: |-\n    - list: a\n      items: 1\n";
const UNDEFINED: &str = "\
customRules:
  mine.yaml: |-
    - rule: r
      desc: d
      condition: evt.type = kill and theirs
      output: '%evt.num'
      priority: INFO
";

fn each_command(look: impl Fn(&str)) {
    for command in ["render", "template r"] {
        for chart in ["falco", "stable"] {
            look(&format!(
                "falcogen {command} --chart {chart} -f values.yaml"
            ));
        }
    }
}

#[test]
fn a_warning_of_rules_leaves_the_objects() {
    let outcome = Trial::values(WARNED).run("falcogen render -f values.yaml --chart falco");
    assert!(
        outcome.stderr.contains("warning[rule-unused-list]"),
        "{}",
        outcome.stderr
    );
    assert!(
        outcome.stderr.contains("--> values.yaml:3:13"),
        "{}",
        outcome.stderr
    );
    let alone = Trial::new().run("falcogen render --chart falco");
    assert!(outcome.result().len() > alone.result().len());
}

#[test]
fn a_warning_of_rules_is_an_error_if_all_are() {
    let report = Trial::values(WARNED)
        .run("falcogen render -f values.yaml --chart falco --strict")
        .refusal();
    assert!(report.contains("error[rule-unused-list]"), "{report}");
}

#[test]
fn an_error_of_rules_leaves_nothing() {
    each_command(|command| {
        let report = Trial::values(REFUSED).run(command).refusal();
        assert!(
            report.contains("error[rule-structure]"),
            "{command}: {report}"
        );
        assert!(report.contains("--> values.yaml:"), "{command}: {report}");
    });
}

#[test]
fn the_check_of_rules_can_be_left_out() {
    each_command(|command| {
        let outcome = Trial::values(REFUSED).run(&format!("{command} --no-rules-check"));
        assert!(
            !outcome.stderr.contains("rule-"),
            "{command}: {}",
            outcome.stderr
        );
        outcome.result();
    });
}

#[test]
fn names_of_falco_s_own_rules_are_warned_of() {
    each_command(|command| {
        let outcome = Trial::values(UNDEFINED).run(command);
        assert!(
            outcome.stderr.contains("warning[rule-undefined-macro]"),
            "{command}: {}",
            outcome.stderr
        );
        outcome.result();
    });
}

#[test]
fn names_are_known_from_the_rules_that_are_loaded_before() {
    each_command(|command| {
        let trial = Trial::values(UNDEFINED).file(
            "own/falco.yaml",
            "- macro: theirs\n  condition: proc.name = cat\n",
        );
        let outcome = trial.run(&format!("{command} --after own"));
        assert!(
            !outcome.stderr.contains("rule-"),
            "{command}: {}",
            outcome.stderr
        );
        outcome.result();
        trial.write(
            "own/falco.yaml",
            "- macro: other\n  condition: proc.name = cat\n",
        );
        let report = trial.run(&format!("{command} --after own")).refusal();
        assert!(
            report.contains("error[rule-undefined-macro]"),
            "{command}: {report}"
        );
    });
}

#[test]
fn the_rules_of_an_old_falco_are_only_held_against_what_every_falco_refuses() {
    let old = "\
customRules:
  mine.yaml: |-
    - rule: r
      desc: d
      condition: evt.type = kill and proc.of_old = cat
      output: '%evt.num'
      priority: INFO
      append: false
";
    Trial::values(old)
        .run("falcogen render --chart stable -f values.yaml")
        .result();
    Trial::values(old)
        .run("falcogen render --chart falco -f values.yaml")
        .refusal();
}
