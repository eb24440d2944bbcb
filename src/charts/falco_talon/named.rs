//! Named templates of the chart that values may include (chart file templates/_helpers.tpl).

use super::{CHART, ingress, labels};
use crate::charts::{Named, labels as shared_labels, names};
use crate::yaml::Node;

/// What the template of that name prints: a text, or a map that it prints as YAML. Nothing if the chart has none of
/// that name.
pub fn named(name: &str, context: &Named<'_>) -> Option<Node> {
    let (values, release) = (context.values, context.release);
    let boolean = |value: bool| Node::constant(value.to_string());
    let api_version = ingress::api_version(context.capabilities);
    Some(match name {
        "falco-talon.name" => names::name(values, CHART.name),
        "falco-talon.chart" => shared_labels::chart(&CHART),
        "falco-talon.labels" => labels::common(values, release),
        "falco-talon.selectorLabels" => shared_labels::selector(values, release, &CHART),
        "falco-talon.ingress.apiVersion" => Node::constant(api_version),
        "falco-talon.ingress.isStable" => boolean(api_version == "networking.k8s.io/v1"),
        "falco-talon.ingress.supportsPathType" => {
            boolean(ingress::supports_path_type(context.capabilities))
        }
        _ => return None,
    })
}
