//! Names that all charts make of their values in the same way, as `helm create` lays them out.

use super::text::{cut_name, join, text};
use crate::release::Release;
use crate::yaml::Node;

/// The name that most objects have: `fullnameOverride`, or the release's name if the chart's is part of it, or both.
/// `nameOverride` takes the place of `chart`, the chart's name.
pub fn fullname(values: &Node, release: &Release, chart: &str) -> Node {
    if let Some(fullname) = values.get("fullnameOverride").filter(|name| name.is_true()) {
        return cut_name(&text(fullname));
    }
    let name = own_or(values, "nameOverride", chart);
    let release = &release.name;
    let contained = match (release.as_text(), name.as_text()) {
        (Some(release), Some(name)) => release.contains(name),
        _ => false,
    };
    if contained {
        cut_name(release)
    } else {
        cut_name(&join([release, &Node::constant("-"), &name]))
    }
}

/// The chart's name as the label `app.kubernetes.io/name` has it.
pub fn name(values: &Node, chart: &str) -> Node {
    cut_name(&own_or(values, "nameOverride", chart))
}

/// The namespace of the chart's objects: `namespaceOverride`, or that of the release.
pub fn namespace(values: &Node, release: &Release) -> Node {
    match values
        .get("namespaceOverride")
        .filter(|name| name.is_true())
    {
        Some(namespace) => text(namespace),
        None => release.namespace.clone(),
    }
}

/// The account under which the pods run: the one that is named, or else one named as the other objects if the chart
/// makes it, or else that of the namespace.
pub fn service_account(values: &Node, fullname: &Node) -> Node {
    let name = values.at(&["serviceAccount", "name"]);
    if let Some(name) = name.filter(|name| name.is_true()) {
        return text(name);
    }
    match values.at(&["serviceAccount", "create"]) {
        Some(create) if create.is_true() => fullname.clone(),
        _ => Node::constant("default"),
    }
}

fn own_or(values: &Node, key: &str, default: &str) -> Node {
    match values.get(key).filter(|name| name.is_true()) {
        Some(name) => text(name),
        None => Node::constant(default),
    }
}
