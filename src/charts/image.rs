//! Images that charts put together of their parts in the same way.

use super::Chart;
use super::text::{join, text};
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::Node;

/// The image that a section of the values describes: `[REGISTRY/]REPOSITORY:TAG`. The tag is the version of the
/// chart's program unless one is given.
pub fn image(
    values: &Node,
    section: &[&str],
    chart: &Chart,
    diagnostics: &mut Diagnostics,
) -> Node {
    let path = |key| [section, &[key]].concat();
    let given = |key| values.at(&path(key)).filter(|part| part.is_true());
    let repository = text(needed(values, &path("repository"), diagnostics));
    let registry = match given("registry") {
        Some(registry) => join([&text(registry), &Node::constant("/")]),
        None => Node::constant(""),
    };
    let tag = tag(values, section, chart);
    join([&registry, &repository, &Node::constant(":"), &tag])
}

/// The tag of that image.
pub fn tag(values: &Node, section: &[&str], chart: &Chart) -> Node {
    let given = values.at(&[section, &["tag"]].concat());
    let given = given.filter(|tag| tag.is_true());
    given.map_or_else(|| Node::constant(chart.app_version), text)
}
