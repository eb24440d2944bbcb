//! Certificates of Falco's webserver, and of Falco as a client (chart files templates/certs-secret.yaml,
//! client-certs-secret.yaml and pod-template.tpl).

use crate::charts::text::{base64, join, text};
use crate::checks::values::value_without_effect;
use crate::diagnostic::Diagnostics;
use crate::release::Release;
use crate::yaml::Node;

/// A Secret with certificates: what it holds if the chart makes it, and its name if pods mount it.
struct Certificates {
    data: Node,
    mounted: Node,
}

/// What the templates see of certificates: `server` and `client`, each with `data` (null if the chart makes no Secret)
/// and `mounted`, the name of the Secret that pods mount (null if there is none).
pub fn certificates(values: &Node, fullname: &Node) -> Node {
    let null = Node::null();
    let certs = values.get("certs").unwrap_or(&null);
    let server = server(certs, fullname);
    let client = client(certs, fullname);
    let shown = |of: Certificates| Node::map([("data", of.data), ("mounted", of.mounted)]);
    Node::map([("server", shown(server)), ("client", shown(client))])
}

fn server(certs: &Node, fullname: &Node) -> Certificates {
    let data = pair(certs, "server").map(|[key, certificate, authority]| {
        Node::map([
            ("server.key", base64([key])),
            ("server.crt", base64([certificate])),
            ("falco.pem", base64([key, certificate])),
            ("ca.crt", base64([authority])),
        ])
    });
    let own = join([fullname, &Node::constant("-certs")]);
    made_or_named(data, own, certs.get("existingSecret"))
}

fn client(certs: &Node, fullname: &Node) -> Certificates {
    let data = pair(certs, "client").map(|[key, certificate, authority]| {
        Node::map([
            ("client.key", base64([key])),
            ("client.crt", base64([certificate])),
            ("falcoclient.pem", base64([key, certificate])),
            ("ca.crt", base64([authority])),
            ("ca.pem", base64([authority])),
        ])
    });
    let own = join([fullname, &Node::constant("-client-certs")]);
    made_or_named(data, own, certs.get("existingClientSecret"))
}

/// Warns of client certificates that pods cannot mount: the chart puts their Secret into the namespace of the release,
/// and everything else into `namespaceOverride`.
pub fn check_namespace(
    values: &Node,
    namespace: &Node,
    release: &Release,
    diagnostics: &mut Diagnostics,
) {
    let named = values.at(&["certs", "existingClientSecret"]);
    let makes = pair(values.get("certs").unwrap_or(&Node::null()), "client").is_some();
    if makes && !named.is_some_and(Node::is_true) && *namespace != release.namespace {
        diagnostics.push(value_without_effect::client_certificates(namespace));
    }
}

/// Warns of each key and certificate of which no Secret is made, for want of others.
pub fn check_complete(values: &Node, diagnostics: &mut Diagnostics) {
    let null = Node::null();
    let certs = values.get("certs").unwrap_or(&null);
    let is_given = |path: &[&str]| certs.at(path).is_some_and(Node::is_true);
    for side in ["server", "client"] {
        let parts = [[side, "key"], [side, "crt"], ["ca", "crt"]];
        let missing = parts.iter().find(|path| !is_given(*path));
        for path in &parts[..2] {
            let given = certs.at(path).filter(|given| given.is_true());
            if let (Some(given), Some(missing)) = (given, missing) {
                diagnostics.push(value_without_effect::incomplete_certificates(
                    &path.join("."),
                    given,
                    &missing.join("."),
                ));
            }
        }
    }
}

/// Pods mount the Secret that is named, or else the one that is made.
fn made_or_named(data: Option<Node>, own: Node, named: Option<&Node>) -> Certificates {
    let mounted = match named.filter(|named| named.is_true()) {
        Some(named) => text(named),
        None if data.is_some() => own,
        None => Node::null(),
    };
    Certificates {
        data: data.unwrap_or_else(Node::null),
        mounted,
    }
}

/// Key and certificate of one side, and the certificate of the authority, if all three are given.
fn pair<'a>(certs: &'a Node, side: &str) -> Option<[&'a Node; 3]> {
    let given = |path: [&str; 2]| certs.at(&path).filter(|text| text.is_true());
    Some([
        given([side, "key"])?,
        given([side, "crt"])?,
        given(["ca", "crt"])?,
    ])
}

#[cfg(test)]
mod tests {
    use crate::charts::falco::tests::said;

    #[test]
    fn a_key_alone_makes_no_secret() {
        assert_eq!(
            said("certs: {server: {key: a, crt: b}, client: {key: c}}"),
            [
                "warning: `certs.server.key` has no effect",
                "warning: `certs.server.crt` has no effect",
                "warning: `certs.client.key` has no effect",
            ]
        );
        assert_eq!(
            said("certs: {server: {key: a, crt: b}, ca: {crt: c}}"),
            [""; 0]
        );
    }
}
