//! What the chart's templates see.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::falco_yaml::{self, pipe_switch, switch};
use super::rules::BaseRules;
use super::{CHART, names, without_effect};
use crate::charts::text::{digest, join, text};
use crate::charts::{Derivation, names as shared_names, rules_files};
use crate::checks::values::missing_value;
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::{Kind, Node, Origin};

/// Everything that the templates may name.
pub fn derive(input: &Derivation<'_>, diagnostics: &mut Diagnostics) -> Node {
    let values = input.values;
    let fullname = names::fullname(values, input.release);
    let webserver = values
        .at(&["falco", "webserver", "enabled"])
        .filter(|enabled| enabled.is_true());
    let falco_yaml = falco_yaml::falco_yaml(values);
    let base_rules = BaseRules::new(input, &fullname, &falco_yaml, diagnostics);
    let custom_rules = rules_files::of_custom_rules(values, &fullname, input.sources, diagnostics);
    check_integrations(values, diagnostics);
    without_effect::check(values, &falco_yaml, diagnostics);
    Node::map([
        ("values", values.clone()),
        (
            "release",
            Node::map([("namespace", input.release.namespace.clone())]),
        ),
        ("chart", Node::map([("name", Node::constant(CHART.name))])),
        ("labels", names::labels(&fullname, input.release)),
        (
            "service_account",
            shared_names::service_account(values, &fullname),
        ),
        ("image", names::image(values, diagnostics)),
        ("environment", environment(values)),
        (
            "pipe",
            Node::bool(pipe_switch(values).is_some(), Origin::Program),
        ),
        ("credentials", credentials(values, diagnostics)),
        ("audit_url", audit_url(values, webserver, diagnostics)),
        ("checksums", checksums(input, &falco_yaml)),
        (
            "config_volume",
            base_rules.config_volume(&fullname, webserver.is_some()),
        ),
        (
            "rules_volume",
            rules_files::custom_rules_volume(&custom_rules),
        ),
        (
            "rules_config_maps",
            rules_files::as_node(custom_rules.iter().chain(base_rules.config_maps())),
        ),
        (
            "falco_yaml",
            Node::new(Kind::Document(falco_yaml.into()), Origin::Program),
        ),
        ("base_rules", base_rules.is_given()),
        ("rules_beside_falco_yaml", base_rules.beside_falco_yaml()),
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
fn checksums(input: &Derivation<'_>, falco_yaml: &Node) -> Node {
    let values = input.values;
    let region = values.at(&["integrations", "snsOutput", "aws_default_region"]);
    let config = Node::list([
        falco_yaml.clone(),
        input.base_rules.cloned().unwrap_or_else(Node::null),
        region.cloned().unwrap_or_else(Node::null),
    ]);
    Node::map([
        ("config", Node::constant(digest(&config))),
        (
            "rules",
            Node::constant(rules_files::custom_rules_digest(values)),
        ),
    ])
}

#[cfg(test)]
mod tests {
    use crate::charts::stable::tests::derived;
    use crate::yaml::{Node, to_json};
    use serde_json::json;

    fn part(text: &str, key: &str) -> serde_json::Value {
        to_json(derived(text, None).0.get(key).unwrap())
    }

    #[test]
    fn the_environment_is_ordered_by_name_and_made_of_texts() {
        assert_eq!(
            part(
                "daemonset: {env: {b: 0644, a: yes, C: null, d: 'x'}}",
                "environment"
            ),
            json!([
                {"name": "C", "value": ""},
                {"name": "a", "value": "true"},
                {"name": "b", "value": "420"},
                {"name": "d", "value": "x"},
            ])
        );
    }

    #[test]
    fn only_an_integration_that_is_on_has_credentials() {
        assert_eq!(
            part(
                "integrations: {snsOutput: {aws_access_key_id: a}}",
                "credentials"
            ),
            json!({})
        );
        assert_eq!(
            part(
                "integrations: {pubsubOutput: {enabled: true, credentialsData: a, projectID: 'é'}}",
                "credentials"
            ),
            json!({"gcp-credentials-data": "YQ==", "gcp-project-id": "w6k="})
        );
    }

    #[test]
    fn audit_events_go_to_the_address_of_the_service() {
        let webserver = "falco: {webserver: {enabled: true, clusterIP: 10.0.0.9, listenPort: 80, k8sAuditEndpoint: /a}}";
        assert_eq!(part(webserver, "audit_url"), json!("http://10.0.0.9:80/a"));
        assert_eq!(
            part("falco: {webserver: {clusterIP: 10.0.0.9}}", "audit_url"),
            json!(null)
        );
    }

    #[test]
    fn a_webserver_without_address_is_an_error() {
        let said = derived("falco: {webserver: {enabled: true}}", None).1;
        let errors = said.iter().filter(|line| line.starts_with("error"));
        assert_eq!(
            errors.collect::<Vec<_>>(),
            ["error: the webserver is on, but `falco.webserver.clusterIP` is not set"]
        );
    }

    #[test]
    fn an_integration_that_is_on_says_what_it_cannot_do_without() {
        let said = |text: &str| derived(text, None).1;
        assert_eq!(said("integrations: {natsOutput: {natsUrl: null}}"), [""; 0]);
        assert_eq!(
            said("integrations: {natsOutput: {enabled: true, natsUrl: null}}"),
            ["error: `integrations.natsOutput.natsUrl` is null, and the chart needs it"]
        );
        assert_eq!(
            said("integrations: {snsOutput: {enabled: true, topic: t}}"),
            [
                "warning: the sns integration is on, but `integrations.snsOutput.aws_default_region` is not set"
            ]
        );
    }

    #[test]
    fn pods_are_replaced_when_what_they_read_changes_and_only_then() {
        let checksums = |text: &str| part(text, "checksums");
        let (plain, rules) = (checksums(""), checksums("customRules: {a.yaml: b}"));
        assert_eq!(plain, checksums("extraArgs: [-A]"));
        assert_eq!(plain["config"], rules["config"]);
        assert_ne!(plain["rules"], rules["rules"]);
        let logging = checksums("falco: {logLevel: debug}");
        assert_ne!(plain["config"], logging["config"]);
        assert_eq!(plain["rules"], logging["rules"]);

        let base_rules = Node::map([("a.yaml", Node::constant("b"))]);
        let with_rules = derived("", Some(&base_rules)).0;
        assert_ne!(plain, to_json(with_rules.get("checksums").unwrap()));
    }

    #[test]
    fn the_pipe_is_there_for_the_integrations_that_read_it() {
        assert_eq!(
            part("integrations: {gcscc: {enabled: true}}", "pipe"),
            json!(false)
        );
        assert_eq!(
            part("integrations: {natsOutput: {enabled: true}}", "pipe"),
            json!(true)
        );
    }
}
