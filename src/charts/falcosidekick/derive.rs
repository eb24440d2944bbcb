//! What the chart's templates see.

use super::webui::{Shared, webui};
use super::{CHART, alerts, certificates, dashboards, monitor, pods, redis, secret, unread};
use crate::charts::text::{join, text};
use crate::charts::{Chart, Derivation, ingress, labels, names};
use crate::diagnostic::Diagnostics;
use crate::release::Release;
use crate::values::needed;
use crate::yaml::Node;

/// Everything that the templates may name.
pub fn derive(input: &Derivation<'_>, diagnostics: &mut Diagnostics) -> Node {
    let (values, release) = (input.values, input.release);
    unread::check(values, diagnostics);
    certificates::check(values, diagnostics);
    let fullname = names::fullname(values, release, CHART.name);
    let name = names::name(values, CHART.name);
    let common = self::labels(values, release, &CHART);
    let component = |labels: &Node| {
        let core = Node::constant("core");
        labels.with(&["app.kubernetes.io/component"], core)
    };
    let selector = labels::selector(values, release, &CHART);
    let shared = Shared {
        fullname: &fullname,
        labels: &common,
        selector: &selector,
    };
    let own = component(&common);
    let labels = own.merged(values.get("customLabels"));
    let secret = secret::data(values, &fullname, diagnostics);
    let port = needed(values, &["service", "port"], diagnostics);
    let monitor = monitor::monitor(values, &own, input.capabilities, diagnostics);
    Node::map([
        ("release", release.as_node()),
        ("chart", Node::map([("name", Node::constant(CHART.name))])),
        ("alerts", alerts::alerts(values, &shared, diagnostics)),
        ("dashboards", dashboards::dashboards(values, &common)),
        ("redis", redis::redis(input, &shared, diagnostics)),
        ("webui", webui(input, &shared, diagnostics)),
        ("image", pods::image(values, &["image"], diagnostics)),
        ("identity", pods::identity(values)),
        ("pod_labels", pods::labels(values, &own, &fullname)),
        ("pod_annotations", pods::annotations(values, &secret)),
        ("account", pods::account(values, &labels)),
        ("trace_environment", trace_environment(values)),
        (
            "certificates",
            certificates::certificates(values, &fullname),
        ),
        (
            "service_annotations",
            annotations(values, &["service", "annotations"]),
        ),
        (
            "ingress_annotations",
            annotations(values, &["ingress", "annotations"]),
        ),
        (
            "ingress",
            ingress::ingress(values.get("ingress"), &fullname, input.capabilities),
        ),
        ("monitor", monitor),
        (
            "ping",
            join([
                &fullname,
                &Node::constant(":"),
                &text(port),
                &Node::constant("/ping"),
            ]),
        ),
        ("test_labels", test_labels(input, &name)),
        ("selector_labels", component(&selector)),
        ("labels", labels),
        ("own_labels", own),
        ("common_labels", common),
        ("secret", secret),
        ("fullname", fullname),
        ("values", values.clone()),
    ])
}

/// The labels of every object, without its component.
pub fn labels(values: &Node, release: &Release, chart: &Chart) -> Node {
    let name = names::name(values, chart.name);
    labels::common(values, release, chart).with(&["app.kubernetes.io/part-of"], name)
}

/// The annotations of all objects, with those at `path` behind them.
fn annotations(values: &Node, path: &[&str]) -> Node {
    let all = values.get("customAnnotations");
    Node::map::<&str>([]).merged(all).merged(values.at(path))
}

/// The variables of the library that sends traces.
fn trace_environment(values: &Node) -> Node {
    let given = values.at(&["config", "otlp", "traces", "extraenvvars"]);
    given.map_or_else(|| Node::list([]), secret::environment)
}

/// The labels of the pod of `helm test`.
fn test_labels(input: &Derivation<'_>, name: &Node) -> Node {
    Node::map([
        ("app.kubernetes.io/name", name.clone()),
        ("helm.sh/chart", labels::chart(&CHART)),
        ("app.kubernetes.io/instance", input.release.name.clone()),
        ("app.kubernetes.io/managed-by", Node::constant("Helm")),
    ])
}
