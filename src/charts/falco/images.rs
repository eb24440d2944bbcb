//! Images of the chart's containers (chart file templates/_helpers.tpl).

use super::CHART;
use crate::charts::text::{join, text};
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::Node;

/// The images of Falco, of the loader of its driver, and of falcoctl.
pub fn images(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    Node::map([
        ("falco", falco(values, diagnostics)),
        ("driver_loader", driver_loader(values, diagnostics)),
        ("falcoctl", falcoctl(values, diagnostics)),
    ])
}

/// The image of Falco.
pub fn falco(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    image(values, &["image"], diagnostics)
}

/// The image of the loader of Falco's driver.
pub fn driver_loader(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let section = ["driver", "loader", "initContainer", "image"];
    image(values, &section, diagnostics)
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

/// The image of falcoctl: `REGISTRY/REPOSITORY:TAG`.
pub fn falcoctl(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let mut part = |key| text(needed(values, &["falcoctl", "image", key], diagnostics));
    let (registry, repository, tag) = (part("registry"), part("repository"), part("tag"));
    let (slash, colon) = (Node::constant("/"), Node::constant(":"));
    join([&registry, &slash, &repository, &colon, &tag])
}
