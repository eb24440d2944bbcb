//! Real rules files, which lie in `../shared/corpus` and are no part of the project: without them there is nothing to convert.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::trial::Trial;
use super::{Files, numbered};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus")
}

/// All rules files of the corpus, under names of ours.
pub fn files() -> Files {
    let mut paths = Vec::new();
    let mut folders = ["rules", "maintained", "falco"]
        .map(|name| corpus().join(name))
        .to_vec();
    while let Some(folder) = folders.pop().filter(|folder| folder.is_dir()) {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yaml") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    numbered(paths.iter().map(|path| fs::read_to_string(path).unwrap()))
}

#[test]
fn real_rules_files_come_back_byte_for_byte() {
    let mut trial = Trial::new().folder("in");
    let files = files();
    for (name, text) in &files {
        trial = trial.file(&format!("in/{name}"), text);
    }
    if files.is_empty() {
        return;
    }
    let there = "falcogen rules2helm --no-rules-check in";
    let back = "falcogen helm2rules -f - -o out";
    let wrote = trial.run(&format!("{there} | {back}")).result();
    assert_eq!(wrote.lines().count(), files.len());
    assert_eq!(trial.run("diff -r in out").result(), "");
}

/// The codes of what a report says, each once.
fn codes(report: &str) -> BTreeSet<&str> {
    let titles = report.lines().filter(|line| line.contains("]: "));
    titles.filter_map(|title| title.split(']').next()).collect()
}

#[test]
fn the_example_of_the_readme_does_what_the_readme_says() {
    let maintained = corpus().join("maintained");
    if !maintained.is_dir() {
        return;
    }
    let trial = Trial::new();
    for name in ["mongo", "redis", "traefik"] {
        let text = fs::read(maintained.join(format!("extras/rules-{name}.yaml"))).unwrap();
        trial.write(&format!("rules-{name}.yaml"), text);
    }
    let three = "falcogen rules2helm rules-mongo.yaml rules-redis.yaml rules-traefik.yaml";
    let rendered = trial.run(&format!("{three} | falcogen render -f -"));
    assert!(rendered.stdout.contains("  rules-traefik.yaml: |\n"));
    let alone = trial.run(three);
    let [unused, old] = ["warning[rule-unused-macro", "warning[rule-deprecated"];
    let said = BTreeSet::from([unused, old, "warning[rule-not-given"]);
    assert_eq!(codes(&alone.stderr), said);
    let after = |names: &[&str]| {
        let path = |name: &&str| format!(" --after {}/{name}", maintained.display());
        trial.run(&format!(
            "{three}{}",
            names.iter().map(path).collect::<String>()
        ))
    };
    let refusal = after(&["falco_rules.yaml"]).refusal();
    assert!(
        codes(&refusal).contains("error[rule-undefined-macro"),
        "{refusal}"
    );
    let complete = after(&["falco_rules.yaml", "falco-sandbox_rules.yaml"]);
    assert_eq!(codes(&complete.stderr), BTreeSet::from([unused, old]));
    assert_eq!(complete.result(), alone.result());
}
