//! "Did you mean …?"

use serde_json::Value;

use super::schema::declared;
use crate::yaml::{Path, Step};

/// The longest word for which one like it is looked for; names of values are shorter by far.
const LONGEST: usize = 200;

/// The word that is most like `word`, if one is like enough: about one letter in three may differ.
pub fn word<'a>(word: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let normal = |text: &str| text.to_lowercase().replace(['_', '-'], "");
    if word.len() > LONGEST {
        return None;
    }
    let given = normal(word);
    among
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&given, &normal(candidate)), candidate))
        .filter(|(distance, candidate)| *distance <= (given.len().max(candidate.len()) / 3).min(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The declared value that may be meant by an unknown one: a sibling of similar name, or else the one value of the
/// same name: in a section of the same name, at the top, or anywhere.
#[must_use]
pub fn value(unknown: &Path, schema: &Value) -> Option<Path> {
    let (Step::Key(name), parent) = unknown.0.split_last()? else {
        return None;
    };
    let siblings = declared(schema, parent).and_then(|section| section["properties"].as_object());
    let names = siblings
        .into_iter()
        .flatten()
        .map(|(name, _)| name.as_str());
    if let Some(sibling) = word(name, names) {
        return Some(Path(parent.to_vec()).join(Step::Key(sibling.into())));
    }
    let mut found = Vec::new();
    named(name, schema, &Path::default(), &mut found);
    let section = |path: &Path| path.0.iter().rev().nth(1).cloned();
    let here = parent.last().cloned();
    only(&found, |found| section(found) == here)
        .or_else(|| only(&found, |found| section(found).is_none()))
        .or_else(|| only(&found, |_| true))
}

/// The one path of which something is true.
fn only(paths: &[Path], is_true: impl Fn(&Path) -> bool) -> Option<Path> {
    let mut chosen = paths.iter().filter(|path| is_true(path));
    let first = chosen.next()?;
    chosen.next().is_none().then(|| first.clone())
}

/// The paths of all declared values of that name.
fn named(name: &str, schema: &Value, path: &Path, found: &mut Vec<Path>) {
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        let here = path.join(Step::Key(key.as_str().into()));
        if key.eq_ignore_ascii_case(name) {
            found.push(here.clone());
        }
        named(name, property, &here, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelled_word_is_recognised() {
        assert_eq!(
            word("jsonOuput", ["logLevel", "jsonOutput"]),
            Some("jsonOutput")
        );
        assert_eq!(
            word("json_output", ["logLevel", "jsonOutput"]),
            Some("jsonOutput")
        );
    }

    fn proposed(unknown: &str) -> Option<String> {
        let schema = serde_json::json!({"properties": {
            "a": {"properties": {"jsonOutput": {}, "enabled": {}}},
            "b": {"properties": {"enabled": {}}},
            "c": {"properties": {"image": {}}},
            "enables": {},
            "image": {},
        }});
        value(&unknown.parse().unwrap(), &schema).map(|path| path.to_string())
    }

    #[test]
    fn a_sibling_of_similar_name_is_proposed_first() {
        assert_eq!(proposed("a.enable").as_deref(), Some("a.enabled"));
        assert_eq!(proposed("enabled").as_deref(), Some("enables"));
    }

    #[test]
    fn the_only_value_of_the_name_is_proposed_wherever_it_is() {
        assert_eq!(proposed("jsonoutput").as_deref(), Some("a.jsonOutput"));
        assert_eq!(proposed("b.jsonOutput").as_deref(), Some("a.jsonOutput"));
        assert_eq!(proposed("c.enabled"), None);
        assert_eq!(proposed("d"), None);
    }

    #[test]
    fn of_several_values_of_the_name_the_one_in_a_section_of_the_same_name_is_proposed() {
        assert_eq!(proposed("d.b.enabled").as_deref(), Some("b.enabled"));
        assert_eq!(proposed("d.c.enabled"), None);
    }

    #[test]
    fn of_several_values_of_the_name_the_one_at_the_top_is_proposed() {
        assert_eq!(proposed("a.image").as_deref(), Some("image"));
    }

    #[test]
    fn a_different_word_is_not_proposed() {
        assert_eq!(word("affinity", ["tolerations", "ebpf"]), None);
        assert_eq!(word("x", ["y"]), None);
    }
}
