//! The image of Falco Talon (chart file templates/deployment.yaml).

use super::CHART;
use crate::charts::text::{join, text};
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::Node;

/// The image: `[REGISTRY/]REPOSITORY:TAG`.
pub fn image(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let repository = text(needed(values, &["image", "repository"], diagnostics));
    let registry = values.at(&["image", "registry"]);
    let registry = match registry.filter(|registry| registry.is_true()) {
        Some(registry) => join([&text(registry), &Node::constant("/")]),
        None => Node::constant(""),
    };
    let colon = Node::constant(":");
    join([&registry, &repository, &colon, &tag(values)])
}

/// The tag of the image, which is Falco Talon's version unless one is given.
pub fn tag(values: &Node) -> Node {
    let given = values.at(&["image", "tag"]).filter(|tag| tag.is_true());
    given.map_or_else(|| Node::constant(CHART.app_version), text)
}
