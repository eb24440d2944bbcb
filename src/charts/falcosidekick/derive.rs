//! What the chart's templates see.

use super::webui::{Shared, webui};
use super::{CHART, alerts, dashboards, redis};
use crate::charts::{Derivation, labels, names};
use crate::diagnostic::Diagnostics;
use crate::yaml::Node;

/// Everything that the templates may name.
pub fn derive(input: &Derivation<'_>, diagnostics: &mut Diagnostics) -> Node {
    let (values, release) = (input.values, input.release);
    let fullname = names::fullname(values, release, CHART.name);
    let name = names::name(values, CHART.name);
    let common = labels::common(values, release, &CHART).with(&["app.kubernetes.io/part-of"], name);
    let component =
        |labels: &Node| labels.with(&["app.kubernetes.io/component"], Node::constant("core"));
    let selector = labels::selector(values, release, &CHART);
    let shared = Shared {
        fullname: &fullname,
        labels: &common,
        selector: &selector,
    };
    let alerts = alerts::alerts(values, &shared, diagnostics);
    let redis = redis::redis(input, &shared, diagnostics);
    let webui = webui(input, &shared, diagnostics);
    let selector = component(&selector);
    let own = component(&common);
    Node::map([
        ("release", release.as_node()),
        ("chart", Node::map([("name", Node::constant(CHART.name))])),
        ("alerts", alerts),
        ("dashboards", dashboards::dashboards(values, &common)),
        ("redis", redis),
        ("webui", webui),
        ("labels", own.merged(values.get("customLabels"))),
        ("own_labels", own),
        ("common_labels", common),
        ("selector_labels", selector),
        (
            "service_annotations",
            annotations(values, &["service", "annotations"]),
        ),
        ("fullname", fullname),
        ("values", values.clone()),
    ])
}

/// The annotations of all objects, with those at `path` behind them.
fn annotations(values: &Node, path: &[&str]) -> Node {
    let all = values.get("customAnnotations");
    Node::map::<&str>([]).merged(all).merged(values.at(path))
}
