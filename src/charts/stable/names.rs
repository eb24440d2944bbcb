//! Names and labels of the chart's objects (chart file templates/_helpers.tpl).

use super::CHART;
use crate::charts::text::{cut_name, join, text};
use crate::checks::values::missing_value;
use crate::diagnostic::Diagnostics;
use crate::release::Release;
use crate::values::needed;
use crate::yaml::{Kind, Node, Path};

/// The name that most objects have: `fullnameOverride`, or the release's name if the chart's is part of it, or both.
pub fn fullname(values: &Node, release: &Release) -> Node {
    if let Some(fullname) = values.get("fullnameOverride").filter(|name| name.is_true()) {
        return cut_name(&text(fullname));
    }
    let name = match values.get("nameOverride").filter(|name| name.is_true()) {
        Some(name) => text(name),
        None => Node::constant(CHART.name),
    };
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

/// The labels that every object has.
pub fn labels(fullname: &Node, release: &Release) -> Node {
    Node::map([
        ("app", fullname.clone()),
        (
            "chart",
            Node::constant(format!("{}-{}", CHART.name, CHART.version)),
        ),
        ("release", release.name.clone()),
        ("heritage", Node::constant("Helm")),
    ])
}

/// The account under which the pods run.
pub fn service_account(values: &Node, fullname: &Node) -> Node {
    if let Some(name) = values
        .at(&["serviceAccount", "name"])
        .filter(|name| name.is_true())
    {
        return text(name);
    }
    match values.at(&["serviceAccount", "create"]) {
        Some(create) if create.is_true() => fullname.clone(),
        _ => Node::constant("default"),
    }
}

/// The image of Falco: `REGISTRY/REPOSITORY:TAG`. A registry that is an empty text leaves a leading slash, as the
/// chart does.
pub fn image(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let mut part = |key| text(needed(values, &["image", key], diagnostics));
    let (own, repository, tag) = (part("registry"), part("repository"), part("tag"));
    if values
        .at(&["image", "tag"])
        .and_then(Node::as_text)
        .is_some_and(|tag| tag.trim().is_empty())
    {
        diagnostics.push(missing_value::empty(&Path::keys(["image", "tag"]), &tag));
    }
    let registry = match values.at(&["global", "imageRegistry"]) {
        Some(registry) if registry.is_true() => text(registry),
        _ => own,
    };
    let colon = Node::constant(":");
    let image = join([&registry, &Node::constant("/"), &repository, &colon, &tag]);
    debug_assert!(matches!(image.kind, Kind::Text(_)));
    image
}
