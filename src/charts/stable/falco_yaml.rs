//! falco.yaml of Falco 0.17.1 (chart file templates/configmap.yaml).

use crate::charts::text::{join, text};
use crate::yaml::{Kind, Node, Origin, one_scalar};

/// The pipe through which the sidecars of the nats, sns and pubsub integrations read alerts.
const PIPE: &str = "/var/run/falco/nats";

/// The whole of falco.yaml.
pub fn falco_yaml(values: &Node) -> Node {
    let falco = |path: &[&str]| printed(values, path);
    let json = pipe_switch(values).or_else(|| switch(values, "gcscc"));
    Node::map([
        ("rules_file", falco(&["rulesFile"])),
        ("time_format_iso_8601", falco(&["timeFormatISO8601"])),
        ("json_output", forced(json, || falco(&["jsonOutput"]))),
        (
            "json_include_output_property",
            forced(pipe_switch(values), || {
                falco(&["jsonIncludeOutputProperty"])
            }),
        ),
        ("log_stderr", falco(&["logStderr"])),
        ("log_syslog", falco(&["logSyslog"])),
        ("log_level", falco(&["logLevel"])),
        ("priority", falco(&["priority"])),
        ("buffered_outputs", falco(&["bufferedOutputs"])),
        ("syscall_event_drops", syscall_event_drops(values)),
        ("outputs", outputs(values)),
        (
            "syslog_output",
            Node::map([("enabled", falco(&["syslogOutput", "enabled"]))]),
        ),
        ("file_output", file_output(values)),
        (
            "stdout_output",
            Node::map([("enabled", falco(&["stdoutOutput", "enabled"]))]),
        ),
        ("webserver", webserver(values)),
        ("program_output", program_output(values)),
        ("http_output", http_output(values)),
    ])
}

/// The switch of the integration that makes the pipe, if one is on: the reason why settings are not the user's own.
pub fn pipe_switch(values: &Node) -> Option<&Node> {
    ["natsOutput", "snsOutput", "pubsubOutput"]
        .into_iter()
        .find_map(|name| switch(values, name))
}

/// The switch of an integration, if it is on.
pub fn switch<'a>(values: &'a Node, integration: &str) -> Option<&'a Node> {
    values
        .at(&["integrations", integration, "enabled"])
        .filter(|enabled| enabled.is_true())
}

fn syscall_event_drops(values: &Node) -> Node {
    let drops = |key| printed(values, &["syscallEventDrops", key]);
    Node::map([
        ("actions", drops("actions")),
        ("rate", drops("rate")),
        ("max_burst", drops("maxBurst")),
    ])
}

fn outputs(values: &Node) -> Node {
    Node::map([
        ("rate", printed(values, &["outputs", "rate"])),
        ("max_burst", printed(values, &["outputs", "maxBurst"])),
    ])
}

fn file_output(values: &Node) -> Node {
    if let Some(switch) = pipe_switch(values) {
        return Node::map([
            ("enabled", Node::bool(true, switch.origin.clone())),
            ("keep_alive", Node::bool(true, switch.origin.clone())),
            ("filename", Node::text(PIPE, switch.origin.clone())),
        ]);
    }
    let output = |key| printed(values, &["fileOutput", key]);
    Node::map([
        ("enabled", output("enabled")),
        ("keep_alive", output("keepAlive")),
        ("filename", output("filename")),
    ])
}

fn webserver(values: &Node) -> Node {
    let webserver = |key| printed(values, &["webserver", key]);
    Node::map([
        ("enabled", webserver("enabled")),
        ("listen_port", webserver("listenPort")),
        ("k8s_audit_endpoint", webserver("k8sAuditEndpoint")),
        ("ssl_enabled", Node::bool(false, Origin::Program)),
        ("ssl_certificate", Node::constant("/etc/falco/falco.pem")),
    ])
}

fn program_output(values: &Node) -> Node {
    if let Some(switch) = switch(values, "gcscc") {
        return Node::map([
            ("enabled", Node::bool(true, switch.origin.clone())),
            ("keep_alive", Node::bool(false, switch.origin.clone())),
            ("program", gcscc_program(values)),
        ]);
    }
    let output = |key| printed(values, &["programOutput", key]);
    Node::map([
        ("enabled", output("enabled")),
        ("keep_alive", output("keepAlive")),
        ("program", output("program")),
    ])
}

/// The command that posts an alert to the connector of the Security Command Center.
fn gcscc_program(values: &Node) -> Node {
    let setting = |key| {
        values
            .at(&["integrations", "gcscc", key])
            .map_or_else(Node::null, text)
    };
    join([
        &Node::constant(
            "curl -d @- -X POST --header 'Content-Type: application/json' --header 'Authorization: ",
        ),
        &setting("webhookAuthenticationToken"),
        &Node::constant("' "),
        &setting("webhookUrl"),
    ])
}

fn http_output(values: &Node) -> Node {
    Node::map([
        ("enabled", printed(values, &["httpOutput", "enabled"])),
        ("url", printed(values, &["httpOutput", "url"])),
    ])
}

/// `true` because of a switch that is on, else what `otherwise` gives.
fn forced(switch: Option<&Node>, otherwise: impl FnOnce() -> Node) -> Node {
    switch.map_or_else(otherwise, |switch| Node::bool(true, switch.origin.clone()))
}

/// A value below `falco` as the chart prints it: bare, to be read again as YAML by Falco. An empty list prints
/// nothing, which is null.
fn printed(values: &Node, path: &[&str]) -> Node {
    let Some(node) = values.get("falco").and_then(|falco| falco.at(path)) else {
        return Node::null();
    };
    match &node.kind {
        Kind::List(items) if items.is_empty() => Node::new(Kind::Null, node.origin.clone()),
        Kind::List(items) => Node {
            origin: node.origin.clone(),
            ..Node::list(items.iter().map(bare))
        },
        _ => bare(node),
    }
}

/// What a text means when it is printed bare: where it is one whole YAML scalar, what that scalar means, else the text.
/// Line breaks behind it do not count, such as the one that ends a block scalar.
fn bare(node: &Node) -> Node {
    let kind = match &node.kind {
        Kind::Text(text) => match text.trim_matches([' ', '\t', '\r', '\n']) {
            "" => Some(Kind::Null),
            _ => one_scalar(text.trim_end_matches(['\r', '\n'])),
        },
        _ => None,
    };
    Node::new(
        kind.unwrap_or_else(|| node.kind.clone()),
        node.origin.clone(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> Node {
        bare(&Node::constant(text))
    }

    #[test]
    fn a_text_that_is_one_scalar_means_what_the_scalar_means() {
        assert_eq!(printed("yes"), Node::bool(true, Origin::Program));
        assert_eq!(printed("\"a: b\""), Node::constant("a: b"));
        assert_eq!(printed(" \t"), Node::null());
    }

    #[test]
    fn a_text_that_is_more_than_one_scalar_stays_as_it_is() {
        for text in ["a: b", "x # c", "a\nb\n", "\na", "\u{a0}", "*a"] {
            assert_eq!(printed(text), Node::constant(text));
        }
    }

    #[test]
    fn the_line_break_that_ends_a_block_scalar_does_not_count() {
        assert_eq!(
            printed("logger -t falco\n"),
            Node::constant("logger -t falco")
        );
        assert_eq!(printed("\"a: b\"\r\n\n"), Node::constant("a: b"));
    }
}
