//! What the chart's templates see.

use super::{CHART, dashboard, monitor, ports};
use crate::charts::image::image;
use crate::charts::{Derivation, labels, names};
use crate::diagnostic::Diagnostics;
use crate::release::Release;
use crate::yaml::Node;

/// Everything that the templates may name.
pub fn derive(input: &Derivation<'_>, diagnostics: &mut Diagnostics) -> Node {
    let (values, release) = (input.values, input.release);
    let fullname = names::fullname(values, release, CHART.name);
    let namespace = names::namespace(values, release);
    let labels = labels(values, release);
    let selector = labels::selector(values, release, &CHART);
    Node::map([
        ("release", release.as_node()),
        ("chart", Node::map([("name", Node::constant(CHART.name))])),
        ("service_account", names::service_account(values, &fullname)),
        ("image", image(values, &["image"], &CHART, diagnostics)),
        ("pod_labels", selector.merged(values.get("podLabels"))),
        ("service_ports", ports::service(values)),
        ("container_ports", ports::container(values)),
        (
            "monitor",
            monitor::monitor(input, &namespace, &labels, diagnostics),
        ),
        ("dashboard", dashboard::dashboard(values)),
        ("labels", labels),
        ("selector_labels", selector),
        ("fullname", fullname),
        ("namespace", namespace),
        ("values", values.clone()),
    ])
}

/// The labels of every object.
pub fn labels(values: &Node, release: &Release) -> Node {
    let component = Node::constant("metadata-collector");
    labels::common(values, release, &CHART).with(&["app.kubernetes.io/component"], component)
}
