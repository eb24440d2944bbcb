//! Files into as many `ConfigMap`s as they need.
//!
//! As long as one is enough it is one. Else the files are divided by the bits of a digest of their names: those that begin
//! with 0 and those that begin with 1, and each half again as long as it is too large. So it depends on the names alone to which
//! side a file goes, and a file that changes, comes or goes moves others only if its own part becomes too large, or if parts
//! then have room in one, and then only those. A part is named by the bits that its files have in common: when it is divided its halves have new names, and pods
//! that still run with the old one keep all of their files until they are replaced.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::kubernetes::size::{MOST_FILES, of_file};
use crate::yaml::{Entry, Map};

/// The files of one `ConfigMap`.
#[derive(Debug, PartialEq, Eq)]
pub struct Part<'f> {
    /// What tells its name from those of other parts; nothing if it is the only one.
    pub suffix: Option<String>,
    /// The names of its files, in order.
    pub names: Vec<&'f Arc<str>>,
}

/// A file to be put into a part.
#[derive(Clone, Copy)]
struct File<'f> {
    name: &'f Arc<str>,
    digest: u64,
    size: usize,
}

/// The parts of a map of files.
#[must_use]
pub fn parts(files: &Map) -> Vec<Part<'_>> {
    let mut sized: Vec<(&Arc<str>, &str, usize)> = files
        .iter()
        .map(|(name, entry)| (name, text(entry), of_file(name, text(entry))))
        .collect();
    let whole: usize = sized.iter().map(|(_, _, size)| size).sum();
    if sized.len() < 2 || whole <= MOST_FILES {
        let names = files.keys().collect();
        let suffix = None;
        return vec![Part { suffix, names }];
    }
    sized.sort_unstable_by_key(|(name, ..)| *name);
    let files = sized.into_iter().map(|(name, text, size)| File {
        name,
        digest: digest(name),
        size: rounded(size + indentation(text)),
    });
    // A file that is too large for any part would divide those that it is among to no avail.
    let (large, small): (Vec<_>, Vec<_>) = files.partition(|file| file.size > MOST_FILES);
    let mut parts = Vec::new();
    divide(small, "", &mut parts);
    parts.extend(large.iter().map(|file| Part {
        suffix: Some(format!("file-{:016x}", file.digest)),
        names: vec![file.name],
    }));
    parts
}

/// Adds the parts of files whose digests all begin with the bits `path`.
fn divide<'f>(files: Vec<File<'f>>, path: &str, parts: &mut Vec<Part<'f>>) {
    let whole: usize = files.iter().map(|file| file.size).sum();
    if files.is_empty() {
        return;
    }
    let is_root = path.is_empty();
    if whole <= MOST_FILES && !is_root || path.len() == 64 {
        parts.push(Part {
            suffix: Some(path.to_owned()),
            names: files.iter().map(|file| file.name).collect(),
        });
        return;
    }
    let bit = 1_u64 << (63 - path.len());
    let (ones, zeros): (Vec<_>, Vec<_>) =
        (files.into_iter()).partition(|file| file.digest & bit != 0);
    divide(zeros, &format!("{path}0"), parts);
    divide(ones, &format!("{path}1"), parts);
}

fn text(entry: &Entry) -> &str {
    entry.value.as_text().unwrap_or_default()
}

/// The bytes that a text has in a printed manifest beyond those in JSON: each line is indented by four, and its end is one
/// byte instead of two. In double quotes, which breaks of other systems need, it is four bytes, and a blank may need an escape.
fn indentation(text: &str) -> usize {
    let of_line = if text.contains('\r') { 7 } else { 3 };
    text.matches(['\r', '\n']).count() * of_line
}

/// A size as a round number, at most an eighth larger, so that small changes of a file hardly ever change it.
fn rounded(size: usize) -> usize {
    let step = size.next_power_of_two() / 16;
    size.next_multiple_of(step.max(1))
}

