//! Falco Talon's own configuration, config.yaml (chart file templates/secrets.yaml).
//!
//! The chart prints values bare into the file, where YAML reads them again. Here a text stays the text that it is,
//! unless it is in quotes already, or a number that prints as the same text.

use crate::charts::text::{bare, join, text};
use crate::yaml::{Kind, Node, Number, Origin};

/// The options of a section, each with the value that it is.
type Options = &'static [(&'static str, &'static str)];

const SLACK: Options = &[
    ("webhook_url", "webhookUrl"),
    ("icon", "icon"),
    ("username", "username"),
    ("footer", "footer"),
    ("format", "format"),
];

const SMTP: Options = &[
    ("host_port", "hostPort"),
    ("from", "from"),
    ("to", "to"),
    ("user", "user"),
    ("password", "password"),
    ("format", "format"),
    ("tls", "tls"),
];

const AWS: Options = &[
    ("role_arn", "roleArn"),
    ("external_id", "externalId"),
    ("region", "region"),
    ("access_key", "accessKey"),
    ("secret_key", "secretKey"),
];

const MINIO: Options = &[
    ("endpoint", "endpoint"),
    ("access_key", "accessKey"),
    ("secret_key", "secretKey"),
    ("use_ssl", "useSsl"),
];

/// The whole of config.yaml.
pub fn config_yaml(values: &Node) -> Node {
    let null = Node::null();
    let config = values.get("config").unwrap_or(&null);
    Node::map([
        (
            "listen_address",
            or(config, &["listenAddress"], Node::constant("0.0.0.0")),
        ),
        ("listen_port", or(config, &["listenPort"], number(2803))),
        ("watch_rules", or(config, &["watchRules"], boolean(true))),
        (
            "print_all_events",
            or(config, &["printAllEvents"], boolean(false)),
        ),
        ("deduplication", deduplication(config)),
        ("default_notifiers", printed(config, &["defaultNotifiers"])),
        ("otel", otel(config)),
        ("notifiers", notifiers(config)),
        ("aws", aws(config)),
        ("minio", section(config, &["minio"], MINIO)),
    ])
}

fn deduplication(config: &Node) -> Node {
    let option = |key, default| or(config, &["deduplication", key], default);
    Node::map([
        ("leader_election", option("leaderElection", boolean(true))),
        (
            "time_window_seconds",
            option("timeWindowSeconds", number(5)),
        ),
    ])
}

fn otel(config: &Node) -> Node {
    let option = |key, default| or(config, &["otel", key], default);
    Node::map([
        ("traces_enabled", option("tracesEnabled", boolean(false))),
        ("metrics_enabled", option("metricsEnabled", boolean(false))),
        ("collector_port", option("collectorPort", number(4317))),
        (
            "collector_endpoint",
            printed(config, &["otel", "collectorEndpoint"]),
        ),
        (
            "collector_use_insecure_grpc",
            option("collectorUseInsecureGrpc", boolean(false)),
        ),
    ])
}

fn notifiers(config: &Node) -> Node {
    Node::map([
        ("slack", section(config, &["notifiers", "slack"], SLACK)),
        (
            "webhook",
            section(config, &["notifiers", "webhook"], &[("url", "url")]),
        ),
        ("smtp", section(config, &["notifiers", "smtp"], SMTP)),
        ("loki", loki(config)),
        ("elasticsearch", elasticsearch(config)),
    ])
}

/// Loki's options. The chart reads `url` and documents `hostPort`, which is taken where there is no `url`.
fn loki(config: &Node) -> Node {
    let option = |key| printed(config, &["notifiers", "loki", key]);
    let url = match option("url") {
        url if url.is_null() => url_of(option("hostPort")),
        url => url,
    };
    Node::map([
        ("url", url),
        ("user", option("user")),
        ("api_key", option("apiKey")),
        ("tenant", option("tenant")),
        ("custom_headers", option("customHeaders")),
    ])
}

/// The URL at an address, for which Falco Talon asks. What has a scheme is one.
fn url_of(address: Node) -> Node {
    match address.as_text() {
        Some(text) if !text.contains("://") => join([&Node::constant("http://"), &address]),
        _ => address,
    }
}

/// Options of Elasticsearch. The chart reads most of them below `loki`, and documents them where they belong. Its own
/// defaults do not arrive: Falco Talon keeps other ones.
fn elasticsearch(config: &Node) -> Node {
    let option = |key| {
        let own = config.at(&["notifiers", "elasticsearch", key]);
        let read = config.at(&["notifiers", "loki", key]);
        let own = own.filter(|own| own.origin.span().is_some());
        let option = read.filter(|read| !read.is_null()).or(own);
        option.map_or_else(Node::null, as_read)
    };
    Node::map([
        (
            "url",
            printed(config, &["notifiers", "elasticsearch", "url"]),
        ),
        ("create_index_template", option("createIndexTemplate")),
        ("number_of_shards", option("numberOfShards")),
        ("number_of_replicas", option("numberOfReplicas")),
    ])
}

