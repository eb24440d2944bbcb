//! The values of chart falcosecurity/falco 9.1.0: the chart's values.yaml, and the keys that only its templates know.
//!
//! Each part of them has a file of its own. What belongs to a subchart is here only as far as this chart reads it.

mod certificates;
mod collectors;
mod controller;
mod driver;
mod falco_events;
mod falco_metrics;
mod falco_outputs;
mod falco_yaml;
mod falcoctl;
mod falcoctl_yaml;
mod metrics;
mod pods;
mod subcharts;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::json;

use crate::charts::kinds::{Exact, Object, Switch, Tested, Traversed, object};
use crate::section;

use certificates::Certificates;
use collectors::Collectors;
use controller::Controller;
use driver::Driver;
use falco_yaml::Falco;
use falcoctl::Falcoctl;
use metrics::{Grafana, Metrics, ServiceMonitor};
use pods::{Extra, HealthChecks, Image, Mounts, Rbac, SecurityContextConstraints, ServiceAccount};
use subcharts::{Falcosidekick, ResponseActions};

section! {
    /// Values of chart falcosecurity/falco 9.1.0, which runs Falco 0.44.1.
    #[schemars(title = "falcosecurity/falco 9.1.0")]
    Values {
        /// The container image of Falco.
        image: Image = Image::falco(),
        /// Secrets with credentials for pulling the images of the pods, as Kubernetes' `LocalObjectReference`.
        image_pull_secrets: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Takes the place of `falco` in the names of the objects.
        name_override: Exact<Tested<String>> = String::new(),
        /// The name of the objects, whatever the release is called.
        fullname_override: Exact<Tested<String>> = String::new(),
        /// Namespace of the objects, if it is not that of the release. The Secret of `certs.client` stays in that of
        /// the release.
        namespace_override: Tested<String> = String::new(),
        /// Annotations of the pods.
        pod_annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// The account under which Falco runs.
        service_account: ServiceAccount = ServiceAccount::default(),
        /// What Falco's pods may do in the Kubernetes API.
        rbac: Rbac = Rbac::default(),
        /// Labels of the pods, besides the chart's own.
        pod_labels: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Priority class of the pods.
        pod_priority_class_name: Tested<Option<String>> = None::<String>,
        /// Security settings of the pods, as Kubernetes' `PodSecurityContext`.
        pod_security_context: Tested<Object> = Object::new(),
        /// Security settings of the Falco container, as Kubernetes' `SecurityContext`. They take the place of those
        /// that follow from `driver`: a privileged container, or a few capabilities if
        /// `driver.modernEbpf.leastPrivileged`.
        container_security_context: Tested<Object> = Object::new(),
        /// The `SecurityContextConstraints` of `OpenShift`.
        scc: SecurityContextConstraints = SecurityContextConstraints::default(),
        /// Resources of the Falco container, as Kubernetes' `ResourceRequirements`.
        resources: Object = object(json!({
            "requests": {"cpu": "100m", "memory": "512Mi"},
            "limits": {"cpu": "1000m", "memory": "1024Mi"},
        })),
        /// Labels that a node must have to run Falco.
        node_selector: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Further rules on which nodes run Falco, as Kubernetes' `Affinity`.
        affinity: Tested<Object> = Object::new(),
        /// Taints that Falco's pods tolerate, as Kubernetes' `Toleration`.
        tolerations: Tested<Vec<Object>> = vec![
            object(json!({"effect": "NoSchedule", "key": "node-role.kubernetes.io/master"})),
            object(json!({"effect": "NoSchedule", "key": "node-role.kubernetes.io/control-plane"})),
        ],
        /// How the kubelet finds out whether Falco works. There are no probes unless `falco.webserver.enabled`.
        health_checks: HealthChecks = HealthChecks::default(),
        /// Whether the Falco container gets a terminal, so that alerts appear in the pod's log without delay.
        tty: bool = false,
        /// The object that runs the pods.
        controller: Controller = Controller::default(),
        /// Services that lead to Falco's pods, such as for a plugin that listens: each has a `name`, which is put
        /// behind the name of the other objects, and otherwise what Kubernetes' `ServiceSpec` has, but no `selector`.
        services: Traversed<Option<Vec<Object>>> = None::<Vec<Object>>,
        /// Metrics about Falco itself. If they are enabled, they go into `falco.metrics`, whatever is set there.
        metrics: Metrics = Metrics::default(),
        /// Further volumes of the pods.
        mounts: Mounts = Mounts::default(),
        /// The driver by which Falco sees what happens in the kernel.
        driver: Driver = Driver::default(),
        /// What adds metadata of containers and Kubernetes objects to events.
        collectors: Collectors = Collectors::default(),
        /// Additions to the pods.
        extra: Extra = Extra::default(),
        /// Does nothing: the chart reads `falco.podHostname` instead.
        pod_hostname: Option<String> = None::<String>,
        /// Whether the name of the node becomes `FALCO_HOSTNAME` in the Falco container, which is the hostname in
        /// alerts. A variable of that name in `extra.env` takes its place.
        falco_hostname_env: Switch = true,
        /// Certificates and keys of Falco's webserver and of its client for `falco.http_output`.
        certs: Certificates = Certificates::default(),
        /// Rules of your own: a file name, and the text of the file. Falco loads them from /etc/falco/rules.d.
        custom_rules: Tested<BTreeMap<String, Exact<String>>> = BTreeMap::<String, Exact<String>>::new(),
        /// Falcosidekick, which carries alerts to other systems.
        #[schemars(extend("x-removable" = true))]
        falcosidekick: Falcosidekick = Falcosidekick::default(),
        /// Reactions to alerts by Falco Talon.
        #[schemars(extend("x-removable" = true))]
        response_actions: ResponseActions = ResponseActions::default(),
        /// Values of the subchart falco-talon, which `responseActions.enabled` switches on.
        #[serde(rename = "falco-talon")]
        falco_talon: Object = Object::new(),
        /// falcoctl, which fetches rules and plugins.
        falcoctl: Falcoctl = Falcoctl::default(),
        /// The `ServiceMonitor`, by which the Prometheus operator finds Falco's metrics.
        service_monitor: ServiceMonitor = ServiceMonitor::default(),
        /// Dashboards for Grafana.
        grafana: Grafana = Grafana::default(),
        /// Falco's own configuration, which becomes falco.yaml. The chart adds `engine` by `driver`, `metrics` by
        /// `metrics`, and the plugins of `collectors`.
        #[schemars(extend("x-owner" = {
            "name": "Falco 0.44", "file": "falco.yaml", "unknown": "where it does nothing"
        }))]
        falco: Falco = Falco::default(),
        /// Settings shared with a parent chart and the subcharts. This chart reads none.
        global: Object = Object::new(),
    }
}