/// The first bits of a digest of a name.
fn digest(name: &str) -> u64 {
    let digest: [u8; 32] = Sha256::digest(name).into();
    digest
        .iter()
        .take(8)
        .fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{Node, Origin};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn files(texts: impl IntoIterator<Item = (String, String)>) -> Map {
        let entry = |text: String| Entry {
            key: Origin::Program,
            value: Node::constant(text),
        };
        texts
            .into_iter()
            .map(|(name, text)| (name.into(), entry(text)))
            .collect()
    }

    /// The part in which each file is.
    fn places(files: &Map) -> BTreeMap<String, Option<String>> {
        let parts = parts(files);
        let places = parts.iter().flat_map(|part| {
            let place = |name: &&Arc<str>| (name.to_string(), part.suffix.clone());
            part.names.iter().map(place)
        });
        places.collect()
    }

    fn many(count: usize, bytes: usize) -> BTreeMap<String, String> {
        let file = |number| (format!("rules-{number}.yaml"), "a".repeat(bytes));
        (0..count).map(file).collect()
    }

    #[test]
    fn what_fits_into_one_part_is_one_part_without_a_name_of_its_own() {
        let files = files(many(10, 20_000));
        let [part] = &*parts(&files) else {
            panic!("there is more than one part")
        };
        assert_eq!(part.suffix, None);
        assert_eq!(part.names.len(), 10);
    }

    #[test]
    fn a_single_file_stays_whole_whatever_its_size() {
        assert_eq!(parts(&files(many(1, 2_000_000)))[0].suffix, None);
    }

    #[test]
    fn a_file_that_is_too_large_for_any_part_has_one_of_its_own_and_moves_no_other() {
        let small = files(many(100, 10_000));
        let mut large = many(100, 10_000);
        large.insert("large.yaml".to_owned(), "a".repeat(300_000));
        let (before, mut after) = (places(&small), places(&files(large)));
        let place = after.remove("large.yaml").flatten();
        assert!(place.is_some_and(|place| place.starts_with("file-")));
        assert_eq!(before, after);
    }

    #[test]
    fn a_file_that_comes_or_changes_moves_no_other_as_long_as_its_part_has_room() {
        let all = many(1000, 5_000);
        let before = places(&files(all.clone()));
        for (name, text) in [
            ("rules-7.yaml", "a".repeat(5_200)),
            ("rules-8.yaml", "b".repeat(100)),
            ("another.yaml", "c".repeat(1_000)),
        ] {
            let mut changed = all.clone();
            changed.insert(name.to_owned(), text);
            let after = places(&files(changed));
            let moved = before
                .iter()
                .filter(|(name, place)| after[*name] != **place);
            assert_eq!(moved.count(), 0, "{name}");
        }
    }

    #[test]
    fn when_a_part_overflows_only_its_own_files_move() {
        let all = many(200, 20_000);
        let before = places(&files(all.clone()));
        let full = before["rules-7.yaml"].clone();
        let mut changed = all;
        changed.insert("rules-7.yaml".to_owned(), "a".repeat(220_000));
        let after = places(&files(changed));
        for (name, place) in before {
            if place != full {
                assert_eq!(after[&name], place, "{name}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn every_file_is_in_one_part_and_no_part_is_too_large(
            sizes in prop::collection::vec(prop_oneof![0..9_000_usize, 0..300_000_usize], 0..40),
            line in "[a<\"]{1,9}",
        ) {
            let texts = sizes.iter().enumerate().map(|(number, size)| {
                let lines = size / (line.len() + 1);
                (format!("{number}.yaml"), format!("{line}\n").repeat(lines))
            });
            let files = files(texts);
            let parts = parts(&files);
            let mut names: Vec<_> = parts.iter().flat_map(|part| part.names.clone()).collect();
            names.sort_unstable();
            let mut all: Vec<_> = files.keys().collect();
            all.sort_unstable();
            prop_assert_eq!(names, all);
            for part in parts.iter().filter(|part| part.names.len() > 1) {
                let sizes = part.names.iter().map(|name| of_file(name, text(&files[&***name])));
                prop_assert!(sizes.sum::<usize>() <= MOST_FILES);
            }
        }
    }
}
