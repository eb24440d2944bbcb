//! Plugins that the chart adds to falco.yaml.

use super::lists::with_item;
use crate::checks::values::value_without_effect;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Node, Path};

/// A plugin that the chart adds by itself.
pub struct Plugin {
    /// Its name in falco.yaml.
    pub name: &'static str,
    /// Its library.
    pub library: &'static str,
    /// What it is configured with.
    pub configuration: Node,
    /// The artifact that provides it, for falcoctl.
    pub artifact: Node,
}

/// The values with a plugin in falco.yaml, unless the user has configured it there, and with its artifact among those
/// that falcoctl installs.
pub fn with_plugin(values: &Node, plugin: Plugin) -> Node {
    const INSTALLED: [&str; 5] = ["falcoctl", "config", "artifact", "install", "refs"];
    const ALLOWED: [&str; 4] = ["falcoctl", "config", "artifact", "allowedTypes"];
    let refs = with_item(values.at(&INSTALLED), plugin.artifact.clone());
    let types = with_item(values.at(&ALLOWED), Node::constant("plugin"));
    let values = values.with(&INSTALLED, refs).with(&ALLOWED, types);
    if is_configured(&values, plugin.name) {
        return values;
    }
    let name = || Node::constant(plugin.name);
    let configured = Node::map([
        ("name", name()),
        ("library_path", Node::constant(plugin.library)),
        ("init_config", plugin.configuration),
    ]);
    let plugins = with_item(values.at(&["falco", "plugins"]), configured);
    let loaded = with_item(values.at(&["falco", "load_plugins"]), name());
    values
        .with(&["falco", "plugins"], plugins)
        .with(&["falco", "load_plugins"], loaded)
}

/// Warns of `settings` below `section` that the user wrote, and that would go into a plugin which falco.yaml configures
/// already.
pub fn check_settings(
    values: &Node,
    plugin: &str,
    section: &[&str],
    settings: &[&str],
    diagnostics: &mut Diagnostics,
) {
    if !is_configured(values, plugin) {
        return;
    }
    for setting in settings {
        let path = [section, &[*setting]].concat();
        let given = values.at(&path);
        if let Some(given) = given.filter(|given| given.origin.span().is_some()) {
            let reason = "`falco.plugins` configures the plugin, and the chart leaves that alone";
            let help = "write it into the plugin's `init_config` there, or take one of the two out";
            let path = Path::keys(path);
            diagnostics.push(value_without_effect::idle(&path, given, reason, help));
        }
    }
}

fn is_configured(values: &Node, name: &str) -> bool {
    let plugins = values.at(&["falco", "plugins"]).and_then(Node::as_list);
    let named = |plugin: &Node| plugin.get("name").and_then(Node::as_text) == Some(name);
    plugins.is_some_and(|plugins| plugins.iter().any(named))
}
