//! The folder of a pod in which rules of one's own are: which of its files Falco loads, and in which order.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::maintained;
use crate::checks::rules::rule_file_ignored;
use crate::diagnostic::Diagnostics;
use crate::yaml::Node;

/// The folders on the way to where the charts mount rules of one's own (chart files templates/pod-template.tpl and, of
/// stable/falco, templates/daemonset.yaml).
const FOLDER: [&str; 3] = ["etc", "falco", "rules.d"];

/// The options of values that name what Falco loads: that of falcosecurity/falco, and that of stable/falco.
const OPTIONS: [&str; 2] = ["rules_files", "rulesFile"];

/// The files that Falco loads, in its order: that of the paths in falco.yaml, and by name where a path is the folder (Falco 0.44,
/// `load_rules_files.cpp`, `configuration.cpp`). `names` are those whose names let them be loaded. One to which no path leads
/// goes into `diagnostics`.
#[must_use]
pub fn loaded<'n>(
    values: &Node,
    names: &BTreeSet<&'n Arc<str>>,
    diagnostics: &mut Diagnostics,
) -> Vec<&'n Arc<str>> {
    let Some(paths) = paths(values) else {
        return names.iter().copied().collect();
    };
    let mut left = names.clone();
    let mut order = Vec::new();
    for path in paths.as_list().into_iter().flatten() {
        let found = found_at(path.as_text().unwrap_or_default(), &left);
        left = &left - &found;
        order.extend(found);
    }
    let forgotten: Vec<&str> = left.iter().map(|name| &***name).collect();
    if !forgotten.is_empty() {
        diagnostics.push(rule_file_ignored::not_named(&forgotten, paths));
    }
    order
}

/// The files to which a path leads: all of the folder, or the one that it names.
fn found_at<'n>(path: &str, names: &BTreeSet<&'n Arc<str>>) -> BTreeSet<&'n Arc<str>> {
    let names = names.iter().copied();
    match parts(path).strip_prefix(&FOLDER) {
        Some([]) => names.collect(),
        Some([name]) => names.filter(|file| ***file == **name).collect(),
        Some(_) | None => BTreeSet::new(),
    }
}

/// The names of the files of Falco's own rules that falco.yaml names; nothing if it names what may hold anything, such as another
/// folder, or if arguments may take its place.
#[must_use]
pub fn names_of_files(values: &Node) -> Option<Vec<String>> {
    let paths = paths(values)?.as_list()?.iter();
    let paths = paths.map(|path| parts(path.as_text().unwrap_or_default()));
    let names = paths.map(|parts| match parts.as_slice() {
        ["etc", "falco", name] if maintained::is_file(name) => Some(Some((*name).to_owned())),
        ["etc", "falco", "falco_rules.local.yaml" | "rules.d"] | ["etc", "falco", "rules.d", _] => {
            Some(None)
        }
        _ => None,
    });
    let names: Option<Vec<Option<String>>> = names.collect();
    Some(names?.into_iter().flatten().collect())
}

/// The folders and the file of a path.
fn parts(path: &str) -> Vec<&str> {
    let parts = path.split('/').filter(|part| !matches!(*part, "" | "."));
    parts.collect()
}

/// The paths that falco.yaml names; nothing if arguments may take their place.
fn paths(values: &Node) -> Option<&Node> {
    let arguments = [&["extra", "args"][..], &["extraArgs"]];
    let arguments = arguments
        .into_iter()
        .filter_map(|path| values.at(path)?.as_list());
    let is_rules = |argument: &Node| {
        let text = argument.as_text().unwrap_or_default();
        text.starts_with("-r") || text.starts_with("--rules") || text.contains("rules_file")
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
        let values = json!({"falco": {"rules_files": ["/etc/falco/falco_rules.yaml", "/etc//falco/./rules.d/"]}});
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
        for arguments in [json!(["-r", "/a"]), json!(["-o", "rules_files[]=/a"])] {
            let values = json!({"falco": {"rules_files": []}, "extra": {"args": arguments}});
            let (order, said) = order(values, &NAMES);
            assert_eq!(order, ["B.yaml", "a.yml", "b.yaml"]);
            assert_eq!(said, [""; 0]);
        }
    }
}
