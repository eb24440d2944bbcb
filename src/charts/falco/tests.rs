//! What the tests of this chart start from.

use super::CHART;
use crate::charts::trial;
use crate::yaml::Node;

/// What the templates see of a values file of this text, and what is said of it.
pub fn derived(text: &str) -> (Node, Vec<String>) {
    trial::derived(&CHART, text)
}

/// What is said of a values file of this text.
pub fn said(text: &str) -> Vec<String> {
    derived(text).1
}
