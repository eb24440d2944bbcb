//! The Secret with Falcosidekick's environment variables (chart file templates/secrets.yaml).

use std::sync::Arc;

use super::outputs::{self, Kind, Output, Printed, Setting};
use crate::charts::text::{base64, join, text};
use crate::checks::values::missing_value;
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::{Node, Path};

/// What the Secret holds: each variable in Base64.
pub fn data(values: &Node, fullname: &Node, diagnostics: &mut Diagnostics) -> Node {
    let mut data = Vec::new();
    for output in outputs::all() {
        for setting in output.settings {
            if is_printed(setting, output, values) {
                add(setting, output, values, &mut data, diagnostics);
            }
        }
    }
    if let Some(address) = web_ui(values, fullname, diagnostics) {
        data.push(("WEBUI_URL".into(), base64([&address])));
    }
    Node::map(data)
}

fn is_printed(setting: &Setting, output: &Output, values: &Node) -> bool {
    let is_set = |path: &[&str]| values.at(path).is_some_and(Node::is_true);
    match setting.printed {
        Printed::Always => true,
        Printed::IfSet => is_set(&path(output, setting)),
        Printed::WithoutAccount => !is_set(&["config", "aws", "useirsa"]),
        Printed::Never => false,
    }
}

fn path(output: &Output, setting: &Setting) -> Vec<&'static str> {
    [&["config"], output.keys(setting).as_slice()].concat()
}

/// Adds what a setting makes.
fn add(
    setting: &Setting,
    output: &Output,
    values: &Node,
    data: &mut Vec<(Arc<str>, Node)>,
    diagnostics: &mut Diagnostics,
) {
    let path = path(output, setting);
    let value = match setting.kind {
        Kind::Variables(_) => {
            let variables = values.at(&path).map(variables).unwrap_or_default();
            data.extend(
                variables
                    .into_iter()
                    .map(|(name, value)| (name, base64([&value]))),
            );
            return;
        }
        Kind::Number(_) | Kind::NoNumber => number(values, &path, diagnostics),
        _ => needed(values, &path, diagnostics).clone(),
    };
    data.push((output.variable(setting).into(), base64([&value])));
}

/// A number as text. For null it is what the chart prints, which is reported.
fn number(values: &Node, path: &[&str], diagnostics: &mut Diagnostics) -> Node {
    let path = Path::keys(path.iter().copied());
    match path.find(values) {
        Some(found) if found.is_null() => {
            diagnostics.push(missing_value::printed(&path, &found.origin));
            Node::text("<nil>", found.origin.clone())
        }
        found => found.map_or_else(Node::null, text),
    }
}

/// The variables of a map, or of a list of maps: each an entry of its map, or `name` and `value`.
fn variables(of: &Node) -> Vec<(Arc<str>, Node)> {
    let entries = |map: &Node| -> Vec<(Arc<str>, Node)> {
        if let Some(name) = map.get("name").and_then(Node::as_text) {
            let value = map.get("value").map_or_else(Node::null, text);
            return vec![(name.into(), value)];
        }
        let entries = map.as_map().into_iter().flatten();
        entries
            .map(|(name, entry)| (Arc::clone(name), text(&entry.value)))
            .collect()
    };
    match of.as_list() {
        Some(items) => items.iter().flat_map(entries).collect(),
        None => entries(of),
    }
}

/// Variables as a container has them: those of a map, or of a list, whose items stay as they are if they have a name.
pub fn environment(of: &Node) -> Node {
    let named = |(name, value): (Arc<str>, Node)| {
        let name = Node::constant(name);
        Node::map([("name", name), ("value", value)])
    };
    let entries = |map: &Node| match map.get("name") {
        Some(_) => vec![map.clone()],
        None => variables(map).into_iter().map(named).collect(),
    };
    match of.as_list() {
        Some(items) => Node::list(items.iter().flat_map(entries)),
        None => Node::list(variables(of).into_iter().map(named)),
    }
}

/// Where the web UI takes events, if it is on.
fn web_ui(values: &Node, fullname: &Node, diagnostics: &mut Diagnostics) -> Option<Node> {
    values
        .at(&["webui", "enabled"])
        .filter(|enabled| enabled.is_true())?;
    let port = needed(values, &["webui", "service", "port"], diagnostics);
    Some(join([
        &Node::constant("http://"),
        fullname,
        &Node::constant("-ui:"),
        port,
    ]))
}
