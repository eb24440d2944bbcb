//! Named templates of the chart that values may include (chart file templates/_helpers.tpl).

use super::{CHART, derive};
use crate::charts::{CHARTS, Named, ingress, labels, names};
use crate::yaml::Node;

/// What the template of that name prints: a text, or a map that it prints as YAML. Nothing if the chart has none of
/// that name.
pub fn named(name: &str, context: &Named<'_>) -> Option<Node> {
    let (values, release) = (context.values, context.release);
    let mut charts = CHARTS.iter().copied();
    let given = charts.find(|chart| chart.name == context.chart);
    let chart = given.unwrap_or(&CHART);
    let capabilities = context.capabilities;
    let boolean = |value: bool| Node::constant(value.to_string());
    Some(match name.strip_prefix("falcosidekick.")? {
        "name" => names::name(values, chart.name),
        "fullname" => names::fullname(values, release, chart.name),
        "chart" => labels::chart(chart),
        "labels" => derive::labels(values, release, chart),
        "selectorLabels" => labels::selector(values, release, chart),
        "ingress.apiVersion" => Node::constant(ingress::api_version(capabilities)),
        "ingress.isStable" => boolean(ingress::is_stable(capabilities)),
        "ingress.supportsPathType" => boolean(ingress::has_path_types(capabilities)),
        _ => return None,
    })
}
