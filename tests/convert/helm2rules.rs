//! `falcogen helm2rules` as its users meet it.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use insta::assert_snapshot;

use super::trial::Trial;

const TWO: &str = "customRules:\n  b.yaml: \"# b\\r\\n\"\n  a.yaml: |-\n    # a\n";

const WRITE: &str = "falcogen helm2rules -f values.yaml -o rules";

/// The names of what is in a folder.
fn names(trial: &Trial, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(trial.path(folder)).unwrap();
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let mut names: Vec<String> = entries.map(|entry| name(entry.unwrap())).collect();
    names.sort();
    names
}

#[test]
fn each_file_is_written_into_the_folder_which_is_made() {
    let trial = Trial::values(TWO);
    let wrote = trial.run("falcogen helm2rules -f values.yaml -o made/rules");
    assert_eq!(wrote.stderr, "");
    assert_eq!(
        wrote.result(),
        "wrote made/rules/a.yaml\nwrote made/rules/b.yaml\n"
    );
    assert_eq!(trial.read("made/rules/a.yaml"), "# a");
    assert_eq!(trial.read("made/rules/b.yaml"), "# b\r\n");
    assert_eq!(names(&trial, "made/rules"), ["a.yaml", "b.yaml"]);
}

#[test]
fn a_written_file_is_one_as_any_other() {
    let trial = Trial::values(TWO);
    trial.run(&format!("umask 027; {WRITE}")).result();
    let mode = |name: &str| fs::metadata(trial.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("rules/a.yaml"), 0o640);
    trial
        .run("chmod 600 rules/a.yaml; echo > rules/a.yaml")
        .result();
    trial.run(&format!("{WRITE} --force")).result();
    assert_eq!(mode("rules/a.yaml"), 0o600);
}

#[test]
fn what_is_there_with_the_same_content_is_left_as_it_is() {
    let trial = Trial::values(TWO)
        .file("rules/b.yaml", "# b\r\n")
        .file("rules/c.yaml", "");
    assert_eq!(
        trial.run(WRITE).result(),
        "wrote rules/a.yaml\nunchanged rules/b.yaml\n"
    );
    let again = trial.run(&format!("{WRITE} --force")).result();
    assert_eq!(again, "unchanged rules/a.yaml\nunchanged rules/b.yaml\n");
    assert_eq!(names(&trial, "rules"), ["a.yaml", "b.yaml", "c.yaml"]);
}

#[test]
fn what_is_there_with_other_content_is_named_and_nothing_is_written() {
    let three = format!("{TWO}  c.yaml: c\n");
    let trial = Trial::values(three)
        .file("rules/b.yaml", "# b\n")
        .file("rules/c.yaml", "");
    assert_snapshot!(trial.run(WRITE).refusal());
    assert_eq!(names(&trial, "rules"), ["b.yaml", "c.yaml"]);
    assert_eq!(trial.read("rules/b.yaml"), "# b\n");
    let forced = trial.run(&format!("{WRITE} --force")).result();
    assert_eq!(
        forced,
        "wrote rules/a.yaml\nwrote rules/b.yaml\nwrote rules/c.yaml\n"
    );
    assert_eq!(trial.read("rules/b.yaml"), "# b\r\n");
}

#[test]
fn no_link_in_the_folder_is_followed() {
    let trial = Trial::values(TWO)
        .file("rules/x", "")
        .file("elsewhere", "# a");
    symlink("../elsewhere", trial.path("rules/a.yaml")).unwrap();
    symlink("../nowhere", trial.path("rules/b.yaml")).unwrap();
    assert_snapshot!("a_link_is_in_the_way", trial.run(WRITE).refusal());
    trial.run(&format!("{WRITE} --force")).result();
    assert_eq!(trial.read("elsewhere"), "# a");
    assert!(!trial.path("nowhere").exists());
    for name in ["rules/a.yaml", "rules/b.yaml"] {
        assert!(
            fs::symlink_metadata(trial.path(name)).unwrap().is_file(),
            "{name}"
        );
    }
}

#[test]
fn what_is_no_file_is_never_opened_and_a_folder_stays() {
    let trial = Trial::values(TWO).folder("rules/a.yaml");
    let refusal = trial
        .run(&format!("mkfifo rules/b.yaml; {WRITE}"))
        .refusal();
    assert!(
        refusal.contains("`rules/a.yaml` is there already, as a folder"),
        "{refusal}"
    );
    assert!(
        refusal.contains("`rules/b.yaml` is there already, as something else"),
        "{refusal}"
    );
    let forced = trial.run(&format!("{WRITE} --force")).refusal();
    assert!(
        forced.contains("as a folder") && forced.ends_with("falcogen: 1 error\n"),
        "{forced}"
    );
    trial
        .run(&format!("rmdir rules/a.yaml; {WRITE} --force"))
        .result();
    assert_eq!(trial.read("rules/b.yaml"), "# b\r\n");
}

#[test]
fn a_folder_that_cannot_be_made_or_written_is_an_error() {
    let trial = Trial::values(TWO);
    let refusal = trial
        .run("falcogen helm2rules -f values.yaml -o values.yaml")
        .refusal();
    assert!(
        refusal.starts_with("Error: values.yaml is a file, where a folder belongs"),
        "{refusal}"
    );
    let refusal = trial
        .run("falcogen helm2rules -f values.yaml -o /proc/none")
        .refusal();
    assert!(
        refusal.starts_with("Error: cannot make the folder /proc/none: "),
        "{refusal}"
    );
}

