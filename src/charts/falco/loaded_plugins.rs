//! Plugins that Falco loads, and the artifacts that provide them (chart file templates/NOTES.txt).

use crate::checks::values::plugin_without_artifact;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Node, Path, Step};

/// Plugins whose artifacts bring the json plugin along, by their dependencies (repository falcosecurity/plugins).
const NEED_JSON: [&str; 5] = ["k8saudit", "cloudtrail", "okta", "github", "gcpaudit"];

/// Warns of each plugin that falco.yaml loads while falcoctl installs artifacts, and none of them is called like it.
pub fn check(values: &Node, diagnostics: &mut Diagnostics) {
    let artifact = ["falcoctl", "artifact"];
    let is_on = |container| {
        let enabled = values.at(&[artifact[0], artifact[1], container, "enabled"]);
        enabled.is_some_and(Node::is_true)
    };
    if !is_on("install") && !is_on("follow") {
        return;
    }
    let loaded = values.at(&["falco", "load_plugins"]);
    let loaded = loaded.and_then(Node::as_list).unwrap_or_default();
    for (at, plugin) in loaded.iter().enumerate() {
        let Some(name) = plugin.as_text() else {
            continue;
        };
        if plugin.origin.span().is_some() && !is_provided(values, name) {
            let path = Path::keys(["falco", "load_plugins"]).join(Step::Index(at));
            diagnostics.push(plugin_without_artifact::missing(&path, plugin, name));
        }
    }
}

/// Whether some artifact that falcoctl installs is called like the plugin, or brings it along.
fn is_provided(values: &Node, plugin: &str) -> bool {
    let install = |key| values.at(&["falcoctl", "config", "artifact", "install", key]);
    let refs = install("refs").and_then(Node::as_list).unwrap_or_default();
    let named = |name: &str| {
        let mut refs = refs.iter().filter_map(Node::as_text);
        refs.any(|reference| reference.contains(name))
    };
    let follows = install("resolveDeps").is_some_and(Node::is_true);
    named(plugin) || plugin == "json" && follows && NEED_JSON.into_iter().any(named)
}

#[cfg(test)]
mod tests {
    use crate::charts::falco::tests::said;

    const LOADED: &str =
        "falco: {plugins: [{name: json, library_path: libjson.so}], load_plugins: [json]}\n";

    #[test]
    fn a_plugin_needs_an_artifact_that_provides_it() {
        assert_eq!(
            said(LOADED),
            ["warning: falco.yaml loads the plugin `json`, and no artifact provides it"]
        );
        let given = "falcoctl: {config: {artifact: {install: {refs: ['ghcr.io/falcosecurity/plugins/plugin/json:0.7.3']}}}}";
        assert_eq!(said(&format!("{LOADED}{given}")), [""; 0]);
    }

    #[test]
    fn a_dependency_is_provided_by_what_depends_on_it() {
        let given = "falcoctl: {config: {artifact: {install: {refs: ['k8saudit:0.16']}}}}";
        assert_eq!(said(&format!("{LOADED}{given}")), [""; 0]);
        let alone = "falcoctl: {config: {artifact: {install: {resolveDeps: false, refs: ['k8saudit:0.16']}}}}";
        assert_eq!(said(&format!("{LOADED}{alone}")).len(), 1);
    }

    #[test]
    fn without_falcoctl_plugins_come_with_the_image() {
        let off = "falcoctl: {artifact: {install: {enabled: false}, follow: {enabled: false}}}";
        assert_eq!(said(&format!("{LOADED}{off}")), [""; 0]);
    }
}
