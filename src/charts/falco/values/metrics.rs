//! Values of metrics about Falco itself, and of those who read them.

use std::collections::BTreeMap;

use crate::charts::kinds::{Exact, Object, Passed, Port, Switch, TargetPort, Tested};
use crate::{grafana, section};

section! {
    /// Metrics about Falco itself.
    Metrics {
        /// Whether Falco has metrics. They are read from its webserver, which is enabled with them.
        enabled: Switch = false,
        /// Time between two measurements: numbers with `ms`, `s`, `m`, `h`, `d`, `w` or `y`, such as `1h30m`; at least
        /// `100ms`.
        interval: Passed<String> = "1h",
        /// Whether the metrics are alerts, too, of a rule called `Falco internal: metrics snapshot`. `falco.priority`
        /// must be `info` or `debug` for that.
        output_rule: Passed<bool> = false,
        /// Whether to count the alerts of each rule.
        rules_counters_enabled: Passed<bool> = true,
        /// Whether to measure the use of CPU and memory by Falco and by the node.
        resource_utilization_enabled: Passed<bool> = true,
        /// Whether to count what happens in Falco's tables of threads, file descriptors and containers.
        state_counters_enabled: Passed<bool> = true,
        /// Whether to count the events of the kernel, and those that were dropped.
        kernel_event_counters_enabled: Passed<bool> = true,
        /// Whether to measure how often each eBPF program runs, and how long. Only with `modern_ebpf`, and if
        /// `/proc/sys/kernel/bpf_stats_enabled` is set on the node.
        libbpf_stats_enabled: Passed<bool> = true,
        /// Whether plugins add metrics of their own.
        plugins_metrics_enabled: Passed<bool> = true,
        /// Whether to count the events of the kernel's iterators, and those that were dropped.
        kernel_iter_event_counters_enabled: Passed<bool> = true,
        /// Whether to measure the memory allocator, if Falco was built with jemalloc.
        jemalloc_stats_enabled: Passed<bool> = false,
        /// Whether memory is counted in megabytes, and not in kilobytes or bytes.
        #[serde(rename = "convertMemoryToMB")]
        convert_memory_to_mb: Passed<bool> = true,
        /// Whether metrics that are 0 are there.
        include_empty_values: Passed<bool> = false,
        /// Whether the events of the kernel are counted by CPU, too.
        #[serde(rename = "kernelEventCountersPerCPUEnabled")]
        kernel_event_counters_per_cpu_enabled: Passed<bool> = false,
        /// The Service at which Prometheus reads the metrics.
        service: Service = Service::default(),
    }
}

section! {
    /// The Service at which Prometheus reads the metrics.
    Service {
        /// Whether to make it, if metrics are enabled.
        create: Switch = true,
        /// Type of the Service.
        #[serde(rename = "type")]
        #[schemars(extend("enum" = ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]))]
        kind: Option<String> = Some("ClusterIP".to_owned()),
        /// Labels of the Service, besides the chart's own.
        labels: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Annotations of the Service.
        annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Ports of the Service.
        ports: Ports = Ports::default(),
        /// Whether the Service has addresses of IPv4, IPv6 or both.
        #[schemars(extend("enum" = ["SingleStack", "PreferDualStack", "RequireDualStack"]))]
        ip_family_policy: Option<Tested<String>> = None::<Tested<String>>,
        /// Which addresses the Service has, `IPv4` or `IPv6` or both; the first is the more important one.
        #[schemars(extend("items" = {"type": "string", "enum": ["IPv4", "IPv6"]}))]
        ip_families: Option<Tested<Vec<String>>> = None::<Tested<Vec<String>>>,
    }
}

section! {
    /// Ports of the Service.
    Ports {
        /// The port at which the metrics are read.
        metrics: MetricsPort = MetricsPort::default(),
    }
}

section! {
    /// The port at which the metrics are read.
    MetricsPort {
        /// The port of the Service.
        port: Port = 8765,
        /// The port of the pods: that of `falco.webserver`, as a number or by its name `web`.
        #[schemars(extend("pattern" = "^$|[^0-9]"))]
        target_port: TargetPort = 8765,
        /// Protocol of the port.
        #[schemars(extend("enum" = ["TCP", "UDP", "SCTP"]))]
        protocol: Option<String> = Some("TCP".to_owned()),
        /// Does nothing: the chart reads `metrics.service.ipFamilyPolicy` instead.
        ip_family_policy: Option<String> = Some(String::new()),
        /// Does nothing: the chart reads `metrics.service.ipFamilies` instead.
        ip_families: Option<Vec<String>> = Some(Vec::new()),
    }
}

section! {
    /// The `ServiceMonitor`, by which the Prometheus operator finds Falco's metrics.
    ServiceMonitor {
        /// Whether to make it. The cluster must know `monitoring.coreos.com/v1`.
        create: Switch = false,
        /// Path of the URL at which Falco shows its metrics.
        path: Option<String> = Some("/metrics".to_owned()),
        /// Labels of the `ServiceMonitor`, by which a Prometheus chooses it.
        labels: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Further labels that the Service must have.
        selector: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Time between two readings, such as `15s`.
        interval: Tested<String> = "15s",
        /// Protocol of the URL.
        #[schemars(extend("enum" = ["http", "https"]))]
        scheme: Option<String> = Some("http".to_owned()),
        /// Settings for `https`, as the operator's `TLSConfig`.
        tls_config: Tested<Object> = Object::new(),
        /// Time after which a reading has failed, such as `10s`.
        scrape_timeout: Tested<String> = "10s",
        /// How labels of the metrics are rewritten, as the operator's `RelabelConfig`.
        relabelings: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Labels of the Service that the metrics get.
        target_labels: Tested<Vec<String>> = Vec::<String>::new(),
        /// Name of the port of the Service.
        endpoint_port: Option<String> = Some("metrics".to_owned()),
        /// Namespace of the `ServiceMonitor`, if it is not that of the other objects. A Go template in it is evaluated.
        namespace: Option<Exact<Tested<String>>> = None::<Exact<Tested<String>>>,
    }
}

grafana!(ConfigMaps);

section! {
    /// The `ConfigMap`s that hold dashboards.
    ConfigMaps {
        /// The dashboard of Falco's metrics.
        falco: Dashboard = Dashboard::default(),
    }
}

section! {
    /// A dashboard.
    Dashboard {
        /// Name of the `ConfigMap`.
        name: String = "falco-grafana-dashboard",
        /// Namespace of the `ConfigMap`, if it is not that of the other objects.
        namespace: Tested<String> = "",
        /// Folder in Grafana that holds the dashboard.
        folder: Tested<String> = "",
        /// Annotation by which the sidecar learns the folder.
        folder_annotation: String = "grafana_dashboard_folder",
    }
}
