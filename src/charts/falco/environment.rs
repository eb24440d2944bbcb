//! Environment variables of the containers, in which the values may hold Go templates (chart files
//! templates/pod-template.tpl and _helpers.tpl).

use super::CHART;
use super::driver::Driver;
use crate::charts::Derivation;
use crate::charts::templating::Scope;
use crate::checks::values::wrong_type;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Node, Origin, Path, Step};

/// What the templates see of environments: of `falco`, of the `loader` of its driver, and of falcoctl's `install` and
/// `follow`, each of these two also with what it takes whole (`install_from`, `follow_from`); and whether the chart
/// `names_host`, the node of a pod, since the user does not.
pub fn environment(
    input: &Derivation<'_>,
    values: &Node,
    driver: Option<&Driver<'_>>,
    diagnostics: &mut Diagnostics,
) -> Node {
    check_names(input, diagnostics);
    let kind = values.at(&["controller", "kind"]).and_then(Node::as_text);
    let template = match kind {
        Some("deployment") => "deployment.yaml",
        _ => "daemonset.yaml",
    };
    let scope = Scope::new(input, &CHART, values, template);
    let is_on = |container| {
        let enabled = values.at(&["falcoctl", "artifact", container, "enabled"]);
        enabled.is_some_and(Node::is_true)
    };
    let mut list = |is_there: bool, path: &[&str]| {
        if is_there {
            scope.list(path, diagnostics)
        } else {
            Node::list([])
        }
    };
    let (install, follow) = (is_on("install"), is_on("follow"));
    let has_loader = driver.is_some_and(Driver::has_loader);
    let falco = list(true, &["extra", "env"]);
    Node::map([
        ("names_host", names_host(values, &falco)),
        ("falco", falco),
        (
            "loader",
            list(has_loader, &["driver", "loader", "initContainer", "env"]),
        ),
        (
            "install",
            list(install, &["falcoctl", "artifact", "install", "env"]),
        ),
        (
            "install_from",
            list(install, &["falcoctl", "artifact", "install", "envFrom"]),
        ),
        (
            "follow",
            list(follow, &["falcoctl", "artifact", "follow", "env"]),
        ),
        (
            "follow_from",
            list(follow, &["falcoctl", "artifact", "follow", "envFrom"]),
        ),
    ])
}

/// Reports names of variables in `extra.env` that are no texts, such as `N`, which is a boolean. The chart compares them
/// with a text, and refuses others.
fn check_names(input: &Derivation<'_>, diagnostics: &mut Diagnostics) {
    let variables = input.values.at(&["extra", "env"]).and_then(Node::as_list);
    for (at, variable) in variables.unwrap_or_default().iter().enumerate() {
        let name = variable.get("name").filter(|name| !name.is_null());
        if let Some(name) = name.filter(|name| name.as_text().is_none()) {
            let path = Path::keys(["extra", "env"])
                .join(Step::Index(at))
                .join(Step::Key("name".into()));
            diagnostics.push(wrong_type::refused(&path, name, "a text", input.sources));
        }
    }
}

/// Whether the chart names the node in `FALCO_HOSTNAME`: unless the user does, since Kubernetes merges variables by
/// their names.
fn names_host(values: &Node, variables: &Node) -> Node {
    let enabled = values.at(&["falcoHostnameEnv"]);
    let is_host =
        |variable: &Node| variable.get("name").and_then(Node::as_text) == Some("FALCO_HOSTNAME");
    let given = variables.as_list().unwrap_or_default().iter().any(is_host);
    let origin = enabled.map_or(Origin::Program, |enabled| enabled.origin.clone());
    Node::bool(enabled.is_some_and(Node::is_true) && !given, origin)
}

#[cfg(test)]
mod tests {
    use crate::charts::falco::tests::said;

    #[test]
    fn the_name_of_a_variable_is_a_text() {
        assert_eq!(
            said("extra: {env: [{name: X, value: a}, {name: N, value: b}]}"),
            ["error: `extra.env[1].name` is a boolean, expected a text"]
        );
        assert_eq!(
            said("extra: {env: [{name: 'N', value: b}, {name: null}]}"),
            [""; 0]
        );
    }
}
