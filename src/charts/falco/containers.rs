//! The container plugin, which tells Falco of containers by asking their engines (chart file templates/_helpers.tpl).

use super::driver::Driver;
use super::plugins::{self, Plugin};
use crate::charts::text::{join, text};
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::Node;

/// The engines whose sockets the chart mounts, in its order.
const ENGINES: [&str; 7] = [
    "docker",
    "podman",
    "containerd",
    "cri",
    "lxc",
    "libvirt_lxc",
    "bpm",
];

/// The values below `collectors.containerEngine`, if the chart adds the container plugin: it enriches the events of a
/// driver.
fn collector<'a>(values: &'a Node, driver: Option<&Driver<'_>>) -> Option<&'a Node> {
    driver?;
    let is_on = |path: &[&str]| values.at(path).is_some_and(Node::is_true);
    let on =
        is_on(&["collectors", "enabled"]) && is_on(&["collectors", "containerEngine", "enabled"]);
    values.at(&["collectors", "containerEngine"]).filter(|_| on)
}

/// The values with the container plugin in falco.yaml and among the artifacts that falcoctl installs.
pub fn configured(
    values: &Node,
    driver: Option<&Driver<'_>>,
    diagnostics: &mut Diagnostics,
) -> Node {
    let Some(collector) = collector(values, driver) else {
        return values.clone();
    };
    plugins::check_settings(
        values,
        "container",
        &["collectors", "containerEngine"],
        &["labelMaxLen", "withSize", "hooks"],
        diagnostics,
    );
    let setting = |key| collector.get(key).cloned().unwrap_or_else(Node::null);
    let plugin = Plugin {
        name: "container",
        library: "libcontainer.so",
        configuration: Node::map([
            ("label_max_len", setting("labelMaxLen")),
            ("with_size", setting("withSize")),
            ("hooks", setting("hooks")),
            ("engines", setting("engines")),
        ]),
        artifact: needed(
            values,
            &["collectors", "containerEngine", "pluginRef"],
            diagnostics,
        )
        .clone(),
    };
    plugins::with_plugin(values, plugin)
}

/// The sockets that the pod mounts, each once, with the name of its volume: `{name, path, mount}`.
pub fn sockets(values: &Node, driver: Option<&Driver<'_>>) -> Node {
    let engines = collector(values, driver).and_then(|collector| collector.get("engines"));
    let mut paths: Vec<Node> = Vec::new();
    for engine in ENGINES {
        let engine = engines.and_then(|engines| engines.get(engine));
        let is_on = |engine: &&Node| engine.get("enabled").is_some_and(Node::is_true);
        let sockets = engine
            .filter(is_on)
            .and_then(|engine| engine.get("sockets")?.as_list());
        for socket in sockets.into_iter().flatten().map(text) {
            if !paths.contains(&socket) {
                paths.push(socket);
            }
        }
    }
    let host = Node::constant("/host");
    Node::list(paths.into_iter().enumerate().map(|(at, path)| {
        Node::map([
            (
                "name",
                Node::constant(format!("container-engine-socket-{at}")),
            ),
            ("mount", join([&host, &path])),
            ("path", path),
        ])
    }))
}

#[cfg(test)]
mod tests {
    use crate::charts::falco::tests::said;

    #[test]
    fn settings_of_a_plugin_that_the_user_configures_have_no_effect() {
        let values = |name| {
            format!(
                "{{collectors: {{containerEngine: {{hooks: [start]}}}}, \
                 falco: {{plugins: [{{name: {name}, library_path: a.so}}]}}}}"
            )
        };
        assert_eq!(
            said(&values("container")),
            ["warning: `collectors.containerEngine.hooks` has no effect"]
        );
        assert_eq!(said(&values("other")), [""; 0]);
    }

    #[test]
    fn the_plugin_needs_an_artifact() {
        let values = |driver| {
            format!(
                "{{driver: {{enabled: {driver}}}, collectors: {{containerEngine: {{pluginRef: null}}}}}}"
            )
        };
        assert_eq!(
            said(&values(true)),
            ["error: `collectors.containerEngine.pluginRef` is null, and the chart needs it"]
        );
        assert_eq!(said(&values(false)), [""; 0]);
    }
}
