//! The Grafana dashboard (chart file templates/collector-dashboard-grafana.yaml).

use crate::charts::dashboard::{self, json};
use crate::charts::text::text;
use crate::yaml::Node;

/// The dashboard, our own over the collector's metrics.
const DASHBOARD: &str = include_str!(
    "../../../templates/k8s-metacollector/dashboards/k8s-metacollector-dashboard.json"
);

/// What the templates see of the dashboard's `ConfigMap`: `annotations` and `json`.
pub fn dashboard(values: &Node) -> Node {
    Node::map([
        ("annotations", annotations(values)),
        ("json", json(values, DASHBOARD)),
    ])
}

/// The annotations by which Grafana's sidecar learns the folder; null if nothing is set of it.
fn annotations(values: &Node) -> Node {
    let setting = |key| {
        let path = [
            "grafana",
            "dashboards",
            "configMaps",
            "collector",
            "folder",
            key,
        ];
        values.at(&path).filter(|setting| !setting.is_null())
    };
    let (name, annotation) = (setting("name"), setting("annotation"));
    if name.is_none() && annotation.is_none() {
        return Node::null();
    }
    let name = name.map_or_else(|| Node::constant(""), text);
    let key = annotation.map(text);
    let key = key.as_ref().and_then(Node::as_text);
    dashboard::annotations(&name, key.filter(|_| name.is_true()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::k8s_metacollector::tests::values;
    use crate::yaml::write;

    fn of_folder(folder: &str) -> String {
        let collector = format!("{{configMaps: {{collector: {{folder: {folder}}}}}}}");
        let values = values(&format!("grafana: {{dashboards: {collector}}}"));
        write(&annotations(&values))
    }

    #[test]
    fn the_sidecar_learns_the_folder_from_annotations() {
        assert_eq!(
            of_folder("{name: a, annotation: b}"),
            "k8s-sidecar-target-directory: /tmp/dashboards/a\nb: a\n"
        );
        assert_eq!(
            of_folder("{}"),
            "k8s-sidecar-target-directory: /tmp/dashboards/\n"
        );
    }

    #[test]
    fn without_a_folder_there_are_no_annotations() {
        assert_eq!(of_folder("null"), "null\n");
    }
}
