//! Whatever texts become values, the same texts come back.

use falcogen::diagnostic::Diagnostics;
use falcogen::rules::convert::files;
use falcogen::source::{SourceKind, Sources};
use falcogen::yaml::{self, Limits};
use proptest::prelude::*;

use super::{Files, as_values, hostile, numbered, printed};

/// The files in the text of a values file.
fn files_in(text: &str) -> Files {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let id = sources.add("values.yaml", text, SourceKind::File);
    let values = yaml::read(&sources, id, &Limits::default(), &mut diagnostics).unwrap();
    let files = files::of_values(&values, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{diagnostics:?} in\n{text}");
    (files.iter())
        .map(|file| (file.name.to_string(), file.text.to_string()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(1500)
    })]

    #[test]
    fn files_become_values_and_the_same_files_again(
        texts in prop::collection::vec(hostile::text(), 1..5),
    ) {
        let files = numbered(texts);
        let text = printed(&as_values(&files));
        prop_assert_eq!(files_in(&text), files, "{}", text);
    }

    #[test]
    fn values_are_lines_of_what_can_be_seen(text in hostile::text()) {
        let text = printed(&as_values(&numbered([text])));
        let is_seen = |c: char| matches!(c, '\n' | '\t') || !c.is_control() && c != '\u{feff}';
        prop_assert!(text.chars().all(is_seen), "{:?}", text);
    }
}

#[test]
fn files_of_whatever_order_stand_by_name() {
    let files = [
        "b.yaml", "B.yaml", "a-1.yaml", "a.yaml", "10.yaml", "9.yaml",
    ];
    let files = files.map(|name| (name.to_owned(), format!("# {name}\n")));
    let text = printed(&as_values(&files.to_vec()));
    let names: Vec<String> = files_in(&text).into_iter().map(|(name, _)| name).collect();
    let expected = [
        "10.yaml", "9.yaml", "B.yaml", "a-1.yaml", "a.yaml", "b.yaml",
    ];
    assert_eq!(names, expected);
}
