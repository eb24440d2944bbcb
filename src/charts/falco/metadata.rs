//! The k8smeta plugin, which tells Falco of Kubernetes objects that the k8s-metacollector gathers (chart file
//! templates/_helpers.tpl).

use super::driver::Driver;
use super::plugins::{self, Plugin};
use crate::charts::names;
use crate::charts::text::join;
use crate::diagnostic::Diagnostics;
use crate::release::Release;
use crate::values::needed;
use crate::yaml::{Kind, Node, Number, resolve};

/// The chart that the plugin gets its data from.
const METACOLLECTOR: &str = "k8s-metacollector";

/// The values with the k8smeta plugin in falco.yaml and among the artifacts that falcoctl installs, if the values ask
/// for it and a driver makes the events that it enriches.
pub fn configured(
    values: &Node,
    driver: Option<&Driver<'_>>,
    release: &Release,
    diagnostics: &mut Diagnostics,
) -> Node {
    let collector = values.at(&["collectors", "kubernetes"]);
    let is_on = |collector: &&Node| collector.get("enabled").is_some_and(Node::is_true);
    let Some(collector) = collector.filter(is_on).filter(|_| driver.is_some()) else {
        return values.clone();
    };
    plugins::check_settings(
        values,
        "k8smeta",
        &["collectors", "kubernetes"],
        &[
            "collectorHostname",
            "collectorPort",
            "verbosity",
            "hostProc",
        ],
        diagnostics,
    );
    let setting = |key| collector.get(key).cloned().unwrap_or_else(Node::null);
    let plugin = Plugin {
        name: "k8smeta",
        library: "libk8smeta.so",
        configuration: Node::map([
            ("collectorPort", port(values, collector)),
            ("collectorHostname", host(values, collector, release)),
            ("nodeName", Node::constant("${FALCO_K8S_NODE_NAME}")),
            ("verbosity", setting("verbosity")),
            ("hostProc", setting("hostProc")),
        ]),
        artifact: needed(
            values,
            &["collectors", "kubernetes", "pluginRef"],
            diagnostics,
        )
        .clone(),
    };
    plugins::with_plugin(values, plugin)
}

/// The host of the metacollector: the one that is named, or its Service.
fn host(values: &Node, collector: &Node, release: &Release) -> Node {
    let named = collector.get("collectorHostname");
    if let Some(named) = named.filter(|named| named.is_true()) {
        return named.clone();
    }
    let null = Node::null();
    let metacollector = values.get(METACOLLECTOR).unwrap_or(&null);
    join([
        &names::fullname(metacollector, release, METACOLLECTOR),
        &Node::constant("."),
        &names::namespace(metacollector, release),
        &Node::constant(".svc"),
    ])
}

/// The port of the metacollector: the one that is given, or that of its Service.
fn port(values: &Node, collector: &Node) -> Node {
    let given = collector.get("collectorPort").filter(|port| port.is_true());
    let of_service = [METACOLLECTOR, "service", "ports", "broker-grpc", "port"];
    let Some(port) = given.or_else(|| values.at(&of_service)) else {
        return Node::null();
    };
    match port.as_text().map(resolve) {
        Some(number @ Kind::Number(Number::Integer(_))) => Node::new(number, port.origin.clone()),
        _ => port.clone(),
    }
}
