//! Configuration that a chart refuses: keys that may not be there at all, and values that it takes no longer.
//!
//! Validation cannot see to this, since a null in a map is nothing to it, and a refused key may not even be null.

use crate::charts::{Chart, OtherKey};
use crate::checks::values::removed_value;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::yaml::{Entry, Node, Path};

/// Reports all that the chart refuses of the user's values, which have not been changed since they were merged.
pub(super) fn report(user: &Node, chart: &Chart, diagnostics: &mut Diagnostics) {
    let keys = chart.other_keys.iter().copied().flatten();
    let keys = keys.filter(|other| other.is_refused());
    diagnostics.extend(keys.filter_map(|other| refused_key(user, other, chart)));
    diagnostics.extend(refused_values(user, chart));
}

fn refused_key(user: &Node, other: &OtherKey, chart: &Chart) -> Option<Diagnostic> {
    let (path, entry) = entry(user, other.path)?;
    let place = entry.key.span();
    Some(removed_value::key(&path, place, other, chart.version))
}

fn refused_values(user: &Node, chart: &Chart) -> impl Iterator<Item = Diagnostic> {
    chart.other_values.iter().filter_map(|other| {
        let (path, entry) = entry(user, other.path)?;
        let found = &entry.value;
        let is_refused = found.as_text() == Some(other.value);
        is_refused.then(|| removed_value::value(&path, found, other, chart.version))
    })
}

/// The entry at a path of keys that are separated by dots.
fn entry<'a>(user: &'a Node, path: &str) -> Option<(Path, &'a Entry)> {
    let keys: Vec<&str> = path.split('.').collect();
    let (last, sections) = keys.split_last()?;
    let section = (sections.iter()).try_fold(user, |section, key| section.get(key))?;
    let entry = section.as_map()?.get(*last)?;
    Some((Path::keys(keys), entry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::{OtherValue, Versions, stable};
    use crate::diagnostic::Severity;
    use crate::source::{SourceKind, Sources};
    use crate::values::effective;
    use crate::values::merge::merge_files;
    use crate::values::tests::node;
    use crate::yaml::{Limits, read};
    use serde_json::json;

    const KEYS: &[OtherKey] = &[
        OtherKey::gone("falco.grpc", Versions::Former("until 2"), "take it out").refused(),
        OtherKey::gone("falco.old", Versions::Former("until 2"), "take it out"),
    ];

    const VALUES: &[OtherValue] = &[OtherValue {
        path: "driver.kind",
        value: "ebpf",
        versions: Versions::Former("until 2"),
        instead: "set `modern_ebpf`",
    }];

    static CHART: Chart = Chart {
        other_keys: &[KEYS],
        other_values: VALUES,
        version: "9",
        ..stable::CHART
    };

    /// What is said of files, and where.
    fn said(files: &[&str]) -> Vec<(String, Option<String>)> {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let mut user = Node::null();
        for text in files {
            let file = sources.add("values.yaml", *text, SourceKind::File);
            let node = read(&sources, file, &Limits::default(), &mut diagnostics).unwrap();
            user = merge_files(user, node);
        }
        report(&user, &CHART, &mut diagnostics);
        let line = |said: &Diagnostic| {
            assert_eq!(said.severity, Severity::Error);
            let place = said.primary.as_ref().map(|label| label.span);
            let place = place.map(|span| sources.get(span.source).text[span.range()].to_owned());
            (said.message.clone(), place)
        };
        diagnostics.sorted().into_iter().map(line).collect()
    }

    fn grpc() -> Vec<(String, Option<String>)> {
        let message = "version 9 of the chart refuses values that have `falco.grpc`";
        vec![(message.to_owned(), Some("grpc".to_owned()))]
    }

    #[test]
    fn a_refused_key_may_not_even_be_null() {
        assert_eq!(said(&["falco: {grpc: {enabled: true}}"]), grpc());
        assert_eq!(said(&["falco: {grpc: {enabled: false}}"]), grpc());
        assert_eq!(said(&["falco: {grpc: }"]), grpc());
        assert_eq!(said(&["falco: {grpc: {}}", "falco: {grpc: null}"]), grpc());
    }

    #[test]
    fn a_refused_value_is_refused_in_its_place_only() {
        let message = "version 9 of the chart refuses `ebpf` for `driver.kind`";
        let expected = (message.to_owned(), Some("ebpf".to_owned()));
        assert_eq!(said(&["driver: {kind: ebpf}"]), [expected]);
        assert_eq!(said(&["driver: {kind: modern_ebpf}\nkind: ebpf"]), []);
        assert_eq!(said(&["driver: {kind: ebpf}", "driver: {kind: kmod}"]), []);
    }

    #[test]
    fn what_is_not_there_is_not_refused() {
        assert_eq!(said(&["grpc: {}\nfalco: {old: 1, x: {grpc: 1}}"]), []);
        assert_eq!(said(&["falco: null"]), []);
        assert_eq!(said(&["falco: [{name: grpc}]"]), []);
    }

    #[test]
    fn what_is_refused_is_not_called_unknown_as_well() {
        let user = node(&json!({"falco": {"grpc": {"enabled": true}, "old": 1}}));
        let mut diagnostics = Diagnostics::default();
        effective(&user, &CHART, &Sources::default(), &mut diagnostics);
        let codes = diagnostics.sorted().into_iter().map(|said| said.code.name);
        let mut codes: Vec<_> = codes.collect();
        codes.sort_unstable();
        assert_eq!(codes, ["removed-value", "unknown-value"]);
    }
}
