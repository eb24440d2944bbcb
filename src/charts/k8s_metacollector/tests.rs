//! What the tests of this chart start from.

use super::CHART;
use crate::charts::trial;
use crate::yaml::Node;

/// The values that a file of this text makes, with nothing wrong in it.
pub fn values(text: &str) -> Node {
    trial::values(&CHART, text)
}
