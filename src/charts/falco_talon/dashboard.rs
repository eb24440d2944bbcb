//! The Grafana dashboard (chart file templates/configmap-grafana-dashboard.yaml).

use crate::charts::dashboard::{self, json};
use crate::charts::text::text;
use crate::yaml::Node;

/// The dashboard, our own over Falco Talon's metrics.
const DASHBOARD: &str =
    include_str!("../../../templates/falco-talon/dashboards/falco-talon-dashboard.json");

/// What the templates see of the dashboard's `ConfigMap`: `labels`, `annotations` and `json`.
pub fn dashboard(values: &Node, common: &Node) -> Node {
    let folder = values.at(&["grafana", "dashboards", "configMaps", "talon", "folder"]);
    let labels = common.with(&["grafana_dashboard"], Node::constant("1"));
    Node::map([
        ("labels", labels),
        ("annotations", folder.map_or_else(Node::null, annotations)),
        ("json", json(values, DASHBOARD)),
    ])
}

/// The annotations by which Grafana's sidecar learns the folder; null if nothing is said about one.
fn annotations(folder: &Node) -> Node {
    let setting = |key| folder.get(key).filter(|setting| !setting.is_null());
    if setting("name").or(setting("annotation")).is_none() {
        return Node::null();
    }
    let name = setting("name").map_or_else(Node::null, text);
    let key = setting("annotation").map(text);
    let key = key.as_ref().and_then(Node::as_text);
    dashboard::annotations(&name, key.filter(|key| name.is_true() && !key.is_empty()))
}
