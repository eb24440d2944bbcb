//! Named templates of the chart that values may include (chart file templates/_helpers.tpl), and those of its
//! subcharts.

use super::driver::{self, Driver};
use super::{CHART, images, sidekick};
use crate::charts::{Named, labels, names};
use crate::diagnostic::Diagnostics;
use crate::yaml::Node;

/// What the template of that name prints: a text, or a map that it prints as YAML. Nothing if the chart has none of
/// that name.
pub fn named(name: &str, context: &Named<'_>) -> Option<Node> {
    let (values, release) = (context.values, context.release);
    let fullname = || names::fullname(values, release, CHART.name);
    // What is wrong with the values has been said where the manifests are made of them.
    let mut said = Diagnostics::default();
    Some(match name {
        "falco.name" => names::name(values, CHART.name),
        "falco.fullname" => fullname(),
        "falco.chart" => labels::chart(&CHART),
        "falco.namespace" => names::namespace(values, release),
        "falco.labels" => labels::common(values, release, &CHART),
        "falco.selectorLabels" => labels::selector(values, release, &CHART),
        "falco.serviceAccountName" => names::service_account(values, &fullname()),
        "falco.image" => images::falco(values, &mut said),
        "falco.driverLoader.image" => images::driver_loader(values, &mut said),
        "falcoctl.image" => images::falcoctl(values, &mut said),
        "rbac.apiVersion" => Node::constant("rbac.authorization.k8s.io/v1"),
        "falcosidekick.url" => sidekick::address(values, &fullname(), release),
        "driverLoader.enabled" => {
            let driver = driver::driver(values, &mut said);
            let enabled = driver.as_ref().is_some_and(Driver::has_loader);
            Node::constant(enabled.to_string())
        }
        _ => return of_subcharts(name, context),
    })
}

/// What the template of that name of a subchart prints.
fn of_subcharts(name: &str, context: &Named<'_>) -> Option<Node> {
    let mut subcharts = CHART.subcharts.iter();
    subcharts.find_map(|subchart| (subchart.chart.named)(name, context))
}
