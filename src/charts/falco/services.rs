//! Services (chart files templates/services.yaml and service.yaml).

use std::sync::Arc;

use crate::charts::text::{join, text};
use crate::checks::values::{missing_value, value_without_effect};
use crate::diagnostic::Diagnostics;
use crate::yaml::{Kind, Node, Path, Step};

/// The Services that the user wants beside Falco: `name` and `spec` of each. Their pods are Falco's, whatever they say.
pub fn services(
    values: &Node,
    fullname: &Node,
    selector: &Node,
    diagnostics: &mut Diagnostics,
) -> Node {
    let services = values.get("services").and_then(Node::as_list);
    let services = services.unwrap_or_default().iter().enumerate();
    Node::list(services.map(|(at, service)| {
        check_selector(at, service, diagnostics);
        let name = service.get("name").filter(|name| !name.is_null());
        let Some(name) = name else {
            let path = Path::keys(["services"])
                .join(Step::Index(at))
                .join(Step::Key("name".into()));
            diagnostics.push(missing_value::unnamed(&path, service));
            return Node::map([("name", fullname.clone()), ("spec", Node::null())]);
        };
        let name = join([fullname, &Node::constant("-"), &text(name)]);
        Node::map([("name", name), ("spec", spec(service, selector))])
    }))
}

/// Warns of a selector of one's own.
fn check_selector(at: usize, service: &Node, diagnostics: &mut Diagnostics) {
    if let Some(own) = service.get("selector").filter(|own| !own.is_null()) {
        let path = Path::keys(["services"])
            .join(Step::Index(at))
            .join(Step::Key("selector".into()));
        let reason = "these Services lead to Falco's pods, whatever this says";
        diagnostics.push(value_without_effect::idle(
            &path,
            own,
            reason,
            "take it out",
        ));
    }
}

/// What is not the name, with the labels of Falco's pods as selector.
fn spec(service: &Node, selector: &Node) -> Node {
    let mut spec = service.as_map().cloned().unwrap_or_default();
    spec.retain(|key, _| !matches!(&**key, "name" | "selector"));
    let spec = Node::new(Kind::Map(Arc::new(spec)), service.origin.clone());
    spec.with(&["selector"], selector.clone())
}

/// The labels of the metrics Service: the user's, but for the one by which the monitor finds it.
pub fn metrics_labels(values: &Node, common: &Node, diagnostics: &mut Diagnostics) -> Node {
    const PATH: [&str; 4] = ["metrics", "service", "labels", "type"];
    let label = Node::constant("falco-metrics");
    if let Some(own) = values.at(&PATH).filter(|own| **own != label) {
        let reason = "the chart sets this label, by which the `ServiceMonitor` finds the Service";
        let path = Path::keys(PATH);
        diagnostics.push(value_without_effect::idle(
            &path,
            own,
            reason,
            "take it out",
        ));
    }
    common.merged(values.at(&PATH[..3])).with(&["type"], label)
}

#[cfg(test)]
mod tests {
    use crate::charts::falco::tests::said;

    #[test]
    fn services_lead_to_falco_s_pods_whatever_they_say() {
        assert_eq!(
            said("services: [{name: a, selector: {b: c}}]"),
            ["warning: `services[0].selector` has no effect"]
        );
    }

    #[test]
    fn the_label_by_which_the_monitor_finds_the_metrics_is_the_chart_s() {
        let label =
            |label| format!("metrics: {{enabled: true, service: {{labels: {{type: {label}}}}}}}");
        assert_eq!(
            said(&label("a")),
            ["warning: `metrics.service.labels.type` has no effect"]
        );
        assert_eq!(said(&label("falco-metrics")), [""; 0]);
    }
}
