//! `falcogen rules2helm` as its users meet it.

use insta::assert_snapshot;

use super::trial::Trial;

/// A list, and a rule that uses it, each in a file.
fn rules() -> Trial {
    Trial::new().file("rules/b.yaml", RULE).file(
        "rules/a.yaml",
        "# Ours.\n- list: our_shells\n  items: [bash, \"r\\\\bash\"]\n",
    )
}

const RULE: &str = "\
- rule: Shell in a container
  desc: A shell runs in a container.
  condition: >
    evt.type = execve and container.id != host
    and proc.name in (our_shells)
  output: A shell runs (command=%proc.cmdline)
  priority: NOTICE
";

/// A rule that builds on what the maintained rules define, and on what nobody does.
const FURTHER: &str = "\
- rule: Shell
  desc: A shell runs.
  condition: spawned_process and company_process
  output: A shell runs (command=%proc.cmdline)
  priority: NOTICE
";

#[test]
fn files_stand_below_their_names_in_the_order_in_which_falco_loads_them() {
    let values = "falcogen rules2helm rules/b.yaml rules/a.yaml";
    let outcome = rules().run(values);
    assert_eq!(outcome.stderr, "");
    assert_snapshot!(outcome.result());
}

#[test]
fn a_folder_is_the_files_in_it() {
    let trial = rules()
        .file("rules/more/c.yaml", "# c\n")
        .file("rules/README", "");
    let files = trial
        .run("falcogen rules2helm rules/a.yaml rules/b.yaml")
        .result();
    let folder = trial.run("falcogen rules2helm rules");
    assert_snapshot!("what_is_left_out_of_a_folder_is_told", folder.stderr);
    assert_eq!(folder.result(), files);
    let recursive = trial.run("falcogen rules2helm --recursive rules");
    let names = recursive.result();
    let names: Vec<&str> = (names.lines())
        .filter(|line| line.starts_with("  ") && line.ends_with('|'))
        .collect();
    assert_eq!(names, ["  a.yaml: |", "  b.yaml: |", "  more-c.yaml: |"]);
}

#[test]
fn breaks_of_another_system_are_kept_and_can_be_read() {
    let trial = Trial::new()
        .file(
            "crlf.yaml",
            "- list: our_shells # \"ours\"\r\n  items: [bash]\r\n",
        )
        .file(
            "lf.yaml",
            "- macro: our\n  condition: proc.name in (our_shells)",
        );
    let outcome = trial.run("falcogen rules2helm --no-rules-check crlf.yaml lf.yaml");
    assert_snapshot!(outcome.result());
}

#[test]
fn standard_input_is_a_dash_and_may_have_a_name() {
    let trial = Trial::new().file("x", "# x\n");
    let named = |flags: &str| {
        trial
            .run(&format!("falcogen rules2helm {flags} < x"))
            .result()
    };
    assert_eq!(named("-"), "customRules:\n  rules.yaml: |\n    # x\n");
    assert_eq!(
        named("- --name ours.yml"),
        "customRules:\n  ours.yml: |\n    # x\n"
    );
    let back = trial.run("falcogen rules2helm - < x | falcogen helm2rules -f -");
    assert_eq!(back.result(), "# x\n");
    let usage = trial.run("falcogen rules2helm --name a.yaml x x").usage();
    assert_snapshot!("a_name_for_several_files_is_a_mistake", usage);
    let usage = trial.run("falcogen rules2helm - -").usage();
    assert!(usage.contains("only once"), "{usage}");
    let renamed = trial.run("falcogen rules2helm --name a.yaml x").result();
    assert_eq!(renamed, "customRules:\n  a.yaml: |\n    # x\n");
}

#[test]
fn two_files_of_one_name_are_refused() {
    let trial = rules().file("other/a.yaml", "# other\n");
    let refusal = trial
        .run("falcogen rules2helm --no-rules-check rules other/a.yaml")
        .refusal();
    assert_snapshot!(refusal);
}

#[test]
fn a_text_that_is_not_utf_8_is_refused() {
    let trial = rules().file("latin.yaml", b"- list: caf\xe9\n  items: [a]\n");
    let refusal = trial
        .run("falcogen rules2helm --no-rules-check rules latin.yaml")
        .refusal();
    assert_snapshot!(refusal);
}

