//! `ConfigMap`s from which Grafana's sidecar loads dashboards.

use super::text::{join, text};
use crate::yaml::Node;

/// The annotations by which the sidecar puts a dashboard into `folder`: a path, and the folder itself under `key`, if it
/// is given.
pub fn annotations(folder: &Node, key: Option<&str>) -> Node {
    let target = join([&Node::constant("/tmp/dashboards/"), folder]);
    let annotations = Node::map([("k8s-sidecar-target-directory", target)]);
    match key {
        Some(key) => annotations.with(&[key], folder.clone()),
        None => annotations,
    }
}

/// The annotations that the values of a `ConfigMap` ask for by `folder` and `folderAnnotation`; null if there is no
/// folder.
pub fn annotations_of(config_map: Option<&Node>) -> Node {
    let setting = |key| config_map.and_then(|section| section.get(key));
    let folder = setting("folder").filter(|folder| folder.is_true());
    folder.map_or_else(Node::null, |folder| {
        let key = setting("folderAnnotation").map_or_else(Node::null, text);
        annotations(&text(folder), Some(key.as_text().unwrap_or_default()))
    })
}

/// The dashboard's JSON; null unless the values switch dashboards on, since the text is long.
pub fn json(values: &Node, dashboard: &'static str) -> Node {
    let enabled = values.at(&["grafana", "dashboards", "enabled"]);
    if enabled.is_some_and(Node::is_true) {
        Node::constant(dashboard)
    } else {
        Node::null()
    }
}
