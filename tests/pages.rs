//! Documentation is executed: what a page shows of a command is what the command prints.
//!
//! `UPDATE=1 cargo test --test pages` writes the output into the pages anew.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support {
    pub mod page;
    pub mod trial;
}

use std::collections::HashSet;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::{env, fs};

use falcogen::checks;
use support::page::play;
use support::trial::Trial;

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// All files below a path that end so, ordered by name; the path itself if it is a file.
fn files(path: PathBuf, ending: &str) -> Vec<PathBuf> {
    if path.is_dir() {
        let entries = fs::read_dir(path)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = entries.flat_map(|entry| files(entry, ending)).collect();
        files.sort();
        return files;
    }
    let wanted = path.is_file() && path.extension().is_some_and(|found| found == ending);
    wanted.then_some(path).into_iter().collect()
}

/// A folder in which the examples are where a user in the project's root finds them.
fn trial() -> Trial {
    let trial = Trial::new();
    symlink(project("examples"), trial.path("examples")).unwrap();
    trial
}

#[test]
fn what_a_page_shows_of_a_command_is_what_it_prints() {
    let places = ["src/checks", "docs", "README.md", "examples/README.md"];
    let mut stale = Vec::new();
    for path in places
        .into_iter()
        .flat_map(|place| files(project(place), "md"))
    {
        let page = fs::read_to_string(&path).unwrap();
        let played = play(&page, &trial());
        if played == page {
            continue;
        }
        if env::var_os("UPDATE").is_some() {
            fs::write(path, played).unwrap();
        } else {
            stale.push(format!("{} would be\n\n{played}", path.display()));
        }
    }
    let stale = stale.join("\n\n");
    assert!(
        stale.is_empty(),
        "run `UPDATE=1 cargo test --test pages`: {stale}"
    );
}

#[test]
fn every_page_shows_the_diagnostic_that_it_explains() {
    for code in checks::all() {
        let shown =
            ["error", "warning", "note"].map(|severity| format!("\n{severity}[{}]: ", code.name));
        assert!(
            shown.iter().any(|title| code.page.contains(title)),
            "{} does not show itself",
            code.name
        );
    }
}

#[test]
fn every_page_tells_why_and_what_to_do() {
    for code in checks::all() {
        let prose = code.page.split("\n```").step_by(2);
        let headings: Vec<&str> = prose
            .flat_map(str::lines)
            .filter(|line| line.starts_with('#'))
            .collect();
        let title = format!("# {}", code.name);
        assert_eq!(headings, [&title, "## Why", "## Example", "## What to do"]);
        let summary = code.summary();
        assert!(summary.ends_with('.'), "{}: {summary}", code.name);
    }
}

#[test]
fn the_name_of_a_code_is_its_own_and_in_kebab_case() {
    let mut names = HashSet::new();
    for code in checks::all() {
        assert!(names.insert(code.name), "{} is there twice", code.name);
        let word = |word: &str| {
            !word.is_empty()
                && word
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        };
        assert!(code.name.split('-').all(word), "{}", code.name);
    }
}

#[test]
fn every_code_is_listed_and_has_a_page_of_its_own() {
    let sources = files(project("src/checks"), "rs");
    let declared = (sources.iter())
        .map(|path| fs::read_to_string(path).unwrap())
        .map(|source| source.matches("\npub const CODE: Code =").count());
    assert_eq!(declared.sum::<usize>(), checks::all().count());
    let pages: HashSet<&str> = checks::all().map(|code| code.page).collect();
    assert_eq!(pages.len(), files(project("src/checks"), "md").len());
}
