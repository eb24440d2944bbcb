//! Rules files as a chart puts them into the cluster: `ConfigMap`s, and the volume in which pods find all of their files.

mod parts;

use crate::charts::text::join;
use crate::checks::file::{rule_file_large, rule_file_too_large};
use crate::diagnostic::Diagnostics;
use crate::kubernetes::size::MOST_DATA;
use crate::rules::divide;
use crate::source::Sources;
use crate::yaml::{Entry, Kind, Map, Node, Origin};

/// A `ConfigMap` with rules files.
pub struct ConfigMap {
    /// Its name.
    pub name: Node,
    /// The texts of its files by their names.
    pub data: Node,
}

/// The `ConfigMap`s that hold files: one of that name, or if it would be too large several, whose names begin so. Files that
/// even alone are too large go into `diagnostics`.
pub fn config_maps(
    files: &Map,
    name: &Node,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<ConfigMap> {
    check_sizes(files, sources, diagnostics);
    let config_map = |part: &parts::Part| {
        let name = match &part.suffix {
            Some(suffix) => join([name, &Node::constant(format!("-{suffix}"))]),
            None => name.clone(),
        };
        let data = part
            .names
            .iter()
            .filter_map(|file| files.get_key_value(&***file));
        let data: Map = data
            .map(|(file, entry)| (file.clone(), entry.clone()))
            .collect();
        let data = Node::new(Kind::Map(data.into()), Origin::Program);
        ConfigMap { name, data }
    };
    parts::parts(files).iter().map(config_map).collect()
}

/// The `ConfigMap`s that hold the files of `customRules`; none if there are no such files.
pub fn of_custom_rules(
    values: &Node,
    fullname: &Node,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<ConfigMap> {
    let files = values.get("customRules").and_then(Node::as_map);
    let Some(files) = files.filter(|files| !files.is_empty()) else {
        return Vec::new();
    };
    let name = join([fullname, &Node::constant("-rules")]);
    config_maps(files, &name, sources, diagnostics)
}

/// The volume from which pods mount all files of `customRules`; null if there are none.
pub fn custom_rules_volume(config_maps: &[ConfigMap]) -> Node {
    if config_maps.is_empty() {
        return Node::null();
    }
    let sources = config_maps
        .iter()
        .map(|config_map| Node::map([("name", config_map.name.clone())]));
    volume("rules-volume", sources)
}

/// Reports each file that even alone is too large.
pub fn check_sizes(files: &Map, sources: &Sources, diagnostics: &mut Diagnostics) {
    for (file, entry) in files {
        check_size(file, entry, sources, diagnostics);
    }
}

/// Reports a file that is too large for the annotation of `kubectl apply`, or for any `ConfigMap`.
fn check_size(file: &str, entry: &Entry, sources: &Sources, diagnostics: &mut Diagnostics) {
    let text = entry.value.as_text().unwrap_or_default();
    if text.len() <= parts::MOST && parts::size(file, entry) <= parts::MOST {
        return;
    }
    let span = entry.value.origin.span();
    let lines = match span.filter(|span| sources.is_whole_file(*span)) {
        Some(span) => divide::lines(span.source, text, parts::MOST),
        None => Vec::new(),
    };
    let at = entry.key.span();
    diagnostics.push(if text.len() > MOST_DATA {
        rule_file_too_large::refused(file, at, &lines)
    } else {
        rule_file_large::large(file, at, &lines)
    });
}

/// What templates see of `ConfigMap`s: `name` and `data` of each.
pub fn as_node<'c>(config_maps: impl IntoIterator<Item = &'c ConfigMap>) -> Node {
    Node::list(config_maps.into_iter().map(|config_map| {
        Node::map([
            ("name", config_map.name.clone()),
            ("data", config_map.data.clone()),
        ])
    }))
}

/// The volume in which all files of `ConfigMap`s are found side by side. `source` says which of their files, and where:
/// the source of a volume for one `ConfigMap`.
pub fn volume(name: &str, sources: impl IntoIterator<Item = Node>) -> Node {
    let mut sources: Vec<Node> = sources.into_iter().collect();
    let name = ("name", Node::constant(name));
    if sources.len() == 1 {
        return Node::map([name, ("configMap", sources.remove(0))]);
    }
    let sources = sources
        .into_iter()
        .map(|source| Node::map([("configMap", source)]));
    let projected = Node::map([("sources", Node::list(sources))]);
    Node::map([name, ("projected", projected)])
}
