//! Falco's alerts to falcosidekick (chart file templates/_helpers.tpl).

use crate::charts::text::{join, text};
use crate::release::Release;
use crate::yaml::{Node, Origin};

/// The port on which falcosidekick listens unless the values say otherwise.
const PORT: &str = "2801";

/// The values with an HTTP output to falcosidekick in falco.yaml, if that subchart is on.
pub fn configured(values: &Node, fullname: &Node, release: &Release) -> Node {
    let enabled = values.at(&["falcosidekick", "enabled"]);
    let Some(enabled) = enabled.filter(|enabled| enabled.is_true()) else {
        return values.clone();
    };
    let on = || Node::bool(true, enabled.origin.clone());
    let url = address(values, fullname, release);
    values
        .with(&["falco", "json_output"], on())
        .with(&["falco", "json_include_output_property"], on())
        .with(&["falco", "http_output", "enabled"], on())
        .with(&["falco", "http_output", "url"], url)
}

/// Where Falco sends alerts: the URL that is given, or that of falcosidekick's Service.
pub fn address(values: &Node, fullname: &Node, release: &Release) -> Node {
    let given = values.at(&["falco", "http_output", "url"]);
    if let Some(given) = given.filter(|url| url.is_true()) {
        return given.clone();
    }
    let enabled = values.at(&["falcosidekick", "enabled"]);
    let enabled = enabled.map_or(Origin::Program, |enabled| enabled.origin.clone());
    let setting = |key| {
        values
            .at(&["falcosidekick", key])
            .filter(|value| value.is_true())
    };
    let scheme = Node::text("http://", enabled);
    let port = setting("listenport").map_or_else(|| Node::constant(PORT), text);
    let domain = match setting("fullfqdn") {
        Some(switch) => join([
            &Node::text("-falcosidekick.", switch.origin.clone()),
            &release.namespace,
            &Node::constant(".svc.cluster.local:"),
        ]),
        None => Node::constant("-falcosidekick:"),
    };
    join([&scheme, fullname, &domain, &port])
}
