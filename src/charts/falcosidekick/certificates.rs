//! Certificates of Falcosidekick's own server (chart files templates/certs-secret.yaml and deployment.yaml).

use crate::charts::text::{base64, join, text};
use crate::checks::values::value_without_effect;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Node, Path};

/// What the Secret is made of.
const PARTS: [&str; 3] = ["serverkey", "servercrt", "cacrt"];

/// The value of a key below `config.tlsserver`, if it is set.
fn given<'a>(values: &'a Node, key: &str) -> Option<&'a Node> {
    let value = values.at(&["config", "tlsserver", key]);
    value.filter(|value| value.is_true())
}

/// Warns of each part of a Secret that is not made, for want of others.
pub fn check(values: &Node, diagnostics: &mut Diagnostics) {
    let Some(missing) = PARTS.iter().find(|key| given(values, key).is_none()) else {
        return;
    };
    for key in PARTS {
        if let Some(found) = given(values, key) {
            let path = Path::keys(["config", "tlsserver", key]);
            let reason = format!("no Secret is made of it without `{missing}`");
            let help = "set `serverkey`, `servercrt` and `cacrt`, or name a Secret that has them in \
                `config.tlsserver.existingSecret`";
            diagnostics.push(value_without_effect::idle(&path, found, &reason, help));
        }
    }
}

/// What the templates see of certificates: `data`, null if the chart makes no Secret, and `mounted`, the name of the
/// Secret that pods mount, null if there is none.
pub fn certificates(values: &Node, fullname: &Node) -> Node {
    let parts = PARTS.map(|key| given(values, key));
    let mounted = match given(values, "existingSecret") {
        Some(secret) => text(secret),
        // As the chart does, even if something is missing for the Secret.
        None if parts.iter().any(Option::is_some) => join([fullname, &Node::constant("-certs")]),
        None => Node::null(),
    };
    let mounted = match given(values, "deploy") {
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
