//! Chart falcosecurity/event-generator 0.4.0, which runs event-generator 0.13.0 (repository falcosecurity/charts,
//! folder charts/event-generator).

mod actions;
mod command;
mod derive;
#[cfg(test)]
mod tests;
mod unused;
mod values;

use super::Chart;
use crate::engine::template;

pub use values::Values;

/// The chart.
pub static CHART: Chart = Chart {
    line: "event-generator",
    name: "event-generator",
    version: "0.4.0",
    app_version: "0.13.0",
    description: "event-generator 0.13.0, which does what Falco should notice",
    templates: template::EVENT_GENERATOR,
    subcharts: &[],
    defaults: || serde_json::to_value(Values::default()).unwrap_or_default(),
    schema: crate::values::schema::generate::<Values>,
    schema_text: include_str!("../../../templates/event-generator/values.schema.json"),
    values_text: include_str!("../../../templates/event-generator/values.yaml"),
    writes_as_helm: true,
    takes_base_rules: false,
    rules_check: None,
    profiles: &[],
    other_keys: &[],
    other_values: &[],
    named: |_, _| None,
    derive: derive::derive,
};
