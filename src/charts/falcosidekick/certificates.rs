//! Certificates of Falcosidekick's own server (chart files templates/certs-secret.yaml and deployment.yaml).

use crate::charts::text::{base64, join, text};
use crate::yaml::Node;

/// What the templates see of certificates: `data`, null if the chart makes no Secret, and `mounted`, the name of the
/// Secret that pods mount, null if there is none.
pub fn certificates(values: &Node, fullname: &Node) -> Node {
    let given = |key| {
        let value = values.at(&["config", "tlsserver", key]);
        value.filter(|value| value.is_true())
    };
    let parts = [given("serverkey"), given("servercrt"), given("cacrt")];
    let mounted = match given("existingSecret") {
        Some(secret) => text(secret),
        // As the chart does, even if something is missing for the Secret.
        None if parts.iter().any(Option::is_some) => join([fullname, &Node::constant("-certs")]),
        None => Node::null(),
    };
    let mounted = match given("deploy") {
        Some(_) => mounted,
        None => Node::null(),
    };
    Node::map([("data", data(parts)), ("mounted", mounted)])
}

/// What the Secret holds, if key, certificate and authority are given.
fn data(parts: [Option<&Node>; 3]) -> Node {
    let [Some(key), Some(certificate), Some(authority)] = parts else {
        return Node::null();
    };
    Node::map([
        ("server.key", base64([key])),
        ("server.crt", base64([certificate])),
        ("falcosidekick.pem", base64([key, certificate])),
        ("ca.crt", base64([authority])),
        ("ca.pem", base64([authority])),
    ])
}
