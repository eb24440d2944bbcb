//! What became of the keys that values of other versions of the chart have, and of those that people make up.
//!
//! Versions are those of the history of repository falcosecurity/charts (folder charts/falco, versions 1.1.7 to 9.1.0;
//! charts/falcosidekick up to 0.12.1, charts/falco-talon up to 0.3.1), of helm/charts (folder stable/falco) and, for
//! options of falco.yaml, of the releases of falcosecurity/falco up to 0.44.1. A chain of renames is followed to its
//! end.

mod driver;
mod falco_yaml;
mod falco_yaml_names;
mod falcosidekick;
mod general;
mod made_up;
mod made_up_below;
#[cfg(test)]
mod tests;

use crate::charts::{OtherKey, Versions};

/// All tables of keys.
pub const FORMER_KEYS: &[&[OtherKey]] = &[
    general::KEYS,
    driver::KEYS,
    falco_yaml::KEYS,
    falco_yaml_names::KEYS,
    falcosidekick::KEYS,
    made_up::KEYS,
    made_up_below::KEYS,
];

pub use driver::VALUES as FORMER_VALUES;

/// The keys with which stable/falco began, and which went with the rewrite of the chart, version 2.0.0.
const SINCE_STABLE: Versions =
    Versions::Former("in stable/falco, and in falcosecurity/falco until 1.19.4");

/// The keys that went with the rewrite of the chart, version 2.0.0.
const UNTIL_REWRITE: Versions = Versions::Former("until 1.19.4");

/// What Falco makes of an option that it does not have.
const IGNORED: &str = "where Falco 0.44 ignores it";
