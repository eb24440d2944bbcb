//! Where rules come from: files, folders, standard input.

use super::trial::Trial;
use super::{GOOD, Report, checked, rules};

const UNUSED: &str = "- list: unused\n  items: [a]\n";

#[test]
fn standard_input_is_a_dash() {
    let outcome = rules(GOOD).run("falcogen rules check --format json - < rules.yaml");
    assert_eq!(Report::of(&outcome).loads(), [("<stdin>".to_owned(), true)]);
}

fn folder() -> Trial {
    Trial::new()
        .file("rules/b.yaml", UNUSED)
        .file("rules/a.yml", UNUSED.replace("unused", "first"))
        .file("rules/c.txt", "no rules")
        .file("rules/more/d.yaml", UNUSED.replace("unused", "deep"))
}

fn names(report: &Report) -> Vec<String> {
    report.loads().into_iter().map(|(name, _)| name).collect()
}

#[test]
fn the_rules_files_of_a_folder_are_loaded_by_name() {
    let report = checked(&folder(), "rules");
    assert_eq!(names(&report), ["rules/a.yml", "rules/b.yaml"]);
}

#[test]
fn folders_in_a_folder_are_only_entered_if_asked_for() {
    let report = checked(&folder(), "--recursive rules");
    assert_eq!(
        names(&report),
        ["rules/a.yml", "rules/b.yaml", "rules/more/d.yaml"]
    );
}

#[test]
fn a_file_is_taken_whatever_its_name_is() {
    let report = checked(&Trial::new().file("mine.txt", GOOD), "mine.txt");
    assert_eq!(report.loads(), [("mine.txt".to_owned(), true)]);
}

#[test]
fn a_folder_without_rules_files_is_an_error() {
    let report = checked(&Trial::new().folder("rules"), "rules");
    assert_eq!(report.said(), ["error unreadable-file rules:1:1"]);
}

#[test]
fn a_file_that_is_not_there_is_an_error_and_the_others_are_checked() {
    let report = checked(&rules(GOOD), "missing.yaml rules.yaml");
    assert_eq!(report.said(), ["error unreadable-file missing.yaml:1:1"]);
    assert_eq!(
        report.loads(),
        [
            ("missing.yaml".to_owned(), false),
            ("rules.yaml".to_owned(), true)
        ]
    );
}

#[test]
fn a_folder_that_leads_back_to_itself_comes_to_an_end() {
    let trial = folder();
    let outcome =
        trial.run("ln -s .. rules/more/up && falcogen rules check --format json --recursive rules");
    assert_eq!(Report::of(&outcome).loads().len(), 3);
}

#[test]
fn a_file_that_is_named_twice_is_loaded_twice() {
    let report = checked(&rules(GOOD), "rules.yaml rules.yaml");
    assert_eq!(names(&report), ["rules.yaml", "rules.yaml"]);
}

#[test]
fn texts_that_are_not_utf_8_are_errors() {
    let report = checked(&rules(b"- list: a\n  items: [\xff]\n"), "rules.yaml");
    assert_eq!(report.said(), ["error invalid-utf8 rules.yaml:2:11"]);
}

#[test]
fn an_empty_file_loads() {
    for text in ["", "\n", "# nothing\n", "---\n", "\u{feff}", "---\n---\n"] {
        let report = checked(&rules(text), "rules.yaml");
        assert_eq!(
            report.loads(),
            [("rules.yaml".to_owned(), true)],
            "{text:?}"
        );
    }
}
