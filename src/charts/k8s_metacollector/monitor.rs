//! The `ServiceMonitor`, by which a Prometheus operator finds the metrics (chart file templates/servicemonitor.yaml).

use super::CHART;
use crate::charts::Derivation;
use crate::charts::templating::Scope;
use crate::diagnostic::Diagnostics;
use crate::yaml::Node;

/// What the templates see of the monitor: `namespace`, `labels` and `port`; null if there is none.
pub fn monitor(
    input: &Derivation<'_>,
    namespace: &Node,
    common: &Node,
    diagnostics: &mut Diagnostics,
) -> Node {
    let setting = |key| input.values.at(&["serviceMonitor", key]);
    if !setting("create").is_some_and(Node::is_true) {
        return Node::null();
    }
    let own = setting("namespace").filter(|own| own.is_true());
    let namespace = match own {
        Some(own) => {
            let scope = Scope::new(input, &CHART, input.values, "servicemonitor.yaml");
            scope.evaluated(own, diagnostics)
        }
        None => namespace.clone(),
    };
    Node::map([
        ("namespace", namespace),
        ("labels", common.merged(setting("labels"))),
        ("port", port(input.values)),
    ])
}

/// The port of the Service, which a monitor knows by its name. The chart takes `targetPort` for that name; if it is a
/// number, no port is called so.
fn port(values: &Node) -> Node {
    let target = values.at(&["service", "ports", "metrics", "targetPort"]);
    match target.filter(|target| target.as_text().is_some_and(|name| !name.is_empty())) {
        Some(name) => name.clone(),
        None => Node::constant("metrics"),
    }
}
