//! What the chart's templates see.

use super::{CHART, config_yaml, dashboard, labels, role, rules, without_effect};
use crate::charts::image::image;
use crate::charts::{Derivation, ingress, labels as shared_labels, names};
use crate::checks::values::missing_value;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Kind, Node, Origin, Path};

/// The chart's annotation of the pods, which is to start them anew with another Secret: it holds a digest of the one
/// in the cluster. No cluster is asked here, so that it is the digest of none.
const CHECKSUM: &str = "74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b";

/// Everything that the templates may name.
pub fn derive(input: &Derivation<'_>, diagnostics: &mut Diagnostics) -> Node {
    let (values, release) = (input.values, input.release);
    let name = names::name(values, CHART.name);
    let config = config_yaml::config_yaml(values);
    let common = labels::common(values, release);
    let checksum = Node::map([("secret-checksum", Node::constant(CHECKSUM))]);
    without_effect::check(values, &config, &name, diagnostics);
    Node::map([
        ("release", release.as_node()),
        ("chart", Node::map([("name", Node::constant(CHART.name))])),
        ("image", image(values, &["image"], &CHART, diagnostics)),
        (
            "pod_annotations",
            checksum.merged(values.get("podAnnotations")),
        ),
        ("account", account(values, &name, diagnostics)),
        ("rules", rules::rules(values)),
        (
            "config_yaml",
            Node::new(Kind::Document(config.into()), Origin::Program),
        ),
        (
            "ingress",
            ingress::ingress(values.get("ingress"), &name, input.capabilities),
        ),
        ("dashboard", dashboard::dashboard(values, &common)),
        (
            "monitor_labels",
            common.merged(values.at(&["serviceMonitor", "additionalLabels"])),
        ),
        ("role_rules", role::rules(values, &name)),
        ("role_labels", labels::of_role(values, release)),
        ("labels", common),
        (
            "selector_labels",
            shared_labels::selector(values, release, &CHART),
        ),
        ("name", name),
        ("values", values.clone()),
    ])
}

/// The account that the role is bound to: the one that the chart makes, or else the one that is named.
fn account(values: &Node, name: &Node, diagnostics: &mut Diagnostics) -> Node {
    let setting = |key| values.at(&["rbac", "serviceAccount", key]);
    if setting("create").is_some_and(Node::is_true) {
        return name.clone();
    }
    if let Some(name) = setting("name").filter(|name| name.is_true()) {
        return name.clone();
    }
    let path = Path::keys(["rbac", "serviceAccount", "name"]);
    let create = setting("create").cloned().unwrap_or_else(Node::null);
    diagnostics.push(missing_value::account(&path, &create));
    Node::null()
}