#[test]
fn names_that_lead_out_of_the_folder_are_refused_and_nothing_is_written() {
    let trial = Trial::values(
        "customRules:\n  good.yaml: a\n  ../x.yaml: a\n  a/b.yaml: a\n  /tmp/x.yaml: a\n  ..: a\n  \"\": a\n",
    );
    assert_snapshot!(trial.run(WRITE).refusal());
    assert_eq!(names(&trial, "."), ["values.yaml"]);
    let refusal = trial
        .run("falcogen helm2rules -f values.yaml --file good.yaml")
        .refusal();
    assert!(refusal.contains("invalid-name"), "{refusal}");
}

#[test]
fn one_file_is_printed_byte_for_byte() {
    let trial = Trial::values("customRules: {a.yaml: \"\\tb\\r\\n\\0\"}\n");
    let printed = trial.run("falcogen helm2rules -f values.yaml").result();
    assert_eq!(printed, "\tb\r\n\0");
    let printed = trial
        .run("falcogen helm2rules -f - < values.yaml | od -An -c")
        .result();
    assert_eq!(
        printed.split_whitespace().collect::<String>(),
        "\\tb\\r\\n\\0"
    );
}

#[test]
fn one_of_several_files_is_chosen_by_its_name() {
    let trial = Trial::values(TWO);
    let command = "falcogen helm2rules -f values.yaml";
    assert_snapshot!("several_files_need_a_choice", trial.run(command).usage());
    let chosen = trial.run(&format!("{command} --file b.yaml")).result();
    assert_eq!(chosen, "# b\r\n");
    let other = trial.run(&format!("{command} --file c.yaml")).usage();
    assert_snapshot!("a_file_that_is_not_there_cannot_be_chosen", other);
    let wrote = trial.run(&format!("{WRITE} --file a.yaml")).result();
    assert_eq!(wrote, "wrote rules/a.yaml\n");
    assert_eq!(names(&trial, "rules"), ["a.yaml"]);
}

#[test]
fn values_without_rules_files_are_refused() {
    let refusal = |values: &str| Trial::values(values).run(WRITE).refusal();
    assert_snapshot!("values_without_rules_files", refusal("tty: true\n"));
    assert_snapshot!(
        "values_of_a_chart_above",
        refusal("falco: {customRules: {a.yaml: a}}\n")
    );
    for values in [
        "",
        "customRules: {}\n",
        "customRules: {a.yaml: null}\n",
        "customRules: null\n",
    ] {
        let refusal = refusal(values);
        assert!(
            refusal.contains("error[no-custom-rules]"),
            "{values}{refusal}"
        );
    }
}

#[test]
fn rules_files_that_are_no_texts_are_refused_at_their_place() {
    let trial = Trial::values("customRules:\n  a.yaml:\n  - list: a\n  b.yaml: b\nunknown: 1\n");
    assert_snapshot!(trial.run(WRITE).refusal());
    let trial = Trial::values("customRules: [a]\n");
    let refusal = trial.run(WRITE).refusal();
    assert!(refusal.starts_with("error[wrong-type]"), "{refusal}");
    let trial = Trial::values("customRules: {a.yaml: [\n");
    let refusal = trial.run(WRITE).refusal();
    assert!(refusal.ends_with("falcogen: 1 error\n"), "{refusal}");
}

#[test]
fn values_come_as_to_render() {
    let trial = Trial::values(TWO)
        .file("other.yaml", "customRules: {b.yaml: other}\n")
        .file("c", "# c");
    let values = "-f values.yaml -f other.yaml --set customRules.a\\\\.yaml=null --set-file customRules.c\\\\.yaml=c";
    let wrote = trial.run(&format!(
        "falcogen helm2rules --chart stable {values} -o out"
    ));
    assert_eq!(wrote.result(), "wrote out/b.yaml\nwrote out/c.yaml\n");
    assert_eq!(trial.read("out/b.yaml"), "other");
    assert_eq!(trial.read("out/c.yaml"), "# c");
}

#[test]
fn mistakes_in_the_command_line_are_told() {
    let trial = Trial::values(TWO);
    for (arguments, said) in [
        ("-o rules", "error: name values files with -f\n"),
        (
            "-f values.yaml --chart falcosidekick",
            "error: chart falcosidekick does not run Falco, and has no rules files\n",
        ),
    ] {
        assert_eq!(
            trial
                .run(&format!("falcogen helm2rules {arguments}"))
                .usage(),
            said
        );
    }
    assert_eq!(
        trial
            .run("falcogen helm2rules -f values.yaml --force")
            .status,
        Some(2)
    );
}

#[test]
fn a_file_that_falco_does_not_load_is_told_if_it_is_asked_for() {
    let trial = Trial::values("customRules: {a.yaml: '# a', b: '# b'}\n");
    let all = trial.run("falcogen helm2rules -f values.yaml -o out");
    assert!(
        all.stderr.starts_with("warning[rule-file-ignored]"),
        "{}",
        all.stderr
    );
    assert_eq!(all.status, Some(0));
    let one = trial.run("falcogen helm2rules --strict -f values.yaml --file a.yaml");
    assert_eq!((one.stderr.as_str(), one.stdout.as_str()), ("", "# a"));
    let stable = trial.run("falcogen helm2rules --chart stable -f values.yaml -o stable");
    assert_eq!(stable.stderr, "");
}
