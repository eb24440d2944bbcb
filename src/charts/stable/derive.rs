//! What the chart's templates see.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::falco_yaml::{self, pipe_switch, switch};
use super::{CHART, names, rules};
use crate::charts::Derivation;
use crate::charts::text::{join, text};
use crate::checks::values::missing_value;
use crate::diagnostic::Diagnostics;
use crate::kubernetes::removed;
use crate::values::needed;
use crate::yaml::{Kind, Node, Origin, write};

/// Everything that the templates may name.
pub fn derive(input: &Derivation<'_>, diagnostics: &mut Diagnostics) -> Node {
    let values = input.values;
    let fullname = names::fullname(values, input.release);
    let webserver = values
        .at(&["falco", "webserver", "enabled"])
        .filter(|enabled| enabled.is_true());
    let falco_yaml = falco_yaml::falco_yaml(values);
    let base_rules = input.base_rules.cloned().unwrap_or_else(Node::null);
    check_removed(input, diagnostics);
    check_integrations(values, diagnostics);
    Node::map([
        ("values", values.clone()),
        (
            "release",
            Node::map([("namespace", input.release.namespace.clone())]),
        ),
        ("chart", Node::map([("name", Node::constant(CHART.name))])),
        ("labels", names::labels(&fullname, input.release)),
        ("service_account", names::service_account(values, &fullname)),
        ("image", names::image(values, diagnostics)),
        ("environment", environment(values)),
        (
            "pipe",
            Node::bool(pipe_switch(values).is_some(), Origin::Program),
        ),
        ("credentials", credentials(values, diagnostics)),
        ("audit_url", audit_url(values, webserver, diagnostics)),
        (
            "rules_items",
            rules::items(&base_rules, webserver.is_some()),
        ),
        ("checksums", checksums(values, &falco_yaml, &base_rules)),
        (
            "falco_yaml",
            Node::new(Kind::Document(falco_yaml.into()), Origin::Program),
        ),
        ("base_rules", base_rules),
        ("fullname", fullname),
    ])
}

/// Reports what an integration that is on cannot do without.
fn check_integrations(values: &Node, diagnostics: &mut Diagnostics) {
    const NEEDED: [(&str, &[&str]); 4] = [
        ("gcscc", &["webhookUrl", "webhookAuthenticationToken"]),
        ("natsOutput", &["natsUrl"]),
        ("snsOutput", &["topic"]),
        ("pubsubOutput", &["topic"]),
    ];
    for (integration, keys) in NEEDED {
        for key in keys {
            if switch(values, integration).is_some() {
                needed(values, &["integrations", integration, key], diagnostics);
            }
        }
    }
    let region = values.at(&["integrations", "snsOutput", "aws_default_region"]);
    if let (Some(switch), false) = (
        switch(values, "snsOutput"),
        region.is_some_and(Node::is_true),
    ) {
        diagnostics.push(missing_value::region(switch));
    }
}

/// Warns of objects that newer clusters no longer take.
fn check_removed(input: &Derivation<'_>, diagnostics: &mut Diagnostics) {
    let switches = [
        (
            &removed::POD_SECURITY_POLICY,
            ["podSecurityPolicy", "create"].as_slice(),
        ),
        (
            &removed::AUDIT_SINK,
            ["falco", "webserver", "enabled"].as_slice(),
        ),
    ];
    for (api, path) in switches {
        if let Some(switch) = input.values.at(path).filter(|switch| switch.is_true()) {
            diagnostics.extend(removed::check(api, &switch.origin, input.capabilities));
        }
    }
}

/// The environment of the Falco container that the user gives, ordered by name as the chart orders it.
fn environment(values: &Node) -> Node {
    let Some(env) = values.at(&["daemonset", "env"]).and_then(Node::as_map) else {
        return Node::list([]);
    };
    let mut variables: Vec<_> = env.iter().collect();
    variables.sort_by_key(|(name, _)| *name);
    Node::list(variables.into_iter().map(|(name, entry)| {
        Node::map([
            ("name", Node::text(name.clone(), entry.key.clone())),
            ("value", text(&entry.value)),
        ])
    }))
}

/// The credentials of the integrations that are on, as the Secret holds them: in Base64.
fn credentials(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let mut encoded = |integration, key| {
        let plain = text(needed(
            values,
            &["integrations", integration, key],
            diagnostics,
        ));
        let bytes = plain.as_text().unwrap_or_default().as_bytes();
        Node::text(BASE64_STANDARD.encode(bytes), plain.origin)
    };
    let mut entries = Vec::new();
    if switch(values, "snsOutput").is_some() {
        for key in ["aws_access_key_id", "aws_secret_access_key"] {
            entries.push((key, encoded("snsOutput", key)));
        }
    }
    if switch(values, "pubsubOutput").is_some() {
        entries.push((
            "gcp-credentials-data",
            encoded("pubsubOutput", "credentialsData"),
        ));
        entries.push(("gcp-project-id", encoded("pubsubOutput", "projectID")));
    }
    Node::map(entries)
}

/// Where the API server sends audit events. It reaches Falco by the address of a Service, which must be known before
/// the Service exists.
fn audit_url(values: &Node, webserver: Option<&Node>, diagnostics: &mut Diagnostics) -> Node {
    let Some(enabled) = webserver else {
        return Node::null();
    };
    let setting = |key| {
        values
            .at(&["falco", "webserver", key])
            .map_or_else(Node::null, text)
    };
    let cluster_ip = setting("clusterIP");
    if !cluster_ip.is_true() {
        diagnostics.push(missing_value::cluster_ip(enabled));
    }
    join([
        &Node::constant("http://"),
        &cluster_ip,
        &Node::constant(":"),
        &setting("listenPort"),
        &setting("k8sAuditEndpoint"),
    ])
}

/// Digests of what the pods read when they start: they change with it, and so the pods are replaced.
fn checksums(values: &Node, falco_yaml: &Node, base_rules: &Node) -> Node {
    let region = values.at(&["integrations", "snsOutput", "aws_default_region"]);
    let config = Node::list([
        falco_yaml.clone(),
        base_rules.clone(),
        region.cloned().unwrap_or_else(Node::null),
    ]);
    let rules = values
        .get("customRules")
        .cloned()
        .unwrap_or_else(Node::null);
    Node::map([
        ("config", Node::constant(digest(&config))),
        ("rules", Node::constant(digest(&rules))),
    ])
}

/// The SHA-256 digest of the written node, in hexadecimal.
fn digest(node: &Node) -> String {
    let mut hexadecimal = String::new();
    for byte in Sha256::digest(write(node)) {
        let _ = write!(hexadecimal, "{byte:02x}");
    }
    hexadecimal
}
