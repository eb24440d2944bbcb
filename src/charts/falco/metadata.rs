//! The k8smeta plugin, which tells Falco of Kubernetes objects that the k8s-metacollector gathers (chart file
//! templates/_helpers.tpl).

use super::driver::Driver;
use super::plugins::{self, Plugin};
use crate::charts::text::join;
use crate::charts::{Derivation, names};
use crate::checks::values::wrong_type;
use crate::diagnostic::Diagnostics;
use crate::release::Release;
use crate::source::Sources;
use crate::values::needed;
use crate::yaml::{Kind, Node, Number, Path, resolve};

/// The chart that the plugin gets its data from.
const METACOLLECTOR: &str = "k8s-metacollector";

/// The values with the k8smeta plugin in falco.yaml and among the artifacts that falcoctl installs, if the values ask
/// for it and a driver makes the events that it enriches.
pub fn configured(
    values: &Node,
    driver: Option<&Driver<'_>>,
    input: &Derivation<'_>,
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
            (
                "collectorPort",
                port(values, collector, input.sources, diagnostics),
            ),
            ("collectorHostname", host(values, collector, input.release)),
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
fn port(values: &Node, collector: &Node, sources: &Sources, diagnostics: &mut Diagnostics) -> Node {
    let given = collector.get("collectorPort").filter(|port| port.is_true());
    let Some(given) = given else {
        let of_service = [METACOLLECTOR, "service", "ports", "broker-grpc", "port"];
        let port = needed(values, &of_service, diagnostics);
        return whole_number(port).unwrap_or_else(|| port.clone());
    };
    whole_number(given).unwrap_or_else(|| {
        if given.as_text().is_some() {
            let path = Path::keys(["collectors", "kubernetes", "collectorPort"]);
            let refused = wrong_type::refused(&path, given, "a whole number", sources);
            diagnostics.push(refused);
        }
        given.clone()
    })
}

/// The whole number that a text is without its quotes.
fn whole_number(port: &Node) -> Option<Node> {
    match resolve(port.as_text()?) {
        number @ Kind::Number(Number::Integer(_)) => Some(Node::new(number, port.origin.clone())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::charts::falco::tests::said;

    #[test]
    fn a_port_that_is_no_whole_number_is_refused() {
        let with_port = |port: &str| {
            said(&format!(
                "collectors: {{kubernetes: {{enabled: true, collectorPort: {port}}}}}"
            ))
        };
        assert_eq!(
            with_port("grpc"),
            ["error: `collectors.kubernetes.collectorPort` is a text, expected a whole number"]
        );
        assert_eq!(with_port("\"45000\""), [""; 0]);
        assert_eq!(with_port("45000"), [""; 0]);
        assert_eq!(with_port("\"\""), [""; 0]);
    }

    #[test]
    fn the_port_of_the_metacollector_s_service_is_needed_unless_one_is_given() {
        let removed = "k8s-metacollector: {service: {ports: {broker-grpc: {port: null}}}}";
        let kubernetes = |setting: &str| {
            said(&format!(
                "{{collectors: {{kubernetes: {{enabled: true{setting}}}}}, {removed}}}"
            ))
        };
        assert_eq!(
            kubernetes(""),
            [
                "error: `k8s-metacollector.service.ports.broker-grpc.port` is null, and the chart needs it"
            ]
        );
        assert_eq!(kubernetes(", collectorPort: 45000"), [""; 0]);
    }
}
