//! Names and labels of the chart's objects (chart file templates/_helpers.tpl).

use super::CHART;
use crate::charts::names;
use crate::charts::text::{join, text};
use crate::checks::values::missing_value;
use crate::diagnostic::Diagnostics;
use crate::release::Release;
use crate::values::needed;
use crate::yaml::{Node, Path};

/// The name that most objects have.
pub fn fullname(values: &Node, release: &Release) -> Node {
    names::fullname(values, release, CHART.name)
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

/// The image of Falco: `REGISTRY/REPOSITORY:TAG`. A registry that is an empty text leaves a leading slash, as the
/// chart does.
pub fn image(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let mut part = |key| text(needed(values, &["image", key], diagnostics));
    let (own, repository, tag) = (part("registry"), part("repository"), part("tag"));
    let registry = global_registry(values).map_or(own, text);
    check_image(values, diagnostics);
    let colon = Node::constant(":");
    join([&registry, &Node::constant("/"), &repository, &colon, &tag])
}

/// Reports parts of the image's name that are empty texts; those that are null have been reported.
fn check_image(values: &Node, diagnostics: &mut Diagnostics) {
    const NEEDED: [(&str, &str); 2] = [
        (
            "registry",
            "write the registry's host; a repository without one is pulled from docker.io",
        ),
        (
            "repository",
            "write the repository, such as `falcosecurity/falco`",
        ),
    ];
    let path = |key| Path::keys(["image", key]);
    let empty = |key| {
        let part = values.at(&["image", key]);
        part.filter(|part| part.as_text() == Some(""))
    };
    for (key, help) in NEEDED {
        let is_used = key != "registry" || global_registry(values).is_none();
        if let Some(part) = empty(key).filter(|_| is_used) {
            diagnostics.push(missing_value::empty_image_part(&path(key), part, help));
        }
    }
    if let Some(tag) = empty("tag") {
        diagnostics.push(missing_value::empty(&path("tag"), tag));
    }
}

/// The registry that a parent chart gives in place of the image's own.
fn global_registry(values: &Node) -> Option<&Node> {
    let registry = values.at(&["global", "imageRegistry"]);
    registry.filter(|registry| registry.is_true())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::stable::tests::{release, values};
    use crate::diagnostic::Diagnostic;

    fn fullname_of(text: &str, name: &str) -> String {
        let fullname = fullname(&values(text), &release(name));
        fullname.as_text().unwrap().to_owned()
    }

    #[test]
    fn a_release_that_is_named_after_the_chart_names_the_objects() {
        assert_eq!(fullname_of("", "falco"), "falco");
        assert_eq!(fullname_of("", "my-falco-2"), "my-falco-2");
        assert_eq!(fullname_of("", "watch"), "watch-falco");
    }

    #[test]
    fn an_override_takes_the_place_of_the_chart_s_name_or_of_all() {
        assert_eq!(fullname_of("nameOverride: eye", "falco"), "falco-eye");
        assert_eq!(fullname_of("nameOverride: eye", "eyes"), "eyes");
        assert_eq!(
            fullname_of("{nameOverride: eye, fullnameOverride: all}", "eyes"),
            "all"
        );
        assert_eq!(
            fullname_of("{nameOverride: '', fullnameOverride: ''}", "eye"),
            "eye-falco"
        );
    }

    #[test]
    fn a_name_is_cut_whatever_it_is_made_of() {
        let long = "a".repeat(62);
        assert_eq!(fullname_of("", &long), long);
        assert_eq!(
            fullname_of(&format!("fullnameOverride: {long}-b"), "falco"),
            long
        );
    }

    #[test]
    fn the_pods_run_under_the_account_that_is_named_or_made_or_there() {
        let account = |text: &str| {
            let account = names::service_account(&values(text), &Node::constant("full"));
            account.as_text().unwrap().to_owned()
        };
        assert_eq!(account(""), "full");
        assert_eq!(account("serviceAccount: {name: own}"), "own");
        assert_eq!(account("serviceAccount: {create: false, name: own}"), "own");
        assert_eq!(account("serviceAccount: {create: false}"), "default");
    }

    #[test]
    fn a_global_registry_takes_the_place_of_the_image_s() {
        let image = |text: &str| {
            let image = image(&values(text), &mut Diagnostics::default());
            image.as_text().unwrap().to_owned()
        };
        assert_eq!(
            image("image: {tag: edge}"),
            "docker.io/falcosecurity/falco:edge"
        );
        assert_eq!(
            image("{image: {registry: a}, global: {imageRegistry: b}}"),
            "b/falcosecurity/falco:0.17.1"
        );
        assert_eq!(
            image("image: {registry: ''}"),
            "/falcosecurity/falco:0.17.1"
        );
    }

    #[test]
    fn an_image_without_one_of_its_parts_is_an_error() {
        let mut diagnostics = Diagnostics::default();
        image(&values("image: {tag: null}"), &mut diagnostics);
        let said = diagnostics.sorted();
        assert_eq!(
            said[0].message,
            "`image.tag` is null, and the chart needs it"
        );
    }

    #[test]
    fn an_image_whose_name_no_runtime_takes_is_a_warning() {
        let said = |text: &str| {
            let mut diagnostics = Diagnostics::default();
            image(&values(text), &mut diagnostics);
            let said = diagnostics.sorted();
            let line = |said: &Diagnostic| format!("{}: {}", said.severity.name(), said.message);
            said.into_iter().map(line).collect::<Vec<_>>()
        };
        assert_eq!(
            said("image: {registry: '', repository: ''}"),
            [
                "warning: `image.registry` is empty, and no runtime takes the image's name without it",
                "warning: `image.repository` is empty, and no runtime takes the image's name without it",
            ]
        );
        let replaced = "{image: {registry: ''}, global: {imageRegistry: b}}";
        assert_eq!(said(replaced), [""; 0]);
    }

    #[test]
    fn an_image_comes_from_all_its_parts() {
        let values = values("image: {repository: r, tag: t}");
        let image = image(&values, &mut Diagnostics::default());
        let parts =
            ["registry", "repository", "tag"].map(|key| values.at(&["image", key]).unwrap());
        let origins = parts.iter().map(|part| &part.origin);
        assert_eq!(image.origin, crate::yaml::Origin::derived(origins));
    }
}
