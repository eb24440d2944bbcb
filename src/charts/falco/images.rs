//! Images of the chart's containers (chart file templates/_helpers.tpl).

use super::CHART;
use super::driver::Driver;
use crate::charts::image::image;
use crate::charts::text::{join, text};
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::Node;

/// The images of Falco, of the loader of its driver, and of falcoctl; null where nothing runs it.
pub fn images(values: &Node, driver: Option<&Driver<'_>>, diagnostics: &mut Diagnostics) -> Node {
    let is_on = |container| {
        let enabled = values.at(&["falcoctl", "artifact", container, "enabled"]);
        enabled.is_some_and(Node::is_true)
    };
    let mut image = |is_used: bool, image: fn(&Node, &mut Diagnostics) -> Node| {
        if is_used {
            image(values, diagnostics)
        } else {
            Node::null()
        }
    };
    let has_loader = driver.is_some_and(Driver::has_loader);
    Node::map([
        ("falco", image(true, falco)),
        ("driver_loader", image(has_loader, driver_loader)),
        (
            "falcoctl",
            image(is_on("install") || is_on("follow"), falcoctl),
        ),
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

#[cfg(test)]
mod tests {
    use crate::charts::falco::tests::said;

    #[test]
    fn only_an_image_that_runs_needs_a_name() {
        let values = |kind, on| {
            format!(
                "{{driver: {{kind: {kind}, loader: {{initContainer: {{image: {{repository: null}}}}}}}}, \
                 falcoctl: {{image: {{tag: null}}, artifact: {{install: {{enabled: {on}}}, follow: {{enabled: {on}}}}}}}}}"
            )
        };
        assert_eq!(
            said(&values("kmod", true)),
            [
                "error: `driver.loader.initContainer.image.repository` is null, and the chart needs it",
                "error: `falcoctl.image.tag` is null, and the chart needs it",
            ]
        );
        assert_eq!(said(&values("modern_ebpf", false)), [""; 0]);
    }
}
