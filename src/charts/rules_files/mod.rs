//! Rules files as a chart puts them into the cluster: `ConfigMap`s, and the volume in which pods find all of their files.

mod parts;

use crate::charts::text::{digest, join};
use crate::diagnostic::Diagnostics;
use crate::rules::sizes;
use crate::source::Sources;
use crate::yaml::{Kind, Map, Node, Origin};

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
    sizes::check(files, sources, diagnostics);
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

/// A digest of the files of `customRules`, whatever their order.
pub fn custom_rules_digest(values: &Node) -> String {
    let files = values.get("customRules");
    let Some(mut sorted) = files.and_then(Node::as_map).cloned() else {
        return digest(&files.cloned().unwrap_or_else(Node::null));
    };
    sorted.sort_unstable_keys();
    digest(&Node::new(Kind::Map(sorted.into()), Origin::Program))
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

/// What templates see of `ConfigMap`s: `name` and `data` of each.
pub fn as_node<'c>(config_maps: impl IntoIterator<Item = &'c ConfigMap>) -> Node {
    Node::list(config_maps.into_iter().map(|config_map| {
        Node::map([
            ("name", config_map.name.clone()),
            ("data", config_map.data.clone()),
        ])
    }))
}

/// The volume in which all files of `ConfigMap`s are found side by side. Each of `sources` says of one of them which of its
/// files, and where, as a volume of type `configMap` does.
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
