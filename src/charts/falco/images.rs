//! Images of the chart's containers (chart file templates/_helpers.tpl).

use super::CHART;
use crate::charts::image::image;
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
    image(values, &["image"], &CHART, diagnostics)
}

/// The image of the loader of Falco's driver.
pub fn driver_loader(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let section = ["driver", "loader", "initContainer", "image"];
    image(values, &section, &CHART, diagnostics)
}

/// The image of falcoctl: `REGISTRY/REPOSITORY:TAG`.
pub fn falcoctl(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let mut part = |key| text(needed(values, &["falcoctl", "image", key], diagnostics));
    let (registry, repository, tag) = (part("registry"), part("repository"), part("tag"));
    let (slash, colon) = (Node::constant("/"), Node::constant(":"));
    join([&registry, &slash, &repository, &colon, &tag])
}
