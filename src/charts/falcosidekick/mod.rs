//! Chart falcosecurity/falcosidekick 0.12.1, which carries Falco's alerts to other systems (repository
//! falcosecurity/charts, folder charts/falcosidekick).

mod alerts;
mod certificates;
mod dashboards;
mod derive;
mod monitor;
mod named;
mod outputs;
mod pods;
mod redis;
mod secret;
mod unread;
mod values;
mod webui;

use super::Chart;
use crate::engine::template;

pub use values::Values;

/// The chart.
pub static CHART: Chart = Chart {
    line: "falcosidekick",
    name: "falcosidekick",
    version: "0.12.1",
    app_version: "2.31.1",
    description: "Falcosidekick 2.32.0, which carries Falco's alerts to other systems",
    templates: template::FALCOSIDEKICK,
    subcharts: &[],
    defaults: || serde_json::to_value(Values::default()).unwrap_or_default(),
    schema: crate::values::schema::generate::<Values>,
    schema_text: include_str!("../../../templates/falcosidekick/values.schema.json"),
    values_text: include_str!("../../../templates/falcosidekick/values.yaml"),
    writes_as_helm: true,
    takes_base_rules: false,
    rules_check: None,
    profiles: &[],
    other_keys: &[],
    other_values: &[],
    named: named::named,
    derive: derive::derive,
};
