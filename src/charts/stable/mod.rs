//! Chart stable/falco 1.0.10, which runs Falco 0.17.1 (repository helm/charts, folder stable/falco).

mod derive;
mod falco_yaml;
mod later_keys;
mod names;
mod rules;
#[cfg(test)]
mod tests;
mod values;
mod without_effect;

use super::Chart;
use crate::engine::template;
use crate::rules::RulesCheck;

pub use values::Values;

/// The chart.
pub static CHART: Chart = Chart {
    line: "stable",
    name: "falco",
    version: "1.0.10",
    app_version: "0.17.1",
    description: "Falco 0.17.1, as the archived repository of stable charts had it",
    templates: template::STABLE,
    subcharts: &[],
    defaults: || serde_json::to_value(Values::default()).unwrap_or_default(),
    schema: crate::values::schema::generate::<Values>,
    schema_text: include_str!("../../../templates/stable/values.schema.json"),
    values_text: include_str!("../../../templates/stable/values.yaml"),
    writes_as_helm: false,
    takes_base_rules: true,
    rules_check: Some(RulesCheck::Form),
    profiles: &[],
    other_keys: &[later_keys::LATER_KEYS],
    other_values: &[],
    named: |_, _| None,
    derive: derive::derive,
};
