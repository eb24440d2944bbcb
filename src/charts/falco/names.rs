//! Images of the chart's containers (chart file templates/_helpers.tpl).

use super::CHART;
use crate::charts::text::{join, text};
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::Node;

/// The images of Falco, of the loader of its driver, and of falcoctl.
pub fn images(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let loader = ["driver", "loader", "initContainer", "image"];
    Node::map([
        ("falco", image(values, &["image"], diagnostics)),
        ("driver_loader", image(values, &loader, diagnostics)),
        ("falcoctl", falcoctl(values, diagnostics)),
    ])
}

/// An image whose tag is Falco's version unless one is given: `[REGISTRY/]REPOSITORY:TAG`.
fn image(values: &Node, section: &[&str], diagnostics: &mut Diagnostics) -> Node {
    let path = |key| [section, &[key]].concat();
    let given = |key| values.at(&path(key)).filter(|part| part.is_true());
    let repository = text(needed(values, &path("repository"), diagnostics));
    let registry = match given("registry") {
        Some(registry) => join([&text(registry), &Node::constant("/")]),
        None => Node::constant(""),
    };
    let tag = given("tag").map_or_else(|| Node::constant(CHART.app_version), text);
    join([&registry, &repository, &Node::constant(":"), &tag])
}

fn falcoctl(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let mut part = |key| text(needed(values, &["falcoctl", "image", key], diagnostics));
    let (registry, repository, tag) = (part("registry"), part("repository"), part("tag"));
    let (slash, colon) = (Node::constant("/"), Node::constant(":"));
    join([&registry, &slash, &repository, &colon, &tag])
}
