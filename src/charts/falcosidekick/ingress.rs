//! An Ingress, whose form depends on the version of Kubernetes (chart files templates/_helpers.tpl, ingress.yaml and
//! ingress-ui.yaml).

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
    let is_from = |version| capabilities.kube_version.is_none_or(|own| own >= version);
    let api_version = match is_from(V1) {
        true => "networking.k8s.io/v1",
        false => "networking.k8s.io/v1beta1",
    };
    let backend = backend(service, is_from(V1));
    let hosts = items(section, "hosts");
    let rules = hosts.map(|host| rule(host, &backend, is_from(PATH_TYPES)));
    Node::map([
        ("api_version", Node::constant(api_version)),
        ("rules", list(rules)),
        ("tls", list(items(section, "tls").map(tls))),
    ])
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
    match items.is_empty() {
        true => Node::null(),
        false => Node::list(items),
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
        let kind = match has_path_types {
            true => kind.map_or_else(|| Node::constant("ImplementationSpecific"), text),
            false => Node::null(),
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
