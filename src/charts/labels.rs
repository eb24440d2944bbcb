//! Labels that all charts give their objects in the same way, as `helm create` lays them out.

use super::names;
use super::Chart;
use crate::release::Release;
use crate::yaml::Node;

/// The labels by which a chart finds its own pods.
pub fn selector(values: &Node, release: &Release, chart: &Chart) -> Node {
    Node::map([
        ("app.kubernetes.io/name", names::name(values, chart.name)),
        ("app.kubernetes.io/instance", release.name.clone()),
    ])
}

/// The labels of every object.
pub fn common(values: &Node, release: &Release, chart: &Chart) -> Node {
    let version = format!("{}-{}", chart.name, chart.version);
    Node::map([("helm.sh/chart", Node::constant(version))])
        .merged(Some(&selector(values, release, chart)))
        .merged(Some(&Node::map([
            ("app.kubernetes.io/version", Node::constant(chart.app_version)),
            ("app.kubernetes.io/managed-by", Node::constant("Helm")),
        ])))
}
