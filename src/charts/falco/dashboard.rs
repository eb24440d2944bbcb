//! The Grafana dashboard (chart file templates/falco-dashboard-grafana.yaml).

use crate::charts::dashboard::{annotations_of, json};
use crate::yaml::Node;

/// The dashboard, our own over Falco's metrics.
const DASHBOARD: &str = include_str!("../../../templates/falco/dashboards/falco-dashboard.json");

/// What the templates see of the dashboard's `ConfigMap`: `labels`, `annotations` and `json`.
pub fn dashboard(values: &Node, common: &Node) -> Node {
    let config_map = values.at(&["grafana", "dashboards", "configMaps", "falco"]);
    Node::map([
        (
            "labels",
            common.with(&["grafana_dashboard"], Node::constant("1")),
        ),
        ("annotations", annotations_of(config_map)),
        ("json", json(values, DASHBOARD)),
    ])
}
