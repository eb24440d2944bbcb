//! What Falco says of rules files, compared with what is said here. Its verdicts lie in `../shared/corpus`, which is no part of
//! the project: without it there is nothing to compare. Each test prints its agreement in numbers.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(
    clippy::print_stderr,
    reason = "a test says what it skips, and how much it compares"
)]

mod agreement;
mod corpus;
mod differences;
mod load;
mod maintained;
mod quiet;
mod split;

use agreement::Agreement;
use corpus::{Corpus, Verdict};

/// Compares what is said of each of these rules files.
#[track_caller]
fn compare(verdicts: &[Verdict]) {
    let mut agreement = Agreement::default();
    for verdict in verdicts {
        agreement.compare(verdict);
    }
    agreement.finish();
}

#[test]
fn rules_of_people_are_judged_alone_as_falco_judges_them() {
    let Some(corpus) = Corpus::open() else { return };
    compare(&corpus.rules("alone", &[]));
}

#[test]
fn rules_of_people_are_judged_after_the_maintained_rules_as_falco_judges_them() {
    let Some(corpus) = Corpus::open() else { return };
    compare(&corpus.rules("after_the_maintained_rules", &corpus::MAINTAINED));
}

#[test]
fn rules_at_the_edges_of_the_language_are_judged_as_falco_judges_them() {
    let Some(corpus) = Corpus::open() else { return };
    compare(&corpus.edges());
}

#[test]
fn the_rules_of_falco_s_own_tests_are_judged_as_falco_judges_them() {
    let Some(corpus) = Corpus::open() else { return };
    compare(&corpus.loader());
}

#[test]
fn maintained_rules_are_judged_as_falco_judges_them() {
    let Some(corpus) = Corpus::open() else { return };
    compare(&corpus.maintained());
}

#[test]
fn required_plugins_are_there_or_not_as_falco_finds_them() {
    let Some(corpus) = Corpus::open() else { return };
    compare(&corpus.requirements());
}

#[test]
fn conditions_are_warned_of_as_by_falco() {
    let Some(corpus) = Corpus::open() else { return };
    let judged = corpus.condition_warnings();
    let mut differing = Vec::new();
    for (condition, expected) in &judged {
        let found = load::warnings_of_condition(condition);
        if found != *expected {
            differing.push(format!("{condition}: Falco {expected:?}, here {found:?}"));
        }
    }
    eprintln!("{} conditions are compared", judged.len());
    assert_eq!(differing, [""; 0]);
}
