//! Chart falcosecurity/falco 9.1.0, which runs Falco 0.44.1 (repository falcosecurity/charts, folder charts/falco).

mod artifacts;
mod certificates;
mod configuration;
mod containers;
mod dashboard;
mod derive;
mod driver;
mod environment;
mod former_keys;
mod images;
mod lists;
mod loaded_plugins;
mod metadata;
mod metrics;
mod monitor;
mod named;
mod plugins;
mod pod;
mod services;
mod sidekick;
#[cfg(test)]
mod tests;
mod unread;
mod values;
mod without_effect;

use super::{Chart, Profile, Subchart, falco_talon, falcosidekick, k8s_metacollector};
use crate::engine::template;
use crate::rules::RulesCheck;

pub use values::Values;

/// The chart.
pub static CHART: Chart = Chart {
    line: "falco",
    name: "falco",
    version: "9.1.0",
    app_version: "0.44.1",
    description: "Falco 0.44.1, the security monitor for Kubernetes and the kernel",
    templates: template::FALCO,
    subcharts: &[
        Subchart {
            chart: &falco_talon::CHART,
            condition: &["responseActions", "enabled"],
        },
        Subchart {
            chart: &falcosidekick::CHART,
            condition: &["falcosidekick", "enabled"],
        },
        Subchart {
            chart: &k8s_metacollector::CHART,
            condition: &["collectors", "kubernetes", "enabled"],
        },
    ],
    defaults: || serde_json::to_value(Values::default()).unwrap_or_default(),
    schema: crate::values::schema::generate::<Values>,
    schema_text: include_str!("../../../templates/falco/values.schema.json"),
    values_text: include_str!("../../../templates/falco/values.yaml"),
    writes_as_helm: true,
    takes_base_rules: false,
    rules_check: Some(RulesCheck::Whole),
    profiles: &[
        Profile {
            name: "k8saudit",
            text: include_str!("../../../templates/falco/profiles/k8saudit.yaml"),
        },
        Profile {
            name: "syscall-k8saudit",
            text: include_str!("../../../templates/falco/profiles/syscall-k8saudit.yaml"),
        },
    ],
    other_keys: former_keys::FORMER_KEYS,
    other_values: former_keys::FORMER_VALUES,
    named: named::named,
    derive: derive::derive,
};
