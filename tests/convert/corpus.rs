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
    let sandbox = fs::read(maintained.join("falco-sandbox_rules.yaml")).unwrap();
    trial.write("falco-sandbox_rules.yaml", sandbox);
    let three = "rules-mongo.yaml rules-redis.yaml rules-traefik.yaml";
    let [unused, old] = ["unused-macro", "deprecated"].map(|code| format!("warning[rule-{code}"));

    let all = trial.run(&format!(
        "falcogen rules2helm falco-sandbox_rules.yaml {three}"
    ));
    assert_eq!(codes(&all.stderr), BTreeSet::from([&*unused, &*old]));
    let rendered = trial.run(&format!(
        "falcogen rules2helm falco-sandbox_rules.yaml {three} 2>/dev/null | falcogen render -f -"
    ));
    assert!(
        !rendered.stderr.contains("rule-undefined"),
        "{}",
        rendered.stderr
    );
    assert!(rendered.result().contains("  rules-traefik.yaml: |\n"));

    let falco = maintained.join("falco_rules.yaml");
    let complete = trial.run(&format!(
        "falcogen rules2helm falco-sandbox_rules.yaml {three} --after {}",
        falco.display()
    ));
    assert_eq!(complete.result(), all.result());

    let without = trial.run(&format!(
        "falcogen rules2helm {three} 2>/dev/null | falcogen render -f -"
    ));
    let said = without.stderr;
    assert!(said.contains("but in `falco-sandbox_rules.yaml`"), "{said}");
}
