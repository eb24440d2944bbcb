//! The Redis of the web UI: the one that comes with it, or the user's own (chart files templates/deployment-ui.yaml,
//! configmap-ui.yaml and secrets-ui.yaml).

use super::pods::image;
use super::webui::Shared;
use crate::charts::Derivation;
use crate::charts::text::{base64, join, text};
use crate::checks::values::{invalid_value, missing_value, value_without_effect};
use crate::diagnostic::Diagnostics;
use crate::yaml::{Node, Origin, Path};

/// Why a value does nothing.
const ALONE: &str = "does nothing by itself";

/// The port on which Redis listens unless it is told otherwise.
const PORT: &str = "6379";

/// The script that waits for Redis, up to the address; then comes the port.
const WAITS_FOR: &str = "\
#!/bin/sh
# Ends as soon as Redis answers, and fails if it does not within ten attempts.
password=\"${REDIS_PASSWORD:-$FALCOSIDEKICK_UI_REDIS_PASSWORD}\"
if [ -n \"$password\" ]; then
  export REDISCLI_AUTH=\"$password\"
fi
attempt=1
until [ \"$(timeout -s KILL 30 redis-cli -h ";

/// The rest of the script.
const UNTIL_IT_ANSWERS: &str = " ping)\" = PONG ]; do
  [ \"$attempt\" -lt 10 ] || exit 1
  attempt=$((attempt + 1))
  sleep 3
done
";

/// Where Redis is.
pub struct Address {
    host: Node,
    port: Node,
}

impl Address {
    /// The address of the Redis that is on. That there is not exactly one is reported, and so is a missing address.
    pub fn new(
        input: &Derivation<'_>,
        shared: &Shared<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Address {
        let values = input.values;
        check_choice(values, diagnostics);
        if is_on(values, "redis") {
            return Address {
                host: own_host(input, shared),
                port: port(values, &["webui", "redis", "service", "port"]),
            };
        }
        if is_on(values, "externalRedis") {
            check_url(values, diagnostics);
        }
        let url = values.at(&["webui", "externalRedis", "url"]);
        Address {
            host: url.map_or_else(Node::null, text),
            port: port(values, &["webui", "externalRedis", "port"]),
        }
    }

    /// `HOST:PORT`.
    pub fn text(&self) -> Node {
        join([&self.host, &Node::constant(":"), &self.port])
    }

    /// A shell script that ends when Redis answers there.
    fn waiting_script(&self) -> Node {
        join([
            &Node::constant(WAITS_FOR),
            &quoted(&self.host),
            &Node::constant(" -p "),
            &quoted(&self.port),
            &Node::constant(UNTIL_IT_ANSWERS),
        ])
    }
}

fn is_on(values: &Node, redis: &str) -> bool {
    let enabled = values.at(&["webui", redis, "enabled"]);
    enabled.is_some_and(Node::is_true)
}

/// The host of the Redis that comes with the UI.
fn own_host(input: &Derivation<'_>, shared: &Shared<'_>) -> Node {
    let name = shared.name("-ui-redis");
    let switch = input.values.at(&["webui", "redis", "fullfqdn"]);
    match switch.filter(|switch| switch.is_true()) {
        Some(switch) => join([
            &name,
            &Node::text(".", switch.origin.clone()),
            &input.release.namespace,
            &Node::constant(".svc.cluster.local"),
        ]),
        None => name,
    }
}

fn port(values: &Node, path: &[&str]) -> Node {
    let given = values.at(path).filter(|port| port.is_true());
    given.map_or_else(|| Node::constant(PORT), text)
}

/// A text that a shell takes as one word, whatever is in it.
fn quoted(word: &Node) -> Node {
    let plain = word.as_text().unwrap_or_default();
    let quoted = format!("'{}'", plain.replace('\'', r"'\''"));
    Node::text(quoted, word.origin.clone())
}

/// What the templates see of Redis; null if the UI is off.
pub fn redis(input: &Derivation<'_>, shared: &Shared<'_>, diagnostics: &mut Diagnostics) -> Node {
    let values = input.values;
    let setting = |key| values.at(&["webui", "redis", key]);
    if !values.at(&["webui", "enabled"]).is_some_and(Node::is_true) {
        return Node::null();
    }
    check_unused(values, diagnostics);
    let labels = Shared::of(shared.labels, "ui-redis");
    let name = shared.name("-ui-redis");
    let image = if is_on(values, "redis") {
        image(values, &["webui", "redis", "image"], diagnostics)
    } else {
        Node::null()
    };
    // What is wrong with the address is said where the UI gets it.
    let address = Address::new(input, shared, &mut Diagnostics::default());
    Node::map([
        ("pod_labels", labels.merged(setting("podLabels"))),
        ("labels", labels),
        ("selector", Shared::of(shared.selector, "ui-redis")),
        ("image", image),
        ("configuration", configuration(setting("customConfig"))),
        ("waiting_script", address.waiting_script()),
        ("volume", shared.name("-ui-redis-data")),
        ("makes_secret", makes_secret(setting("existingSecret"))),
        ("secret", secret(setting("existingSecret"), &name)),
        ("credentials", credentials(values)),
        ("name", name),
    ])
}

/// The lines of Redis' configuration file; null if there are none.
fn configuration(lines: Option<&Node>) -> Node {
    let Some(given) = lines.filter(|lines| lines.is_true()) else {
        return Node::null();
    };
    let lines = given.as_list().unwrap_or_default().iter().map(text);
    let lines: Vec<_> = lines
        .filter_map(|line| line.as_text().map(str::to_owned))
        .collect();
    Node::text(lines.join("\n"), given.origin.clone())
}

/// Whether the chart makes a Secret for Redis: null is not the empty text, as the chart compares it.
fn makes_secret(existing: Option<&Node>) -> Node {
    let makes = existing.is_some_and(|existing| existing.as_text() == Some(""));
    let origin = existing.map_or(Origin::Program, |existing| existing.origin.clone());
    Node::bool(makes, origin)
}

/// The Secret that Redis reads.
fn secret(existing: Option<&Node>, own: &Node) -> Node {
    match existing.filter(|existing| existing.is_true()) {
        Some(existing) => text(existing),
        None => own.clone(),
    }
}

/// What Redis' own Secret holds. The password of an external Redis wins, as in the chart.
fn credentials(values: &Node) -> Node {
    let password = |redis| {
        let password = values.at(&["webui", redis, "password"]);
        password.filter(|password| password.is_true())
    };
    let mut credentials = Node::map::<&str>([]);
    if let Some(own) = password("redis").filter(|_| is_on(values, "redis")) {
        let arguments = [&Node::constant("--requirepass "), own];
        credentials = credentials
            .with(&["REDIS_ARGS"], base64(arguments))
            .with(&["REDIS_PASSWORD"], base64([own]));
    }
    if let Some(external) = password("externalRedis") {
        credentials = credentials.with(&["REDIS_PASSWORD"], base64([external]));
    }
    credentials
}

/// Reports that both kinds of Redis are on, or none.
fn check_choice(values: &Node, diagnostics: &mut Diagnostics) {
    let switch = |redis| values.get("webui")?.get(redis)?.get("enabled");
    let (Some(own), Some(external)) = (switch("redis"), switch("externalRedis")) else {
        return;
    };
    let paths = ["webui.redis.enabled", "webui.externalRedis.enabled"];
    match (own.is_true(), external.is_true()) {
        (true, true) => diagnostics.push(invalid_value::both(paths, [own, external])),
        (false, false) => diagnostics.push(invalid_value::neither(paths, [own, external])),
        _ => {}
    }
}

fn check_url(values: &Node, diagnostics: &mut Diagnostics) {
    let path = ["webui", "externalRedis", "url"];
    let path = Path::keys(path);
    let url = path.find(values).filter(|url| !url.is_true());
    let switch = values.at(&["webui", "externalRedis", "enabled"]);
    if let (Some(url), Some(switch)) = (url, switch) {
        diagnostics.push(missing_value::not_given(&path, url, switch));
    }
}

/// Warns of values that nothing reads, and of credentials that no pod reads.
fn check_unused(values: &Node, diagnostics: &mut Diagnostics) {
    let given = |redis, key| {
        let value = values.at(&["webui", redis, key]);
        value.filter(|value| value.is_true())
    };
    let password = given("redis", "password");
    if let Some(existing) = given("redis", "existingSecret").filter(|_| password.is_none()) {
        let path = Path::keys(["webui", "redis", "existingSecret"]);
        let help = "set `webui.redis.password`, too, to the password that the Secret holds: the \
                    UI gets it from there";
        diagnostics.push(value_without_effect::idle(&path, existing, ALONE, help));
    }
    if let Some(external) = given("externalRedis", "password").filter(|_| password.is_none()) {
        let path = Path::keys(["webui", "externalRedis", "password"]);
        let help = "write the password as `webui.redis.password`, which the UI gets whichever \
                    Redis it uses";
        diagnostics.push(value_without_effect::idle(&path, external, ALONE, help));
    }
    for (key, instead) in [
        ("customLabels", "webui.redis.podLabels"),
        ("customAnnotations", "webui.redis.podAnnotations"),
    ] {
        if let Some(unread) = given("redis", key) {
            let path = Path::keys(["webui", "redis", key]);
            diagnostics.push(value_without_effect::unread(&path, unread, instead));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{from_json, to_json};
    use serde_json::json;

    fn script(host: &str) -> String {
        let address = Address {
            host: Node::constant(host),
            port: Node::constant(PORT),
        };
        let script = address.waiting_script();
        script.as_text().unwrap().to_owned()
    }

    #[test]
    fn the_script_asks_redis_at_its_address() {
        assert!(script("redis.db").contains(" redis-cli -h 'redis.db' -p '6379' ping)"));
    }

    #[test]
    fn no_address_can_become_a_command() {
        let script = script("a'; reboot; $(reboot) `reboot` \"");
        assert!(script.contains(r#" -h 'a'\''; reboot; $(reboot) `reboot` "' -p "#));
    }

    #[test]
    fn a_configuration_has_a_line_for_each_item() {
        let lines = from_json(json!(["maxmemory 1gb", 5]), &Origin::Program);
        assert_eq!(
            configuration(Some(&lines)),
            Node::constant("maxmemory 1gb\n5")
        );
        assert!(configuration(Some(&Node::list([]))).is_null());
    }

    #[test]
    fn the_password_of_an_external_redis_wins() {
        let values = json!({"webui": {
            "redis": {"enabled": true, "password": "a"}, "externalRedis": {"password": "b"}
        }});
        let credentials = credentials(&from_json(values, &Origin::Program));
        let expected = json!({"REDIS_ARGS": "LS1yZXF1aXJlcGFzcyBh", "REDIS_PASSWORD": "Yg=="});
        assert_eq!(to_json(&credentials), expected);
    }
}
