//! Where falcoctl puts rules and plugins, and what of it Falco sees (chart files templates/_helpers.tpl and
//! pod-template.tpl).

use super::lists::has_text;
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::{Node, Origin};

/// What the templates see of falcoctl: whether it is `on`, whether Falco sees its `rules` and `plugins`, and the
/// folders of `install` and `follow`: `plugins`, `rules` and `state`.
pub fn artifacts(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let types = values.at(&["falcoctl", "config", "artifact", "allowedTypes"]);
    let is_on = |container| {
        let enabled = values.at(&["falcoctl", "artifact", container, "enabled"]);
        enabled.is_some_and(Node::is_true)
    };
    let on = is_on("install") || is_on("follow");
    let sees = |kind| Node::bool(on && has_text(types, kind), Origin::Program);
    let mut folders = |container| {
        if is_on(container) {
            folders(values, container, diagnostics)
        } else {
            Node::null()
        }
    };
    Node::map([
        ("on", Node::bool(on, Origin::Program)),
        ("rules", sees("rulesfile")),
        ("plugins", sees("plugin")),
        ("install", folders("install")),
        ("follow", folders("follow")),
    ])
}

fn folders(values: &Node, container: &str, diagnostics: &mut Diagnostics) -> Node {
    let mut folder = |key| {
        let path = ["falcoctl", "config", "artifact", container, key];
        needed(values, &path, diagnostics).clone()
    };
    Node::map([
        ("plugins", folder("pluginsDir")),
        ("rules", folder("rulesfilesDir")),
        ("state", folder("stateDir")),
    ])
}
