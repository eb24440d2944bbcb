//! The `ServiceMonitor`, by which a Prometheus operator finds Falcosidekick's metrics (chart file
//! templates/servicemonitor.yaml).

use crate::capabilities::Capabilities;
use crate::checks::values::value_without_effect;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Node, Path};

/// The API version that the operator's kinds have.
const API_VERSION: &str = "monitoring.coreos.com/v1";

/// Whether the switch at `path` is on and the cluster has the operator's kinds, without which the chart makes nothing.
/// Says so if it is on in vain.
pub fn is_on(
    values: &Node,
    path: &[&str],
    capabilities: &Capabilities,
    diagnostics: &mut Diagnostics,
) -> bool {
    let Some(switch) = values.at(path).filter(|switch| switch.is_true()) else {
        return false;
    };
    let has_operator = capabilities.has_version(API_VERSION);
    if !has_operator {
        let path = Path::keys(path.iter().copied());
        let reason = format!("needs a cluster with {API_VERSION}");
        let help = format!("if the cluster has it, say so by `--api-versions {API_VERSION}`");
        diagnostics.push(value_without_effect::idle(&path, switch, &reason, &help));
    }
    has_operator
}

/// What the templates see of the monitor: `labels` and `endpoint`; null if there is none.
pub fn monitor(
    values: &Node,
    own: &Node,
    capabilities: &Capabilities,
    diagnostics: &mut Diagnostics,
) -> Node {
    if !is_on(
        values,
        &["serviceMonitor", "enabled"],
        capabilities,
        diagnostics,
    ) {
        return Node::null();
    }
    let setting = |key| {
        let value = values.at(&["serviceMonitor", key]);
        value.filter(|value| value.is_true())
    };
    let optional = |key| setting(key).cloned().unwrap_or_else(Node::null);
    let endpoint = Node::map([
        ("port", Node::constant("http")),
        ("interval", optional("interval")),
        ("scrapeTimeout", optional("scrapeTimeout")),
    ]);
    let labels = own
        .merged(setting("additionalLabels"))
        .merged(values.get("customLabels"));
    Node::map([
        ("labels", labels),
        ("endpoint", endpoint.merged(setting("additionalProperties"))),
    ])
}
