//! The Ingress (chart file templates/ingress.yaml), whose form depends on the version of Kubernetes.

use crate::capabilities::{Capabilities, KubeVersion};
use crate::charts::text::text;
use crate::yaml::Node;

/// The first version whose paths have a `pathType`.
const WITH_PATH_TYPE: KubeVersion = KubeVersion {
    major: 1,
    minor: 18,
};

/// The first version with `networking.k8s.io/v1`.
const STABLE: KubeVersion = KubeVersion {
    major: 1,
    minor: 19,
};

/// The API version of the Ingress: the newest that the cluster has. A version that is not known is a new one.
pub fn api_version(capabilities: &Capabilities) -> &'static str {
    if has(capabilities, STABLE) {
        "networking.k8s.io/v1"
    } else {
        "networking.k8s.io/v1beta1"
    }
}

/// Whether paths have a `pathType`.
pub fn supports_path_type(capabilities: &Capabilities) -> bool {
    has(capabilities, WITH_PATH_TYPE)
}

fn has(capabilities: &Capabilities, since: KubeVersion) -> bool {
    capabilities
        .kube_version
        .is_none_or(|version| version >= since)
}

/// What the templates see of the Ingress: `api_version`, `tls` and `rules`.
pub fn ingress(values: &Node, name: &Node, capabilities: &Capabilities) -> Node {
    let items = |key| {
        let list = values.at(&["ingress", key]).and_then(Node::as_list);
        list.unwrap_or_default().iter()
    };
    let rules = items("hosts").map(|host| rule(host, name, capabilities));
    Node::map([
        ("api_version", Node::constant(api_version(capabilities))),
        ("tls", list_or_null(items("tls").map(certificate))),
        ("rules", list_or_null(rules)),
    ])
}

/// A certificate and the hosts that it is for.
fn certificate(given: &Node) -> Node {
    let hosts = given.get("hosts").and_then(Node::as_list);
    let hosts = hosts.unwrap_or_default().iter().map(text);
    Node::map([
        ("hosts", list_or_null(hosts)),
        ("secretName", field(given, "secretName")),
    ])
}

fn rule(host: &Node, name: &Node, capabilities: &Capabilities) -> Node {
    let paths = host.get("paths").and_then(Node::as_list);
    let paths = paths.unwrap_or_default().iter();
    let paths = paths.map(|given| path(given, name, capabilities));
    Node::map([
        ("host", host.get("host").map_or_else(Node::null, text)),
        ("http", Node::map([("paths", list_or_null(paths))])),
    ])
}

fn path(given: &Node, name: &Node, capabilities: &Capabilities) -> Node {
    let path_type = match given.get("pathType").filter(|given| given.is_true()) {
        _ if !supports_path_type(capabilities) => Node::null(),
        Some(given) => given.clone(),
        None => Node::constant("ImplementationSpecific"),
    };
    Node::map([
        ("path", field(given, "path")),
        ("pathType", path_type),
        ("backend", backend(name, capabilities)),
    ])
}

/// The Service behind a path.
fn backend(name: &Node, capabilities: &Capabilities) -> Node {
    let port = Node::constant("http");
    if !has(capabilities, STABLE) {
        return Node::map([("serviceName", name.clone()), ("servicePort", port)]);
    }
    let service = Node::map([
        ("name", name.clone()),
        ("port", Node::map([("name", port)])),
    ]);
    Node::map([("service", service)])
}

fn field(map: &Node, key: &str) -> Node {
    map.get(key).cloned().unwrap_or_else(Node::null)
}

/// A list; null if it has no items, as the chart prints one.
fn list_or_null(items: impl Iterator<Item = Node>) -> Node {
    let list = Node::list(items);
    if list.is_true() { list } else { Node::null() }
}
