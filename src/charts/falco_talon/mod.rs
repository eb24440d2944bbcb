//! Chart falco-talon 0.3.1, which runs Falco Talon 0.3.0 (repository falcosecurity/charts, folder charts/falco-talon).

mod config_yaml;
mod dashboard;
mod derive;
mod labels;
mod named;
mod other_keys;
mod role;
mod rules;
#[cfg(test)]
mod tests;
mod values;
mod without_effect;

use super::Chart;
use crate::engine::template;

pub use values::Values;

/// The chart.
pub static CHART: Chart = Chart {
    line: "falco-talon",
    name: "falco-talon",
    version: "0.3.1",
    app_version: "0.3.0",
    description: "Falco Talon 0.3.0, which reacts to alerts",
    templates: template::FALCO_TALON,
    subcharts: &[],
    defaults: || serde_json::to_value(Values::default()).unwrap_or_default(),
    schema: crate::values::schema::generate::<Values>,
    schema_text: include_str!("../../../templates/falco-talon/values.schema.json"),
    values_text: include_str!("../../../templates/falco-talon/values.yaml"),
    writes_as_helm: true,
    takes_base_rules: false,
    rules_check: None,
    profiles: &[],
    other_keys: &[other_keys::KEYS],
    other_values: &[],
    named: named::named,
    derive: derive::derive,
};
