//! The Grafana dashboard (chart file templates/falco-dashboard-grafana.yaml).

use crate::charts::text::{join, text};
use crate::yaml::Node;

/// The dashboard, our own over Falco's metrics.
const DASHBOARD: &str = include_str!("../../../templates/falco/dashboards/falco-dashboard.json");

/// What the templates see of the dashboard's `ConfigMap`: `labels`, `annotations` and `json`.
pub fn dashboard(values: &Node, common: &Node) -> Node {
    let setting = |key| values.at(&["grafana", "dashboards", "configMaps", "falco", key]);
    let folder = setting("folder")
        .filter(|folder| folder.is_true())
        .map(text);
    let annotations = match folder {
        Some(folder) => {
            let target = join([&Node::constant("/tmp/dashboards/"), &folder]);
            let key = setting("folderAnnotation").map_or_else(Node::null, text);
            let key = key.as_text().unwrap_or_default().to_owned();
            Node::map([
                ("k8s-sidecar-target-directory".to_owned(), target),
                (key, folder),
            ])
        }
        None => Node::null(),
    };
    let enabled = values.at(&["grafana", "dashboards", "enabled"]);
    let json = if enabled.is_some_and(Node::is_true) {
        Node::constant(DASHBOARD)
    } else {
        Node::null()
    };
    Node::map([
        (
            "labels",
            common.with(&["grafana_dashboard"], Node::constant("1")),
        ),
        ("annotations", annotations),
        ("json", json),
    ])
}