/// Options of AWS. The chart reads `accessKey` and documents `accesKey`.
fn aws(config: &Node) -> Node {
    let options = section(config, &["aws"], AWS);
    match options.get("access_key") {
        Some(key) if key.is_null() => {
            options.with(&["access_key"], printed(config, &["aws", "accesKey"]))
        }
        _ => options,
    }
}

fn section(config: &Node, path: &[&str], options: Options) -> Node {
    let option =
        |(name, key): &(&'static str, &str)| (*name, printed(config, &[path, &[*key]].concat()));
    Node::map(options.iter().map(option))
}

/// A value, or the default if it is empty, false or 0, as the chart takes it.
fn or(config: &Node, path: &[&str], default: Node) -> Node {
    let given = config.at(path).filter(|given| given.is_true());
    given.map_or(default, as_read)
}

/// A value as the chart prints it; an empty text or list prints nothing.
fn printed(config: &Node, path: &[&str]) -> Node {
    let given = config.at(path).filter(|given| !given.is_null());
    match given.map(|given| (given, given.as_list())) {
        None => Node::null(),
        Some((given, Some([]))) => Node::new(Kind::Null, given.origin.clone()),
        Some((given, Some(items))) => Node {
            origin: given.origin.clone(),
            ..Node::list(items.iter().map(as_read))
        },
        Some((given, None)) => as_read(given),
    }
}

/// What YAML reads where a value is printed bare, if that comes to the same text.
fn as_read(given: &Node) -> Node {
    let read = bare(given);
    let printed = |node| text(node).as_text().unwrap_or_default().trim().to_owned();
    match read.kind {
        Kind::Text(_) => read,
        _ if printed(&read) == printed(given) => read,
        _ => given.clone(),
    }
}

fn number(value: i64) -> Node {
    Node::new(Kind::Number(Number::Integer(value)), Origin::Program)
}

fn boolean(value: bool) -> Node {
    Node::bool(value, Origin::Program)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::falco_talon::tests::derived;
    use crate::yaml::to_json;
    use serde_json::json;

    /// A section of the configuration that a values file of this text makes.
    fn made(path: &[&str], text: &str) -> serde_json::Value {
        let (context, _) = derived(text);
        let config = config_yaml(context.get("values").unwrap());
        to_json(config.at(path).unwrap_or(&Node::null()))
    }

    #[test]
    fn a_text_is_read_bare_only_if_that_comes_to_the_same() {
        for (text, expected) in [
            ("'12'", json!(12)),
            ("'0644'", json!("0644")),
            ("'1.50'", json!("1.50")),
            ("'~'", json!("~")),
            ("'a: b'", json!("a: b")),
            ("'\"a: b\"'", json!("a: b")),
            ("'  '", json!(null)),
            ("|\n   a\n", json!("a")),
        ] {
            let values = format!("config:\n aws:\n  region: {text}");
            assert_eq!(made(&["aws", "region"], &values), expected, "{text}");
        }
    }

    #[test]
    fn an_address_of_loki_becomes_a_url() {
        let url = |loki: &str| {
            let values = format!("config: {{notifiers: {{loki: {loki}}}}}");
            made(&["notifiers", "loki", "url"], &values)
        };
        assert_eq!(url("{hostPort: 'loki:3100'}"), "http://loki:3100");
        assert_eq!(url("{hostPort: 'https://loki'}"), "https://loki");
        assert_eq!(url("{hostPort: a, url: 'http://b'}"), "http://b");
        assert_eq!(url("{}"), json!(null));
    }

    #[test]
    fn options_of_elasticsearch_arrive_if_the_user_set_them() {
        let elasticsearch = |notifiers: &str| {
            let values = format!("config: {{notifiers: {notifiers}}}");
            let made = made(&["notifiers", "elasticsearch"], &values);
            (
                made["create_index_template"].clone(),
                made["number_of_shards"].clone(),
            )
        };
        assert_eq!(elasticsearch("{}"), (json!(null), json!(null)));
        assert_eq!(
            elasticsearch("{elasticsearch: {createIndexTemplate: false, numberOfShards: 1}}"),
            (json!(false), json!(1))
        );
        assert_eq!(
            elasticsearch("{elasticsearch: {numberOfShards: 1}, loki: {numberOfShards: 2}}"),
            (json!(null), json!(2))
        );
    }
}
