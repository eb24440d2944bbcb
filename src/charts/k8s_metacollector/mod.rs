//! Chart falcosecurity/k8s-metacollector 0.1.11, which runs k8s-metacollector 0.1.1 (repository falcosecurity/charts,
//! folder charts/k8s-metacollector).

mod dashboard;
mod derive;
mod monitor;
mod named;
mod ports;
#[cfg(test)]
mod tests;
mod values;

use super::Chart;
use crate::engine::template;

pub use named::named;
pub use values::Values;

/// The chart.
pub static CHART: Chart = Chart {
    line: "k8s-metacollector",
    name: "k8s-metacollector",
    version: "0.1.11",
    app_version: "0.1.1",
    description: "k8s-metacollector 0.1.1, which gathers metadata of Kubernetes objects for Falco",
    templates: template::K8S_METACOLLECTOR,
    subcharts: &[],
    defaults: || serde_json::to_value(Values::default()).unwrap_or_default(),
    schema: crate::values::schema::generate::<Values>,
    schema_text: include_str!("../../../templates/k8s-metacollector/values.schema.json"),
    values_text: include_str!("../../../templates/k8s-metacollector/values.yaml"),
    writes_as_helm: true,
    takes_base_rules: false,
    rules_check: None,
    profiles: &[],
    other_keys: &[],
    other_values: &[],
    named,
    derive: derive::derive,
};
