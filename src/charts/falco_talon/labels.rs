//! Labels of the objects (chart file templates/_helpers.tpl).

use super::CHART;
use crate::charts::{image, labels};
use crate::release::Release;
use crate::yaml::Node;

/// The labels of most objects. The release stands where other charts say that Helm manages them.
pub fn common(values: &Node, release: &Release) -> Node {
    let selector = labels::selector(values, release, &CHART);
    let name = selector.get("app.kubernetes.io/name");
    Node::map([
        ("helm.sh/chart", labels::chart(&CHART)),
        (
            "app.kubernetes.io/part-of",
            name.cloned().unwrap_or_else(Node::null),
        ),
        ("app.kubernetes.io/managed-by", release.name.clone()),
    ])
    .merged(Some(&selector))
    .merged(Some(&Node::map([(
        "app.kubernetes.io/version",
        image::tag(values, &["image"], &CHART),
    )])))
}

/// The labels of the `ClusterRole` and its binding.
pub fn of_role(values: &Node, release: &Release) -> Node {
    Node::map([
        ("helm.sh/chart", labels::chart(&CHART)),
        ("app.kubernetes.io/managed-by", Node::constant("Helm")),
    ])
    .merged(Some(&labels::selector(values, release, &CHART)))
}
