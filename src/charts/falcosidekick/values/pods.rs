//! Values of pods and of those who watch them.

use std::collections::BTreeMap;

use serde_json::json;

use crate::charts::kinds::{Object, Switch, Tested, object};
use crate::section;

/// Security settings of pods that run as an ordinary user.
#[must_use]
pub fn unprivileged() -> Object {
    object(json!({"runAsUser": 1234, "fsGroup": 1234}))
}

section! {
    /// A container image.
    Image {
        /// Registry to pull from.
        registry: String = "docker.io",
        /// Repository in the registry.
        repository: String = "falcosecurity/falcosidekick",
        /// Tag of the image.
        tag: String = "2.32.0",
        /// When to pull the image.
        #[schemars(extend("enum" = ["Always", "IfNotPresent", "Never"]))]
        pull_policy: Option<String> = Some("IfNotPresent".to_owned()),
    }
}

impl Image {
    /// The image of that repository and tag.
    #[must_use]
    pub fn of(repository: &str, tag: &str) -> Self {
        Image {
            repository: repository.to_owned(),
            tag: tag.to_owned(),
            ..Image::default()
        }
    }
}

section! {
    /// The `PodSecurityPolicy` of clusters before Kubernetes 1.25.
    PodSecurityPolicy {
        /// Whether to make it, with a `ClusterRole` that allows to use it.
        create: Switch = false,
    }
}

section! {
    /// The `ServiceMonitor`, by which a Prometheus operator finds Falcosidekick's metrics.
    ServiceMonitor {
        /// Whether to make it, if the cluster has `monitoring.coreos.com/v1` (`--api-versions`).
        enabled: Switch = false,
        /// Labels of the monitor, by which the operator picks it, besides the chart's own.
        additional_labels: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Time between two measurements, such as `30s`; Prometheus' own if it is empty.
        interval: Tested<String> = String::new(),
        /// Time that a measurement may take; Prometheus' own if it is empty.
        scrape_timeout: Tested<String> = String::new(),
        /// Further settings of the endpoint, as the operator's `Endpoint`.
        additional_properties: Tested<Object> = Object::new(),
    }
}

section! {
    /// The pod of `helm test`, which sends a request to Falcosidekick.
    TestConnection {
        /// Labels that a node must have to run it.
        node_selector: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Taints that it tolerates, as Kubernetes' `Toleration`.
        tolerations: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Further rules on which nodes run it, as Kubernetes' `Affinity`.
        affinity: Tested<Object> = Object::new(),
    }
}
