//! The names of events and of their parameters.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::super::hash;
use super::super::types::ValueType;

const TYPES: &str = include_str!("types.txt");
const PARAMETERS: &str = include_str!("parameters.txt");

/// The events that the container plugin sends, which Falco is delivered with (plugins, `plugins/container` 0.7.1).
pub const CONTAINER_EVENTS: &[&str] = &["container", "container_removed"];

/// A name of events.
struct Name {
    word: &'static str,
    /// The numbers of its events; none if it is a syscall without events of its own.
    numbers: Vec<u16>,
    /// The first engine that knows it, as minor version.
    since: u32,
}

struct Table {
    names: Vec<Name>,
    by_name: HashMap<&'static str, usize, hash::Fast>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let names: Vec<Name> = lines(TYPES).filter_map(read_name).collect();
        let places = names.iter().enumerate();
        let by_name = places.map(|(place, name)| (name.word, place)).collect();
        Table { names, by_name }
    })
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

fn read_name(line: &'static str) -> Option<Name> {
    let mut words = line.split(' ');
    let word = words.next()?;
    let numbers = words.clone().filter_map(|word| word.parse().ok()).collect();
    let since = words.find_map(since).unwrap_or_default();
    Some(Name {
        word,
        numbers,
        since,
    })
}

fn since(word: &str) -> Option<u32> {
    word.strip_prefix("since=")?.parse().ok()
}

fn named(name: &str) -> Option<&'static Name> {
    let table = table();
    table.names.get(*table.by_name.get(name)?)
}

/// The names of events with events of their own.
pub(super) fn types() -> impl Iterator<Item = (&'static str, &'static [u16])> {
    let names = table().names.iter();
    names
        .filter(|name| !name.numbers.is_empty())
        .map(|name| (name.word, name.numbers.as_slice()))
}

/// The numbers of the events of a name; none if it is a syscall without events of its own. Numbers that stand for no
/// syscall have an empty name, which is thus known, too.
pub(super) fn numbers(name: &str) -> Option<&'static [u16]> {
    if name.is_empty() {
        return Some(&[]);
    }
    Some(&named(name)?.numbers)
}

/// Whether events have this name (libs 0.25, `validate_filter_value` in
/// `userspace/libsinsp/sinsp_filtercheck_event.cpp`), in an engine of this minor version.
#[must_use]
pub fn has_name(name: &str, engine: u32) -> bool {
    name.is_empty() || named(name).is_some_and(|known| known.since <= engine)
}

/// Whether events of their own have this name, not only a syscall.
#[must_use]
pub fn has_type(name: &str) -> bool {
    named(name).is_some_and(|known| !known.numbers.is_empty())
}

/// The name of events most like this one, if one is like it at all.
#[must_use]
pub fn similar_name(name: &str) -> Option<&'static str> {
    let most = (name.len() / 3).clamp(1, 2);
    let near = table()
        .names
        .iter()
        .filter(|known| known.word.len().abs_diff(name.len()) <= most)
        .map(|known| (strsim::osa_distance(name, known.word), known.word))
        .filter(|(distance, _)| *distance <= most);
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

type Parameters = HashMap<&'static str, (ValueType, u32), hash::Fast>;

fn parameters() -> &'static Parameters {
    static PARAMETERS_BY_NAME: OnceLock<Parameters> = OnceLock::new();
    PARAMETERS_BY_NAME.get_or_init(|| {
        let read = lines(PARAMETERS).filter_map(read_parameter);
        read.map(|(name, value_type, since)| (name, (value_type, since)))
            .collect()
    })
}

/// No parameter has a longer name.
const LONGEST_PARAMETER: usize = 32;

/// The longest name of a parameter of events with which `text` begins, and the type of the first event that has it
/// (libs 0.25, `find_longest_matching_evt_param` in `userspace/libsinsp/utils.cpp`), in an engine of this minor version.
#[must_use]
pub fn longest_parameter(text: &str, engine: u32) -> Option<(&'static str, ValueType)> {
    let lengths = (1..=text.len().min(LONGEST_PARAMETER)).rev();
    let mut prefixes = lengths.filter_map(|length| text.get(..length));
    prefixes.find_map(|prefix| {
        let (name, (value_type, since)) = parameters().get_key_value(prefix)?;
        (*since <= engine).then_some((*name, *value_type))
    })
}

fn read_parameter(line: &'static str) -> Option<(&'static str, ValueType, u32)> {
    let mut words = line.split(' ');
    let name = words.next()?;
    let value_type = ValueType::of_word(words.next()?)?;
    let since = words.next().and_then(since).unwrap_or_default();
    Some((name, value_type, since))
}

#[cfg(test)]
mod tests {
    use super::{
        LONGEST_PARAMETER, PARAMETERS, TYPES, has_name, lines, longest_parameter, parameters,
        similar_name, table,
    };

    #[test]
    fn the_tables_can_be_read() {
        assert_eq!(table().names.len(), lines(TYPES).count());
        assert_eq!(parameters().len(), lines(PARAMETERS).count());
        assert!(
            parameters()
                .keys()
                .all(|name| name.len() <= LONGEST_PARAMETER)
        );
    }

    #[test]
    fn names_are_known_since_some_engine() {
        assert!(has_name("open", 0) && has_name("", 0) && has_name("_sysctl", 0));
        assert!(!has_name("listns", 58) && has_name("listns", 59));
        assert!(!has_name("opena", 63));
        assert_eq!(similar_name("opena"), Some("open"));
    }

    #[test]
    fn the_longest_parameter_is_taken() {
        assert_eq!(longest_parameter("flagsx", 63).unwrap().0, "flags");
        assert_eq!(longest_parameter("zzz", 63), None);
    }
}
