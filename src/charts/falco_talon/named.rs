//! Named templates of the chart that values may include (chart file templates/_helpers.tpl).

use super::{CHART, labels};
use crate::charts::{Named, ingress, labels as shared_labels, names};
use crate::yaml::Node;

/// What the template of that name prints: a text, or a map that it prints as YAML. Nothing if the chart has none of
/// that name.
pub fn named(name: &str, context: &Named<'_>) -> Option<Node> {
    let (values, release) = (context.values, context.release);
    let boolean = |value: bool| Node::constant(value.to_string());
    let api_version = ingress::api_version(context.capabilities);
    Some(match name {
        "falco-talon.name" => names::name(values, context.chart),
        "falco-talon.chart" => shared_labels::chart(&CHART),
        "falco-talon.labels" => labels::common(values, release),
        "falco-talon.selectorLabels" => shared_labels::selector(values, release, &CHART),
        "falco-talon.ingress.apiVersion" => Node::constant(api_version),
        "falco-talon.ingress.isStable" => boolean(api_version == "networking.k8s.io/v1"),
        "falco-talon.ingress.supportsPathType" => {
            boolean(ingress::has_path_types(context.capabilities))
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capabilities::Capabilities;
    use crate::charts::falco_talon::tests::derived;
    use crate::release::Release;

    #[test]
    fn an_ingress_is_named_by_the_version_of_the_cluster() {
        let (context, _) = derived("nameOverride: talon");
        let release = Release {
            name: Node::constant("falco"),
            namespace: Node::constant("default"),
            is_upgrade: false,
        };
        let printed = |name, version: &str| {
            let capabilities = Capabilities {
                kube_version: version.parse().ok(),
                api_versions: Vec::new(),
            };
            let context = Named {
                chart: CHART.name,
                values: context.get("values").unwrap(),
                release: &release,
                capabilities: &capabilities,
            };
            let printed = named(name, &context)?;
            printed.as_text().map(str::to_owned)
        };
        let version = |version| printed("falco-talon.ingress.apiVersion", version).unwrap();
        assert_eq!(version("1.18"), "networking.k8s.io/v1beta1");
        assert_eq!(version("1.19"), "networking.k8s.io/v1");
        let path_type = |version| printed("falco-talon.ingress.supportsPathType", version).unwrap();
        assert_eq!(path_type("1.17"), "false");
        assert_eq!(path_type("1.18"), "true");
        assert_eq!(printed("falco-talon.name", "1.31").unwrap(), "talon");
        assert_eq!(printed("falco-talon.fullname", "1.31"), None);
    }
}
