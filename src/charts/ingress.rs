//! An Ingress, whose form depends on the version of Kubernetes, as `helm create` lays it out.

use crate::capabilities::{Capabilities, KubeVersion};
use crate::charts::text::text;
use crate::yaml::Node;

/// The versions of Kubernetes that brought `networking.k8s.io/v1` and types of paths.
const V1: KubeVersion = KubeVersion {
    major: 1,
    minor: 19,
};
const PATH_TYPES: KubeVersion = KubeVersion {
    major: 1,
    minor: 18,
};

/// What the templates see of the Ingress that a section of the values describes: `api_version`, `rules` and `tls`. Its
/// paths lead to the port `http` of `service`.
pub fn ingress(section: Option<&Node>, service: &Node, capabilities: &Capabilities) -> Node {
    let backend = backend(service, is_stable(capabilities));
    let hosts = items(section, "hosts");
    let rules = hosts.map(|host| rule(host, &backend, has_path_types(capabilities)));
    Node::map([
        ("api_version", Node::constant(api_version(capabilities))),
        ("rules", list(rules)),
        ("tls", list(items(section, "tls").map(tls))),
    ])
}

/// The API version of an Ingress.
pub fn api_version(capabilities: &Capabilities) -> &'static str {
    if is_stable(capabilities) {
        "networking.k8s.io/v1"
    } else {
        "networking.k8s.io/v1beta1"
    }
}

/// Whether that is the final one.
pub fn is_stable(capabilities: &Capabilities) -> bool {
    is_from(V1, capabilities)
}

/// Whether paths have types there.
pub fn has_path_types(capabilities: &Capabilities) -> bool {
    is_from(PATH_TYPES, capabilities)
}

/// Whether the cluster has that version, or a later one, or nobody knows.
fn is_from(version: KubeVersion, capabilities: &Capabilities) -> bool {
    let own = capabilities.kube_version;
    own.is_none_or(|own| own >= version)
}

fn items<'a>(section: Option<&'a Node>, key: &str) -> impl Iterator<Item = &'a Node> + use<'a> {
    let items = section.and_then(|section| section.get(key)?.as_list());
    items.unwrap_or_default().iter()
}

fn part(of: &Node, key: &str) -> Node {
    of.get(key).cloned().unwrap_or_else(Node::null)
}

/// A list, or null if it is empty.
fn list(items: impl Iterator<Item = Node>) -> Node {
    let items: Vec<_> = items.collect();
    if items.is_empty() {
        Node::null()
    } else {
        Node::list(items)
    }
}

/// Where a path leads.
fn backend(service: &Node, is_v1: bool) -> Node {
    let port = Node::constant("http");
    if is_v1 {
        let port = Node::map([("name", port)]);
        let service = Node::map([("name", service.clone()), ("port", port)]);
        Node::map([("service", service)])
    } else {
        Node::map([("serviceName", service.clone()), ("servicePort", port)])
    }
}

/// A host and its paths.
fn rule(host: &Node, backend: &Node, has_path_types: bool) -> Node {
    let paths = items(Some(host), "paths").map(|path| {
        let kind = path.get("pathType").filter(|kind| kind.is_true());
        let kind = if has_path_types {
            kind.map_or_else(|| Node::constant("ImplementationSpecific"), text)
        } else {
            Node::null()
        };
        Node::map([
            ("path", part(path, "path")),
            ("pathType", kind),
            ("backend", backend.clone()),
        ])
    });
    let http = Node::map([("paths", list(paths))]);
    Node::map([("host", part(host, "host")), ("http", http)])
}

/// A certificate and the hosts that it is for.
fn tls(of: &Node) -> Node {
    let hosts = list(items(Some(of), "hosts").map(text));
    Node::map([("hosts", hosts), ("secretName", part(of, "secretName"))])
}
