//! The `ServiceMonitor`, by which a Prometheus operator finds Falco's metrics (chart file
//! templates/serviceMonitor.yaml).

use super::CHART;
use crate::charts::Derivation;
use crate::charts::templating::Scope;
use crate::charts::text::text;
use crate::diagnostic::Diagnostics;
use crate::yaml::Node;

/// What the templates see of the monitor: `namespace`, `labels`, `port` and `selector`; null if there is none.
pub fn monitor(
    input: &Derivation<'_>,
    values: &Node,
    namespace: &Node,
    common: &Node,
    selector: &Node,
    diagnostics: &mut Diagnostics,
) -> Node {
    let setting = |key| values.at(&["serviceMonitor", key]);
    if !setting("create").is_some_and(Node::is_true) {
        return Node::null();
    }
    let own = setting("namespace").filter(|own| own.is_true());
    let namespace = match own {
        Some(own) => {
            let scope = Scope::new(input, &CHART, values, "serviceMonitor.yaml");
            scope.evaluated(own, diagnostics)
        }
        None => namespace.clone(),
    };
    let selector = selector
        .with(&["type"], Node::constant("falco-metrics"))
        .merged(setting("selector"));
    Node::map([
        ("namespace", namespace),
        ("labels", common.merged(setting("labels"))),
        (
            "port",
            setting("endpointPort").map_or_else(Node::null, text),
        ),
        ("selector", selector),
    ])
}
