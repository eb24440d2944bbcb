//! The values of chart falcosecurity/falcosidekick 0.12.1: the chart's values.yaml, and the keys that only its
//! templates know.

mod config;
mod grafana;
mod network;
mod pods;
mod prometheus_rules;
mod redis;
mod webui;

use std::collections::BTreeMap;

use crate::charts::kinds::{Exact, Object, Tested};
use crate::section;

use config::Config;
use grafana::Grafana;
use network::{Ingress, Service};
use pods::{Image, PodSecurityPolicy, ServiceMonitor, TestConnection};
use prometheus_rules::PrometheusRules;
use webui::Webui;

section! {
    /// Values of chart falcosecurity/falcosidekick 0.12.1, which runs Falcosidekick 2.32.0.
    #[schemars(title = "falcosecurity/falcosidekick 0.12.1")]
    Values {
        /// How many pods.
        #[schemars(range(min = 0, max = 2_147_483_647))]
        replica_count: Option<i32> = Some(2),
        /// How many old `ReplicaSet`s are kept to go back to; 10 if it is not set, and if it is 0.
        #[schemars(range(min = 0, max = 2_147_483_647))]
        revision_history_limit: Option<Tested<i32>> = None::<Tested<i32>>,
        /// The container image of Falcosidekick.
        image: Image = Image::default(),
        /// Security settings of the pods, as Kubernetes' `PodSecurityContext`.
        pod_security_context: Tested<Object> = pods::unprivileged(),
        /// Security settings of the Falcosidekick container, as Kubernetes' `SecurityContext`.
        security_context: Tested<Object> = Object::new(),
        /// Names of Secrets with credentials for pulling the images.
        image_pull_secrets: Tested<Vec<String>> = Vec::<String>::new(),
        /// Takes the place of `falcosidekick` in the names of the objects.
        name_override: Exact<Tested<String>> = String::new(),
        /// The name of the objects, whatever the release is called.
        fullname_override: Exact<Tested<String>> = String::new(),
        /// The `PodSecurityPolicy` of clusters before Kubernetes 1.25.
        pod_security_policy: PodSecurityPolicy = PodSecurityPolicy::default(),
        /// Priority class of the pods.
        priority_class_name: Tested<String> = String::new(),
        /// Labels of the objects, besides the chart's own.
        custom_labels: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Annotations of the objects.
        custom_annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Labels of the pods, besides the chart's own.
        pod_labels: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Annotations of the pods.
        pod_annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// The `ServiceMonitor`, by which a Prometheus operator finds Falcosidekick's metrics.
        service_monitor: ServiceMonitor = ServiceMonitor::default(),
        /// Rules of the Prometheus operator that alert to many events and to failing outputs.
        prometheus_rules: PrometheusRules = PrometheusRules::default(),
        /// Dashboards for Grafana.
        grafana: Grafana = Grafana::default(),
        /// Falcosidekick's own configuration: where alerts go.
        config: Config = Config::default(),
        /// The Service at which Falco reaches Falcosidekick.
        service: Service = Service::default(),
        /// The Ingress by which Falcosidekick is reached from outside of the cluster.
        ingress: Ingress = Ingress::default(),
        /// Resources of the Falcosidekick container, as Kubernetes' `ResourceRequirements`.
        resources: Object = Object::new(),
        /// Labels that a node must have to run the pods.
        node_selector: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Taints that the pods tolerate, as Kubernetes' `Toleration`.
        tolerations: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Further rules on which nodes run the pods, as Kubernetes' `Affinity`.
        affinity: Tested<Object> = Object::new(),
        /// Volumes of the pods, as Kubernetes' `Volume`.
        extra_volumes: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Where the Falcosidekick container mounts them, as Kubernetes' `VolumeMount`.
        extra_volume_mounts: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// The pod of `helm test`.
        test_connection: TestConnection = TestConnection::default(),
        /// The web UI, which shows the latest events.
        webui: Webui = Webui::default(),
        /// Settings shared with a parent chart. This chart reads none.
        global: Object = Object::new(),
    }
}
