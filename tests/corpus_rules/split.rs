//! Rules that are split into several files: where each file loads, all is as in one file. (A rule may stand before its macros
//! in one file, so that not every part loads.)

use std::collections::BTreeSet;

use falcogen::rules::environment::builtin_plugins;

use super::corpus::{Corpus, MAINTAINED};
use super::load::{Found, Judged, environment, judge_files};

/// Numbers that look random, and are the same in each run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }
}

/// The items of a file, if each begins with a line of its own.
fn items(text: &str) -> Vec<&str> {
    let heads = text.match_indices("\n- ").map(|(at, _)| at + 1);
    let starts: Vec<usize> = [0].into_iter().chain(heads).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| &text[*start..end])
        .collect()
}

/// The text in at most `count` parts.
fn parts(text: &str, count: usize, numbers: &mut Numbers) -> Vec<String> {
    let mut parts = vec![String::new(); count];
    let items = items(text);
    let cuts: BTreeSet<usize> = (1..count).map(|_| numbers.next(items.len() + 1)).collect();
    for (at, item) in items.into_iter().enumerate() {
        parts[cuts.range(..=at).count()].push_str(item);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// What is said, wherever.
fn said(judged: &[Judged]) -> BTreeSet<Found> {
    let said = judged.iter().flat_map(|judged| &judged.said);
    said.map(|found| Found {
        line: None,
        ..found.clone()
    })
    .collect()
}

/// How often a text was split, and how often each part of it loaded.
#[derive(Default)]
struct Tally {
    splits: usize,
    loaded: usize,
}

impl Tally {
    fn compare(
        &mut self,
        after: &[std::sync::Arc<str>],
        name: &str,
        text: &str,
        numbers: &mut Numbers,
    ) {
        let environment = environment(&builtin_plugins());
        let whole = judge_files(after, &[text], &environment);
        for count in [2, 3, 7] {
            let parts = parts(text, count, numbers);
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            let split = judge_files(after, &parts, &environment);
            self.splits += 1;
            let all_load = split.iter().all(|judged| judged.loads);
            let all_but_last = split[..split.len() - 1].iter().all(|judged| judged.loads);
            if all_but_last {
                assert_eq!(all_load, whole[0].loads, "{name} in {} parts", parts.len());
            }
            if all_load {
                self.loaded += 1;
                let (whole, split) = (said(&whole), said(&split));
                let missing: Vec<&Found> = whole.difference(&split).collect();
                assert!(
                    missing.is_empty(),
                    "{name} in {} parts: {missing:#?}",
                    parts.len()
                );
            }
        }
    }

    fn print(&self) {
        eprintln!(
            "{} splits, in {} of them each part loads",
            self.splits, self.loaded
        );
    }
}

#[test]
fn rules_of_people_in_several_files_are_as_in_one() {
    let Some(corpus) = Corpus::open() else { return };
    let (mut tally, mut numbers) = (Tally::default(), Numbers(1));
    for verdict in corpus.rules("alone", &[]) {
        // What an anchor names is known in its own file alone.
        if !verdict.text.contains("\n---") && !verdict.text.contains(" &") {
            tally.compare(&[], &verdict.name, &verdict.text, &mut numbers);
        }
    }
    tally.print();
}

#[test]
fn maintained_rules_in_several_files_are_as_in_one() {
    let Some(corpus) = Corpus::open() else { return };
    let (mut tally, mut numbers) = (Tally::default(), Numbers(2));
    for name in MAINTAINED {
        let text = corpus.maintained_rules(name);
        tally.compare(&[], name, &text, &mut numbers);
    }
    tally.print();
}

#[test]
fn rules_behind_the_maintained_rules_are_as_in_one_file_with_them() {
    let Some(corpus) = Corpus::open() else { return };
    let environment = environment(&builtin_plugins());
    let maintained = MAINTAINED.map(|name| corpus.maintained_rules(name));
    for verdict in corpus.rules("after_the_maintained_rules", &[]) {
        let all = maintained.iter().map(AsRef::as_ref).chain([&*verdict.text]);
        let split = judge_files(&[""; 0], &all.clone().collect::<Vec<&str>>(), &environment);
        let one = judge_files(
            &[""; 0],
            &[&all.collect::<Vec<&str>>().join("\n")],
            &environment,
        );
        assert_eq!(split[3].loads, one[0].loads, "{}", verdict.name);
    }
}
