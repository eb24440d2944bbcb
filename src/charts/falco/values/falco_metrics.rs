//! Values of falco.yaml that say what Falco tells of itself: its webserver, metrics and log.

use crate::charts::kinds::{Passed, Port, Switch};
use crate::{options, section};

section! {
    /// Falco's webserver, which answers probes and shows versions and metrics.
    snake_case Webserver {
        /// Whether it runs. Without it the pods have no probes. `metrics.enabled` sets it to `true`.
        enabled: Switch = true,
        /// How many threads answer; 0 leaves that to Falco.
        threadiness: Passed<i64> = 0i64,
        /// Port that it listens on.
        listen_port: Port = 8765,
        /// IP address that it listens on.
        listen_address: Passed<String> = "0.0.0.0",
        /// Path of the URL that tells whether Falco works. The probes ask it.
        k8s_healthz_endpoint: Passed<String> = "/healthz",
        /// Whether it shows metrics for Prometheus at /metrics. `metrics.enabled` sets it to `true`.
        prometheus_metrics_enabled: Passed<bool> = false,
        /// Whether it speaks HTTPS. The probes then do, too.
        ssl_enabled: Switch = false,
        /// File with the certificate and its key.
        ssl_certificate: Passed<String> = "/etc/falco/falco.pem",
    }
}

section! {
    /// Messages of Falco's libraries in its own log.
    snake_case LibsLogger {
        /// Whether they are there.
        enabled: Passed<bool> = true,
        /// The least important of them.
        #[schemars(extend("enum" = [
            "fatal", "critical", "error", "warning", "notice", "info", "debug", "trace"
        ]))]
        severity: Passed<String> = "info",
    }
}

options! {
    /// Metrics about Falco itself.
    snake_case Metrics {
        /// Whether Falco has metrics.
        enabled: Passed<bool>,
        /// Time between two measurements, such as `1h30m`.
        interval: Passed<String>,
        /// Whether the metrics are alerts, too.
        output_rule: Passed<bool>,
        /// File to which the metrics are written, one JSON object a line.
        output_file: Passed<String>,
        /// Whether to count the alerts of each rule.
        rules_counters_enabled: Passed<bool>,
        /// Whether to measure the use of CPU and memory.
        resource_utilization_enabled: Passed<bool>,
        /// Whether to count what happens in Falco's tables.
        state_counters_enabled: Passed<bool>,
        /// Whether to count the events of the kernel.
        kernel_event_counters_enabled: Passed<bool>,
        /// Whether they are counted by CPU, too.
        kernel_event_counters_per_cpu_enabled: Passed<bool>,
        /// Whether to measure how often each eBPF program runs, and how long.
        libbpf_stats_enabled: Passed<bool>,
        /// Whether plugins add metrics of their own.
        plugins_metrics_enabled: Passed<bool>,
        /// Whether to count the events of the kernel's iterators.
        kernel_iter_event_counters_enabled: Passed<bool>,
        /// Whether to measure the memory allocator jemalloc.
        jemalloc_stats_enabled: Passed<bool>,
        /// Whether memory is counted in megabytes.
        convert_memory_to_mb: Passed<bool>,
        /// Whether metrics that are 0 are there.
        include_empty_values: Passed<bool>,
    }
}
