//! Plugins that rules require, and whether they are there.

use super::environment::Environment;
use super::read::{Requirement, Version};
use crate::checks::rules::rule_plugin_missing;
use crate::diagnostic::{Diagnostic, Diagnostics};

/// Reports the requirements that are not met (Falco 0.44, `falco_engine.cpp`: `check_plugin_requirements`).
pub fn check(
    requirements: &[Requirement],
    environment: &Environment,
    diagnostics: &mut Diagnostics,
) {
    let missing = requirements
        .iter()
        .filter_map(|requirement| unmet(requirement, environment));
    diagnostics.extend(missing);
}

/// What is wrong if a requirement is not met. The first of its alternatives that is there decides.
fn unmet(requirement: &Requirement, environment: &Environment) -> Option<Diagnostic> {
    let present = requirement
        .alternatives
        .iter()
        .find_map(|(name, required)| {
            let plugin = environment
                .plugins
                .iter()
                .find(|plugin| *plugin.name == **name)?;
            Some((name, *required, plugin.version))
        });
    let at = requirement.at;
    match present {
        Some((_, _, None)) => None,
        Some((_, required, Some(version))) if version.satisfies(required) => None,
        Some((name, required, Some(version))) => Some(rule_plugin_missing::too_old(
            at,
            name,
            &required.to_string(),
            &version.to_string(),
        )),
        None => {
            let names = requirement.alternatives.iter().map(described);
            Some(rule_plugin_missing::missing(at, &names.collect::<Vec<_>>()))
        }
    }
}

/// A plugin with its least version.
fn described((name, version): &(Box<str>, Version)) -> String {
    format!("`{name}` {version}")
}
