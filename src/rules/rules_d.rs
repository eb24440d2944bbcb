//! The folder of a pod in which rules of one's own are: which of its files Falco loads, and in which order.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::checks::rules::rule_file_ignored;
use crate::diagnostic::Diagnostics;
use crate::yaml::Node;

/// Where the charts mount rules of one's own (chart files templates/pod-template.tpl and, of stable/falco,
/// templates/daemonset.yaml).
const FOLDER: &str = "/etc/falco/rules.d";

/// The options of values that name what Falco loads: that of falcosecurity/falco, and that of stable/falco.
const OPTIONS: [&str; 2] = ["rules_files", "rulesFile"];

/// Those of the files `names`, which all may be loaded, that Falco loads, in its order: that of the paths in falco.yaml, and of the files of a folder by
/// name (Falco 0.44, `load_rules_files.cpp`, `configuration.cpp`). What no path leads to goes into `diagnostics`.
#[must_use]
pub fn loaded<'n>(
    values: &Node,
    names: &BTreeSet<&'n Arc<str>>,
    diagnostics: &mut Diagnostics,
) -> Vec<&'n Arc<str>> {
    let all = || names.iter().copied().collect();
    let Some(paths) = paths(values) else {
        return all();
    };
    let mut left = names.clone();
    let mut order = Vec::new();
    for path in paths.as_list().into_iter().flatten() {
        let path = path.as_text().unwrap_or_default().trim_end_matches('/');
        let found: Vec<_> = match path.strip_prefix(FOLDER) {
            Some("") => left.iter().copied().collect(),
            Some(name) if name.starts_with('/') => {
                let name = name.trim_start_matches('/');
                left.iter()
                    .copied()
                    .filter(|file| ***file == *name)
                    .collect()
            }
            Some(_) | None => Vec::new(),
        };
        for name in found {
            left.remove(name);
            order.push(name);
        }
    }
    let forgotten: Vec<&str> = left.iter().map(|name| &***name).collect();
    if !forgotten.is_empty() {
        diagnostics.push(rule_file_ignored::not_named(&forgotten, paths));
    }
    order
}

/// The paths that falco.yaml names; nothing if arguments take their place.
fn paths(values: &Node) -> Option<&Node> {
    let arguments = [&["extra", "args"][..], &["extraArgs"]];
    let arguments = arguments
        .into_iter()
        .filter_map(|path| values.at(path)?.as_list());
    let is_rules = |argument: &Node| {
        let text = argument.as_text().unwrap_or_default();
        text.starts_with("-r") || text.starts_with("--rules")
    };
    if arguments.flatten().any(is_rules) {
        return None;
    }
    OPTIONS
        .iter()
        .find_map(|option| values.at(&["falco", option]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{Origin, from_json};
    use serde_json::{Value, json};

    /// The files that are loaded, and what is said.
    fn order(values: Value, names: &[&str]) -> (Vec<String>, Vec<String>) {
        let values = from_json(values, &Origin::Program);
        let names: Vec<Arc<str>> = names.iter().map(|name| Arc::from(*name)).collect();
        let mut diagnostics = Diagnostics::default();
        let order = loaded(&values, &names.iter().collect(), &mut diagnostics);
        let order = order.into_iter().map(ToString::to_string).collect();
        let said = diagnostics.sorted().into_iter();
        (order, said.map(|said| said.message.clone()).collect())
    }

    const NAMES: [&str; 3] = ["b.yaml", "a.yml", "B.yaml"];

    #[test]
    fn the_files_of_the_folder_are_loaded_by_name() {
        let values = json!({"falco": {"rules_files": ["/etc/falco/falco_rules.yaml", "/etc/falco/rules.d/"]}});
        let (order, said) = order(values, &NAMES);
        assert_eq!(order, ["B.yaml", "a.yml", "b.yaml"]);
        assert_eq!(said, [""; 0]);
    }

    #[test]
    fn a_file_that_is_named_is_loaded_where_it_is_named() {
        let values =
            json!({"falco": {"rulesFile": ["/etc/falco/rules.d/b.yaml", "/etc/falco/rules.d"]}});
        assert_eq!(order(values, &NAMES).0, ["b.yaml", "B.yaml", "a.yml"]);
    }

    #[test]
    fn what_no_path_leads_to_is_told() {
        let values =
            json!({"falco": {"rules_files": ["/etc/falco/rules.d/b.yaml", "/etc/falco/rules.dd"]}});
        let (order, said) = order(values, &NAMES);
        assert_eq!(order, ["b.yaml"]);
        assert_eq!(
            said,
            ["Falco does not load the rules files `B.yaml`, `a.yml`"]
        );
    }

    #[test]
    fn where_arguments_name_the_files_nothing_is_known() {
        let values = json!({"falco": {"rules_files": []}, "extra": {"args": ["-r", "/a"]}});
        let (order, said) = order(values, &NAMES);
        assert_eq!(order, ["B.yaml", "a.yml", "b.yaml"]);
        assert_eq!(said, [""; 0]);
    }
}
