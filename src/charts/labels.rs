//! Labels that all charts give their objects in the same way, as `helm create` lays them out.

use super::Chart;
use super::names;
use crate::release::Release;
use crate::yaml::Node;

/// The labels by which a chart finds its own pods.
pub fn selector(values: &Node, release: &Release, chart: &Chart) -> Node {
    Node::map([
        ("app.kubernetes.io/name", names::name(values, chart.name)),
        ("app.kubernetes.io/instance", release.name.clone()),
    ])
}

/// The chart and its version, as a label names them.
pub fn chart(chart: &Chart) -> Node {
    Node::constant(format!("{}-{}", chart.name, chart.version))
}

/// The labels of every object.
pub fn common(values: &Node, release: &Release, chart: &Chart) -> Node {
    Node::map([("helm.sh/chart", self::chart(chart))])
        .merged(Some(&selector(values, release, chart)))
        .merged(Some(&Node::map([
            (
                "app.kubernetes.io/version",
                Node::constant(chart.app_version),
            ),
            ("app.kubernetes.io/managed-by", Node::constant("Helm")),
        ])))
}
