//! What the tests of this chart start from.

use super::CHART;
use crate::charts::trial;
use crate::yaml::Node;

/// The values that a file of this text makes.
pub fn values(text: &str) -> Node {
    trial::values_of(&CHART, text).0
}

/// What is said of a values file of this text.
pub fn said(text: &str) -> Vec<String> {
    trial::derived(&CHART, text).1
}
