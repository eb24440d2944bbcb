//! A plugin that Falco loads and nothing installs.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::yaml::{Node, Path};

/// A plugin that Falco loads and nothing installs.
pub const CODE: Code = Code {
    name: "plugin-without-artifact",
    severity: Severity::Warning,
    page: include_str!("plugin_without_artifact.md"),
};

/// The plugin called `name`, written at `path`, is loaded, and no artifact is called like it.
#[must_use]
pub fn missing(path: &Path, plugin: &Node, name: &str) -> Diagnostic {
    let message = format!("falco.yaml loads the plugin `{name}`, and no artifact provides it");
    Diagnostic::new(&CODE, message)
        .at(plugin.origin.span())
        .label(format!("Falco does not start if it cannot load `{path}`"))
        .help(
            "add the plugin's artifact to `falcoctl.config.artifact.install.refs`, or take the plugin out of \
             `falco.load_plugins`",
        )
}
