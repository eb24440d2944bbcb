//! Metrics of Falco itself (chart file templates/_helpers.tpl).

use crate::yaml::Node;

/// Each option of falco.yaml's section `metrics` with the value that sets it.
const OPTIONS: [(&str, &str); 14] = [
    ("enabled", "enabled"),
    ("interval", "interval"),
    ("output_rule", "outputRule"),
    ("rules_counters_enabled", "rulesCountersEnabled"),
    ("resource_utilization_enabled", "resourceUtilizationEnabled"),
    ("state_counters_enabled", "stateCountersEnabled"),
    (
        "kernel_event_counters_enabled",
        "kernelEventCountersEnabled",
    ),
    (
        "kernel_event_counters_per_cpu_enabled",
        "kernelEventCountersPerCPUEnabled",
    ),
    ("libbpf_stats_enabled", "libbpfStatsEnabled"),
    ("plugins_metrics_enabled", "pluginsMetricsEnabled"),
    (
        "kernel_iter_event_counters_enabled",
        "kernelIterEventCountersEnabled",
    ),
    ("jemalloc_stats_enabled", "jemallocStatsEnabled"),
    ("convert_memory_to_mb", "convertMemoryToMB"),
    ("include_empty_values", "includeEmptyValues"),
];

/// The values with metrics in falco.yaml, if they are on: the webserver serves them. What falco.yaml says of metrics
/// beyond that stays.
pub fn configured(values: &Node) -> Node {
    let metrics = values.get("metrics");
    let enabled = metrics.and_then(|metrics| metrics.get("enabled"));
    let (Some(metrics), Some(enabled)) = (metrics, enabled.filter(|enabled| enabled.is_true()))
    else {
        return values.clone();
    };
    let on = || Node::bool(true, enabled.origin.clone());
    let served = values
        .with(&["falco", "webserver", "prometheus_metrics_enabled"], on())
        .with(&["falco", "webserver", "enabled"], on());
    OPTIONS.iter().fold(served, |values, (option, key)| {
        let value = metrics.get(key).cloned().unwrap_or_else(Node::null);
        values.with(&["falco", "metrics", option], value)
    })
}
