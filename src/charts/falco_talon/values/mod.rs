//! The values of chart falco-talon 0.3.1: the chart's values.yaml, and the keys that only its templates know.

mod config;
mod metrics;
mod notifiers;
mod rbac;
mod services;

use std::collections::BTreeMap;

use serde_json::json;

use crate::charts::kinds::{Exact, Object, Switch, Tested, object};
use crate::section;

use config::Config;
use metrics::{Grafana, ServiceMonitor};
use rbac::Rbac;
use services::{Ingress, Service};

section! {
    /// Values of chart falco-talon 0.3.1, which runs Falco Talon 0.3.0.
    #[schemars(title = "falco-talon 0.3.1")]
    Values {
        /// How many pods.
        #[schemars(range(min = 0))]
        replica_count: Option<i32> = Some(2),
        /// The container image of Falco Talon.
        image: Image = Image::default(),
        /// The `PodSecurityPolicy` of the pods.
        pod_security_policy: PodSecurityPolicy = PodSecurityPolicy::default(),
        /// Security settings of the pods.
        pod_security_context: PodSecurityContext = PodSecurityContext::default(),
        /// Names of Secrets with credentials for pulling the image.
        image_pull_secrets: Tested<Vec<String>> = Vec::<String>::new(),
        /// The name of the objects in place of `falco-talon`.
        name_override: Exact<Tested<String>> = String::new(),
        /// Environment variables of the container, as Kubernetes' `EnvVar`.
        extra_env: Tested<Vec<Object>> = vec![object(json!({"name": "LOG_LEVEL", "value": "warning"}))],
        /// Priority class of the pods.
        priority_class_name: Tested<String> = "",
        /// Annotations of the pods.
        pod_annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// The Service at which Falco Talon takes alerts.
        service: Service = Service::default(),
        /// The Ingress, which leads to the Service from outside of the cluster.
        ingress: Ingress = Ingress::default(),
        /// Resources of the container, as Kubernetes' `ResourceRequirements`.
        resources: Object = Object::new(),
        /// Labels that a node must have to run the pods.
        node_selector: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Taints that the pods tolerate, as Kubernetes' `Toleration`.
        tolerations: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Further rules on which nodes run the pods, as Kubernetes' `Affinity`.
        affinity: Tested<Object> = Object::new(),
        /// What Falco Talon may do in the Kubernetes API: its account, and the verbs that it has for each resource.
        rbac: Rbac = Rbac::default(),
        /// Falco Talon's own configuration, and what it does when an alert arrives.
        config: Config = Config::default(),
        /// The `ServiceMonitor`, by which the Prometheus operator finds the metrics.
        service_monitor: ServiceMonitor = ServiceMonitor::default(),
        /// Dashboards for Grafana.
        grafana: Grafana = Grafana::default(),
        /// Settings shared with a parent chart. This chart reads none.
        #[serde(skip_serializing_if = "Option::is_none")]
        global: Option<Object> = None::<Object>,
    }
}

section! {
    /// The container image of Falco Talon.
    Image {
        /// Registry to pull from.
        registry: Tested<String> = "falco.docker.scarf.sh",
        /// Repository in the registry.
        repository: String = "falcosecurity/falco-talon",
        /// Tag of the image; Falco Talon's version if it is empty.
        tag: Tested<String> = "",
        /// When to pull the image.
        #[schemars(extend("enum" = ["Always", "IfNotPresent", "Never"]))]
        pull_policy: Option<String> = Some("Always".to_owned()),
    }
}

section! {
    /// The `PodSecurityPolicy` of the pods.
    PodSecurityPolicy {
        /// Whether to make it, and let the pods use it. Kubernetes 1.25 and later have none.
        create: Switch = false,
    }
}

section! {
    /// Security settings of the pods.
    PodSecurityContext {
        /// The user under which the container runs.
        #[schemars(range(min = 0))]
        run_as_user: Option<i64> = Some(1234),
        /// The group to which mounted files belong.
        #[schemars(range(min = 0))]
        fs_group: Option<i64> = Some(1234),
    }
}
