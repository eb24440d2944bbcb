//! Grafana dashboards (chart files templates/configmap-grafana-dashboard.yaml and
//! falcosidekick-loki-dashboard-grafana.yaml).

use crate::charts::dashboard::{annotations_of, json};
use crate::yaml::{Node, Origin};

/// The dashboard over Falcosidekick's metrics, our own.
const METRICS: &str =
    include_str!("../../../templates/falcosidekick/dashboards/falcosidekick-dashboard.json");

/// The dashboard over the events in Loki, our own.
const LOKI: &str =
    include_str!("../../../templates/falcosidekick/dashboards/falcosidekick-loki-dashboard.json");

/// What the templates see of the dashboards `metrics` and `loki`: `labels`, `annotations` and `json` of each, and
/// whether the second one is `on`.
pub fn dashboards(values: &Node, common: &Node) -> Node {
    let metrics = ["grafana", "dashboards", "configMaps", "falcosidekick"];
    let loki = ["config", "loki", "grafanaDashboard", "configMap"];
    let labels = common.with(&["grafana_dashboard"], Node::constant("1"));
    let all = Node::map([
        ("labels", labels.merged(values.get("customLabels"))),
        (
            "annotations",
            annotations_of(values.at(&metrics)).merged(values.get("customAnnotations")),
        ),
        ("json", json(values, METRICS)),
    ]);
    let of_loki = Node::map([
        ("on", is_loki_on(values)),
        ("annotations", annotations_of(values.at(&loki))),
        ("labels", labels),
        ("json", Node::constant(LOKI)),
    ]);
    Node::map([("metrics", all), ("loki", of_loki)])
}

/// Whether there is a dashboard over Loki: it is on, and so is the output. As the chart compares it, an address that is
/// null counts as one.
fn is_loki_on(values: &Node) -> Node {
    let enabled = values.at(&["config", "loki", "grafanaDashboard", "enabled"]);
    let origin = enabled.map_or(Origin::Program, |enabled| enabled.origin.clone());
    let address = values.at(&["config", "loki", "hostport"]);
    let has_address = address.is_none_or(|address| address.as_text() != Some(""));
    Node::bool(enabled.is_some_and(Node::is_true) && has_address, origin)
}
