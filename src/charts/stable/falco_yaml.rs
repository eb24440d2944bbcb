//! falco.yaml of Falco 0.17.1 (chart file templates/configmap.yaml).

use crate::charts::text::{bare, join, text};
use crate::yaml::{Kind, Node, Origin};

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

/// The integrations whose sidecars read the pipe.
pub const PIPED: [&str; 3] = ["natsOutput", "snsOutput", "pubsubOutput"];

/// The switch of the integration that makes the pipe, if one is on: the reason why settings are not the user's own.
pub fn pipe_switch(values: &Node) -> Option<&Node> {
    PIPED.into_iter().find_map(|name| switch(values, name))
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
pub fn printed(values: &Node, path: &[&str]) -> Node {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::stable::tests::values;
    use crate::yaml::Number;

    fn bare_text(text: &str) -> Node {
        bare(&Node::constant(text))
    }

    #[test]
    fn a_text_that_is_one_whole_scalar_means_that_scalar() {
        assert_eq!(bare_text("yes"), Node::bool(true, Origin::Program));
        assert_eq!(bare_text(" off "), Node::bool(false, Origin::Program));
        let number = |value| Node::new(Kind::Number(Number::Integer(value)), Origin::Program);
        assert_eq!(bare_text("0644"), number(420));
        assert_eq!(bare_text("~"), Node::null());
        assert_eq!(
            bare_text("\"jq '{a: .b}'\""),
            Node::constant("jq '{a: .b}'")
        );
        assert_eq!(bare_text("'it''s'"), Node::constant("it's"));
        assert_eq!(
            bare_text("logger -t falco"),
            Node::constant("logger -t falco")
        );
    }

    #[test]
    fn a_text_that_is_no_whole_scalar_stays_a_text() {
        for text in [
            "a: b", "a #b", "'a' b", "[a]", "{a: b}", "&a b", "*a", "!a b", "- a", "|", ">-",
            "a\nb", ".inf",
        ] {
            assert_eq!(bare_text(text), Node::constant(text), "{text}");
        }
    }

    #[test]
    fn the_line_break_of_a_literal_block_is_no_part_of_its_scalar() {
        assert_eq!(bare_text("\"a b\"\n"), Node::constant("a b"));
        assert_eq!(bare_text("yes\r\n\n"), Node::bool(true, Origin::Program));
        assert_eq!(bare_text("\nyes"), Node::constant("\nyes"));
    }

    #[test]
    fn blanks_alone_are_null_and_other_white_space_is_a_text() {
        assert_eq!(bare_text(" \t\r\n"), Node::null());
        assert_eq!(bare_text("\u{a0}"), Node::constant("\u{a0}"));
    }

    #[test]
    fn what_a_bare_text_means_comes_from_the_text() {
        let values = values("falco: {httpOutput: {url: '\"u\"'}}");
        let given = values.at(&["falco", "httpOutput", "url"]).unwrap();
        let made = falco_yaml(&values);
        assert_eq!(
            made.at(&["http_output", "url"]).unwrap().origin,
            given.origin
        );
    }

    #[test]
    fn an_empty_list_prints_nothing() {
        let made = falco_yaml(&values(
            "falco: {rulesFile: [], syscallEventDrops: {actions: []}}",
        ));
        assert!(made.get("rules_file").unwrap().is_null());
        assert!(made.at(&["syscall_event_drops", "actions"]).is_none());
    }

    #[test]
    fn an_integration_with_a_pipe_takes_the_file_output_over() {
        for integration in ["natsOutput", "snsOutput", "pubsubOutput"] {
            let values = values(&format!(
                "{{falco: {{jsonOutput: false, fileOutput: {{filename: f}}}}, integrations: {{{integration}: {{enabled: true}}}}}}"
            ));
            let switch = switch(&values, integration).unwrap();
            let made = falco_yaml(&values);
            let filename = made.at(&["file_output", "filename"]).unwrap();
            assert_eq!(filename.as_text(), Some(PIPE), "{integration}");
            assert_eq!(filename.origin, switch.origin, "{integration}");
            assert!(made.get("json_output").unwrap().is_true(), "{integration}");
        }
    }

    #[test]
    fn gcscc_takes_the_program_output_over_and_leaves_the_file_output() {
        let made = falco_yaml(&values(
            "{falco: {programOutput: {keepAlive: true}}, integrations: {gcscc: {enabled: true, webhookUrl: u, webhookAuthenticationToken: t}}}",
        ));
        let program = made
            .at(&["program_output", "program"])
            .unwrap()
            .as_text()
            .unwrap();
        assert!(program.ends_with("'Authorization: t' u"), "{program}");
        assert!(
            !made
                .at(&["program_output", "keep_alive"])
                .unwrap()
                .is_true()
        );
        assert!(made.get("json_output").unwrap().is_true());
        assert!(!made.at(&["file_output", "enabled"]).unwrap().is_true());
    }
}
