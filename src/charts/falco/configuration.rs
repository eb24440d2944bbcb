//! The values as the chart changes them while it renders: what it puts into falco.yaml and falcoctl.yaml by itself.

use super::driver::Driver;
use super::{containers, metadata, metrics, sidekick};
use crate::charts::Derivation;
use crate::diagnostic::Diagnostics;
use crate::yaml::Node;

/// The values with everything that the chart sets in them.
pub fn configured(
    input: &Derivation<'_>,
    driver: Option<&Driver<'_>>,
    fullname: &Node,
    diagnostics: &mut Diagnostics,
) -> Node {
    let values = sidekick::configured(input.values, fullname, input.release);
    let values = metadata::configured(&values, driver, input, diagnostics);
    let values = match driver {
        Some(driver) => values.with(&["falco", "engine"], driver.engine()),
        None => values,
    };
    let values = metrics::configured(&values);
    let values = containers::configured(&values, driver, diagnostics);
    super::without_effect::check(input.values, &values, diagnostics);
    values
}
