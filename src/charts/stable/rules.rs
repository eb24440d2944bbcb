//! The rules files of `--base-rules`, mounted as the chart mounts those that it ships (chart file
//! templates/daemonset.yaml).

use crate::yaml::Node;

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
pub fn items(base_rules: &Node, webserver: bool) -> Node {
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
            Some(Node::map([
                ("key", Node::constant(file)),
                ("path", Node::constant(path)),
            ]))
        });
    Node::list(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(files: &[&str], webserver: bool) -> Vec<String> {
        let rules = Node::map(files.iter().map(|file| (*file, Node::constant("rules"))));
        let items = items(&rules, webserver);
        let path = |item: &Node| item.get("path").unwrap().as_text().unwrap().to_owned();
        items.as_list().unwrap().iter().map(path).collect()
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
        assert_eq!(items(&Node::null(), true), Node::list([]));
    }
}
