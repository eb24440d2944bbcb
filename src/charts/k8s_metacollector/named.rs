//! Named templates of the chart that values may include (chart file templates/_helpers.tpl).

use super::{CHART, derive};
use crate::charts::image::image;
use crate::charts::text::join;
use crate::charts::{Named, labels, names};
use crate::diagnostic::Diagnostics;
use crate::yaml::Node;

/// What the template of that name prints: a text, or a map that it prints as YAML. Nothing if the chart has none of
/// that name.
#[must_use]
pub fn named(name: &str, context: &Named<'_>) -> Option<Node> {
    let (values, release) = (context.values, context.release);
    let fullname = || names::fullname(values, release, context.chart);
    // What is wrong with the values has been said where the manifests are made of them.
    let mut said = Diagnostics::default();
    Some(match name.strip_prefix("k8s-metacollector.")? {
        "name" => names::name(values, context.chart),
        "fullname" => fullname(),
        "chart" => labels::chart(&CHART),
        "namespace" => names::namespace(values, release),
        "labels" => derive::labels(values, release),
        "selectorLabels" => labels::selector(values, release, &CHART),
        "image" => {
            let image = image(values, &["image"], &CHART, &mut said);
            join([&Node::constant("\""), &image, &Node::constant("\"")])
        }
        "serviceAccountName" => names::service_account(values, &fullname()),
        _ => return None,
    })
}
