//! The rules files of `--base-rules`, mounted as the chart mounts those that it ships (chart file
//! templates/daemonset.yaml).

use crate::charts::Derivation;
use crate::charts::rules_files::{self, ConfigMap};
use crate::charts::text::join;
use crate::diagnostic::Diagnostics;
use crate::kubernetes::size::{MOST_FILES, of_file};
use crate::yaml::{self, Map, Node, Origin};

/// Where the files of `--base-rules` are.
pub enum BaseRules {
    /// There are none, and the image's own stay.
    None,
    /// Beside falco.yaml, as in the chart.
    BesideFalcoYaml(Node),
    /// In `ConfigMap`s of their own, since they are too large.
    Apart(Vec<ConfigMap>),
}

impl BaseRules {
    /// Where the files go: beside falco.yaml if it has room for them. Those that are too large for any `ConfigMap` go into
    /// `diagnostics`.
    pub fn new(
        input: &Derivation<'_>,
        fullname: &Node,
        falco_yaml: &Node,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let Some(files) = input.base_rules.and_then(Node::as_map) else {
            return BaseRules::None;
        };
        let name = join([fullname, &Node::constant("-base-rules")]);
        let config_maps = rules_files::config_maps(files, &name, input.sources, diagnostics);
        let falco_yaml = of_file("falco.yaml", &yaml::write(falco_yaml));
        match config_maps.as_slice() {
            [] => BaseRules::None,
            [only] if falco_yaml + size(files) <= MOST_FILES => {
                BaseRules::BesideFalcoYaml(only.data.clone())
            }
            _ => BaseRules::Apart(config_maps),
        }
    }

    /// Whether there are any.
    pub fn is_given(&self) -> Node {
        Node::bool(!matches!(self, BaseRules::None), Origin::Program)
    }

    /// Those that go into the `ConfigMap` of falco.yaml: names and texts.
    pub fn beside_falco_yaml(&self) -> Node {
        match self {
            BaseRules::BesideFalcoYaml(files) => files.clone(),
            BaseRules::None | BaseRules::Apart(_) => Node::map::<&str>([]),
        }
    }

    /// Those that go into others.
    pub fn config_maps(&self) -> &[ConfigMap] {
        match self {
            BaseRules::Apart(config_maps) => config_maps,
            BaseRules::None | BaseRules::BesideFalcoYaml(_) => &[],
        }
    }

    /// The volume of the configuration: falco.yaml, and beside it the base rules that are mounted.
    pub fn config_volume(&self, fullname: &Node, webserver: bool) -> Node {
        let beside = items(&self.beside_falco_yaml(), webserver);
        let first = [item("falco.yaml", "falco.yaml")].into_iter().chain(beside);
        let first = source(fullname, first);
        let others = self.config_maps().iter().filter_map(|config_map| {
            let items = items(&config_map.data, webserver);
            // Without items all files would be mounted.
            (!items.is_empty()).then(|| source(&config_map.name, items))
        });
        rules_files::volume("config-volume", [first].into_iter().chain(others))
    }
}

/// The bytes of files in a `ConfigMap`.
fn size(files: &Map) -> usize {
    let texts = files
        .iter()
        .map(|(name, entry)| (name, entry.value.as_text()));
    texts
        .map(|(name, text)| of_file(name, text.unwrap_or_default()))
        .sum()
}

/// A `ConfigMap` as the source of a volume.
fn source(name: &Node, items: impl IntoIterator<Item = Node>) -> Node {
    Node::map([("name", name.clone()), ("items", Node::list(items))])
}

/// A file of a `ConfigMap`, and where it is mounted.
fn item(key: &str, path: &str) -> Node {
    Node::map([("key", Node::constant(key)), ("path", Node::constant(path))])
}

/// Where the chart mounts a rules file of its own, below /etc/falco; nothing if it is not mounted.
fn mounted_at(file: &str, webserver: bool) -> Option<String> {
    match file {
        "application_rules.yaml" => Some(format!("rules.available/{file}")),
        "k8s_audit_rules.yaml" if !webserver => None,
        _ => Some(file.to_owned()),
    }
}

/// The items by which the volume of the configuration mounts the base rules: key and path of each, the four that the
/// chart knows first and in its order.
fn items(base_rules: &Node, webserver: bool) -> Vec<Node> {
    const KNOWN: [&str; 4] = [
        "falco_rules.yaml",
        "falco_rules.local.yaml",
        "application_rules.yaml",
        "k8s_audit_rules.yaml",
    ];
    let files = base_rules.as_map();
    let given = |file: &&str| files.is_some_and(|files| files.contains_key(*file));
    let further = files
        .into_iter()
        .flat_map(|files| files.keys().map(AsRef::as_ref))
        .filter(|file| !KNOWN.contains(file));
    let items = KNOWN
        .into_iter()
        .filter(given)
        .chain(further)
        .filter_map(|file| {
            let path = mounted_at(file, webserver)?;
            Some(item(file, &path))
        });
    items.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(files: &[&str], webserver: bool) -> Vec<String> {
        let rules = Node::map(files.iter().map(|file| (*file, Node::constant("rules"))));
        let items = items(&rules, webserver);
        let path = |item: &Node| item.get("path").unwrap().as_text().unwrap().to_owned();
        items.iter().map(path).collect()
    }

    #[test]
    fn the_files_that_the_chart_knows_come_first_and_in_its_order() {
        let files = [
            "a.yaml",
            "falco_rules.local.yaml",
            "falco_rules.yaml",
            "z.yaml",
        ];
        let expected = [
            "falco_rules.yaml",
            "falco_rules.local.yaml",
            "a.yaml",
            "z.yaml",
        ];
        assert_eq!(paths(&files, false), expected);
    }

    #[test]
    fn rules_of_applications_are_there_but_not_loaded() {
        let expected = ["rules.available/application_rules.yaml"];
        assert_eq!(paths(&["application_rules.yaml"], false), expected);
    }

    #[test]
    fn rules_for_audit_events_are_mounted_where_audit_events_arrive() {
        assert!(paths(&["k8s_audit_rules.yaml"], false).is_empty());
        assert_eq!(
            paths(&["k8s_audit_rules.yaml"], true),
            ["k8s_audit_rules.yaml"]
        );
    }

    #[test]
    fn without_rules_nothing_is_mounted() {
        assert!(items(&Node::null(), true).is_empty());
    }
}
