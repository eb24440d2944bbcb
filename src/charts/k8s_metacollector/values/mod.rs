//! The values of chart falcosecurity/k8s-metacollector 0.1.11: the chart's values.yaml, and the keys that only its
//! templates know.

mod metrics;
mod service;

use std::collections::BTreeMap;

use serde_json::json;

use crate::charts::kinds::{Exact, Object, Switch, Tested, object};
use crate::section;

use metrics::{Grafana, ServiceMonitor};
use service::Service;

section! {
    /// Values of chart falcosecurity/k8s-metacollector 0.1.11, which runs k8s-metacollector 0.1.1.
    #[schemars(title = "falcosecurity/k8s-metacollector 0.1.11")]
    Values {
        /// How many pods.
        #[schemars(range(min = 0, max = 2_147_483_647))]
        replica_count: Option<i32> = Some(1),
        /// The container image.
        image: Image = Image::default(),
        /// Takes the place of `k8s-metacollector` in the names of the objects.
        name_override: Exact<Tested<String>> = String::new(),
        /// The name of the objects, whatever the release is called.
        fullname_override: Exact<Tested<String>> = String::new(),
        /// Namespace of the objects, if it is not that of the release.
        namespace_override: Tested<String> = "",
        /// The account under which the pods run, and the `ClusterRole` that lets it read the cluster's objects.
        service_account: ServiceAccount = ServiceAccount::default(),
        /// Annotations of the pods.
        pod_annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Labels of the pods, besides the chart's own.
        pod_labels: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Security settings of the pods, as Kubernetes' `PodSecurityContext`.
        pod_security_context: Object = object(json!({
            "runAsNonRoot": true,
            "runAsUser": 1000,
            "runAsGroup": 1000,
            "fsGroup": 1000,
        })),
        /// Security settings of the container, as Kubernetes' `SecurityContext`.
        container_security_context: Object = object(json!({"capabilities": {"drop": ["ALL"]}})),
        /// The Service at which Falco's k8smeta plugin and Prometheus find the pods.
        service: Service = Service::default(),
        /// The `ServiceMonitor`, by which the Prometheus operator finds the metrics.
        service_monitor: ServiceMonitor = ServiceMonitor::default(),
        /// Resources of the container, as Kubernetes' `ResourceRequirements`.
        resources: Object = Object::new(),
        /// Labels that a node must have to run the pods.
        node_selector: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Taints that the pods tolerate, as Kubernetes' `Toleration`.
        tolerations: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Further rules on which nodes run the pods, as Kubernetes' `Affinity`.
        affinity: Tested<Object> = Object::new(),
        /// How the kubelet finds out whether the collector works.
        health_checks: HealthChecks = HealthChecks::default(),
        /// Dashboards for Grafana.
        grafana: Grafana = Grafana::default(),
        /// Settings shared with a parent chart. This chart reads none.
        global: Object = Object::new(),
    }
}

section! {
    /// The container image.
    Image {
        /// When to pull the image.
        #[schemars(extend("enum" = ["Always", "IfNotPresent", "Never"]))]
        pull_policy: Option<String> = Some("IfNotPresent".to_owned()),
        /// Secrets with credentials for pulling it, as Kubernetes' `LocalObjectReference`.
        pull_secrets: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Registry to pull from.
        registry: Tested<String> = "docker.io",
        /// Repository in the registry.
        repository: String = "falcosecurity/k8s-metacollector",
        /// Tag of the image; the version of k8s-metacollector if it is empty.
        tag: Tested<String> = "",
    }
}

section! {
    /// The account under which the pods run, and the `ClusterRole` that lets it read the cluster's objects.
    ServiceAccount {
        /// Whether to make the account, the `ClusterRole` and its binding.
        create: Switch = true,
        /// Annotations of the account.
        annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Its name; the name of the other objects if it is made here, else `default`.
        name: Tested<String> = "",
    }
}

section! {
    /// How the kubelet finds out whether the collector works.
    HealthChecks {
        /// Whether the collector is alive, as Kubernetes' `Probe`: if not, its container is restarted.
        liveness_probe: Tested<Object> = probe("/healthz", 45),
        /// Whether the collector is ready, as Kubernetes' `Probe`: if not, the Service does not lead to the pod.
        readiness_probe: Tested<Object> = probe("/readyz", 30),
    }
}

/// A probe of that path, which begins after so many seconds.
fn probe(path: &str, delay: i32) -> Object {
    object(json!({
        "httpGet": {"path": path, "port": 8081},
        "initialDelaySeconds": delay,
        "timeoutSeconds": 5,
        "periodSeconds": 15,
    }))
}
