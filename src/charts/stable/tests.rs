//! What the tests of this chart start from.

use super::CHART;
use crate::capabilities::Capabilities;
use crate::charts::{Derivation, trial};
use crate::diagnostic::Diagnostics;
use crate::source::Sources;
use crate::yaml::Node;

pub use crate::charts::trial::release;

/// The values that a file of this text makes, with nothing wrong in it.
pub fn values(text: &str) -> Node {
    trial::values(&CHART, text)
}

/// What the templates see of a values file of this text, and what is said of it beyond what its types tell.
pub fn derived(text: &str, base_rules: Option<&Node>) -> (Node, Vec<String>) {
    let (values, mut diagnostics) = (values(text), Diagnostics::default());
    let derivation = Derivation {
        values: &values,
        release: &release("falco"),
        sources: &Sources::default(),
        capabilities: &Capabilities::default(),
        base_rules,
    };
    let context = super::derive::derive(&derivation, &mut diagnostics);
    (context, trial::lines(&diagnostics))
}
