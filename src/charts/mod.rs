//! The charts that there are. Each has a room of its own: its types and derivation here, its templates, defaults and
//! cases in `templates/<chart>/`.

mod dashboard;
pub mod event_generator;
pub mod falco;
pub mod falco_talon;
pub mod falcosidekick;
mod image;
mod ingress;
pub mod k8s_metacollector;
pub mod kinds;
mod labels;
mod names;
mod other_key;
mod profile;
mod rules_files;
pub mod stable;
pub mod subchart;
mod templating;
mod text;
#[cfg(test)]
mod trial;

pub use profile::Profile;
use schemars::Schema;
pub use subchart::Subchart;

use crate::capabilities::Capabilities;
use crate::diagnostic::Diagnostics;
use crate::engine::Template;
use crate::release::Release;
use crate::rules::RulesCheck;
use crate::source::Sources;
use crate::yaml::{Node, Path};

pub use other_key::{Became, Effect, OtherKey, OtherValue, Versions};

/// All charts.
pub const CHARTS: &[&Chart] = &[
    &falco::CHART,
    &stable::CHART,
    &event_generator::CHART,
    &falco_talon::CHART,
    &falcosidekick::CHART,
    &k8s_metacollector::CHART,
];

/// Everything that makes a chart a chart.
pub struct Chart {
    /// The name by which `--chart` takes it.
    pub line: &'static str,
    /// The chart's own name, which stands in paths and labels.
    pub name: &'static str,
    /// The version of the chart.
    pub version: &'static str,
    /// The version of the program that it runs.
    pub app_version: &'static str,
    /// One sentence on what it is.
    pub description: &'static str,
    /// Its templates.
    pub templates: &'static [Template],
    /// The charts that belong to it.
    pub subcharts: &'static [Subchart],
    /// Its own default values; [`Chart::default_values`] has those of its subcharts, too.
    pub defaults: fn() -> serde_json::Value,
    /// The JSON Schema of its own values, as the types make it; [`Chart::full_schema`] has those of its subcharts, too.
    pub schema: fn() -> Schema,
    /// The whole schema as text, generated and committed.
    pub schema_text: &'static str,
    /// Its default values as commented YAML, generated and committed.
    pub values_text: &'static str,
    /// Whether lists and maps with characters that Helm cannot write come out as from Helm, which loses them, or whole.
    pub writes_as_helm: bool,
    /// Whether it can carry a folder of rules files (`--base-rules`) beside those of its image.
    pub takes_base_rules: bool,
    /// How the rules in its `customRules` are checked, if it has such.
    pub rules_check: Option<RulesCheck>,
    /// Values files that come with it.
    pub profiles: &'static [Profile],
    /// Tables of the keys that it does not have, though other versions do, or people write them all the same.
    pub other_keys: &'static [&'static [OtherKey]],
    /// The values that it refuses, though earlier versions took them.
    pub other_values: &'static [OtherValue],
    /// What its named templates print that values may include: a text, or a map that is printed as YAML.
    pub named: fn(&str, &Named<'_>) -> Option<Node>,
    /// What its templates see: a map of everything that they may name.
    pub derive: fn(&Derivation<'_>, &mut Diagnostics) -> Node,
}

impl Chart {
    /// What is known of the key at `path`, which the chart does not have.
    #[must_use]
    pub fn other_key(&self, path: &Path) -> Option<&'static OtherKey> {
        let text = path.to_string();
        let mut keys = self.other_keys.iter().copied().flatten();
        keys.find(|key| key.is_at(path, &text))
    }
}

/// What a chart's templates are derived from. Nothing of it is changed by that.
#[derive(Clone, Copy)]
pub struct Derivation<'a> {
    /// The user's values over the chart's defaults, validated: every declared key is there, if only as null.
    pub values: &'a Node,
    /// The release.
    pub release: &'a Release,
    /// The texts that the values are read from.
    pub sources: &'a Sources,
    /// What the cluster offers.
    pub capabilities: &'a Capabilities,
    /// The files of `--base-rules` as a map of names and texts.
    pub base_rules: Option<&'a Node>,
}

/// What a named template is about.
#[derive(Clone, Copy)]
pub struct Named<'a> {
    /// The name of the chart that the template is given, which may be another one than its own.
    pub chart: &'a str,
    /// The values.
    pub values: &'a Node,
    /// The release.
    pub release: &'a Release,
    /// What the cluster offers.
    pub capabilities: &'a Capabilities,
}

/// The chart of that line.
#[must_use]
pub fn find(line: &str) -> Option<&'static Chart> {
    CHARTS.iter().copied().find(|chart| chart.line == line)
}