#[test]
fn a_name_that_no_file_in_a_configmap_has_is_refused() {
    let trial = Trial::new().file("our rules.yaml", "# x\n");
    assert_snapshot!(trial.run("falcogen rules2helm 'our rules.yaml'").refusal());
    let refusal = trial
        .run("falcogen rules2helm --name ../x.yaml - < 'our rules.yaml'")
        .refusal();
    assert!(refusal.starts_with("error[invalid-name]"), "{refusal}");
}

#[test]
fn a_file_that_falco_would_not_load_is_told() {
    let trial = Trial::new().file("ours.txt", "# x\n");
    for flags in ["", "--no-rules-check"] {
        let outcome = trial.run(&format!("falcogen rules2helm {flags} ours.txt"));
        assert!(
            outcome.stderr.starts_with("warning[rule-file-ignored]"),
            "{}",
            outcome.stderr
        );
        assert_eq!(outcome.result(), "customRules:\n  ours.txt: |\n    # x\n");
    }
    let strict = trial.run("falcogen rules2helm --strict ours.txt").refusal();
    assert!(strict.starts_with("error[rule-file-ignored]"), "{strict}");
}

#[test]
fn names_that_nothing_defines_are_warnings_and_with_after_errors() {
    let trial = Trial::new().file("ours.yaml", FURTHER).file(
        "maintained.yaml",
        "- macro: spawned_process\n  condition: evt.type = execve\n",
    );
    let lenient = trial.run("falcogen rules2helm ours.yaml");
    assert_snapshot!(
        "without_after_names_that_nothing_defines_are_warnings",
        lenient.stderr
    );
    assert!(
        lenient
            .result()
            .starts_with("customRules:\n  ours.yaml: |\n")
    );
    let refusal = trial
        .run("falcogen rules2helm --after maintained.yaml ours.yaml")
        .refusal();
    assert_snapshot!("with_after_names_that_nothing_defines_are_errors", refusal);
    let unchecked = trial.run("falcogen rules2helm --no-rules-check ours.yaml");
    assert_eq!(unchecked.stderr, "");
    assert_eq!(unchecked.status, Some(0));
}

#[test]
fn rules_that_falco_refuses_are_not_printed_and_the_report_has_the_form_that_is_asked_for() {
    let trial = Trial::new().file("ours.yaml", "- rule: r\n  condition: proc.nme = a\n");
    let command = "falcogen rules2helm ours.yaml";
    let refusal = trial.run(command).refusal();
    assert!(refusal.contains("--> ours.yaml:2:14"), "{refusal}");
    let json = trial
        .run(&format!("{command} --diagnostics json"))
        .refusal();
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(report["diagnostics"][0]["file"], "ours.yaml");
}

#[test]
fn a_pipe_whose_rules_are_refused_renders_nothing() {
    let trial = Trial::new().file("ours.yaml", "- rule: r\n");
    let refusal = trial
        .run("falcogen rules2helm ours.yaml | falcogen render -f -")
        .refusal();
    assert!(
        refusal.contains("cannot read standard input: nothing came"),
        "{refusal}"
    );
}

#[test]
fn a_file_that_no_configmap_holds_is_refused() {
    let trial = Trial::new().file("ours.yaml", "# x\n".repeat(300_000));
    let refusal = trial
        .run("falcogen rules2helm --no-rules-check ours.yaml")
        .refusal();
    assert!(
        refusal.starts_with("error[rule-file-too-large]"),
        "{refusal}"
    );
}

#[test]
fn a_link_that_is_named_is_followed_and_one_in_a_folder_stays_in_it() {
    let trial = rules().file("elsewhere.yaml", "# x\n");
    let linked = "ln -s elsewhere.yaml link.yaml; ln -s ../elsewhere.yaml rules/link.yaml";
    let file = trial.run(&format!("{linked}; falcogen rules2helm link.yaml"));
    assert_eq!(file.result(), "customRules:\n  link.yaml: |\n    # x\n");
    let refusal = trial.run("falcogen rules2helm rules").refusal();
    assert!(refusal.contains("error[rule-file-outside]"), "{refusal}");
}

#[test]
fn what_is_missing_or_empty_is_told() {
    let trial = Trial::new().folder("empty");
    for (arguments, said) in [
        (
            "missing.yaml",
            "cannot read `missing.yaml`: there is no such file",
        ),
        ("empty", "cannot read `empty`: it holds no file"),
    ] {
        let refusal = trial
            .run(&format!("falcogen rules2helm {arguments}"))
            .refusal();
        assert!(refusal.contains(said), "{refusal}");
    }
    assert_eq!(trial.run("falcogen rules2helm").status, Some(2));
}
