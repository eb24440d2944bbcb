//! The subcharts and the values that switch them on (chart file Chart.yaml).

use crate::checks::values::subchart_missing;
use crate::diagnostic::Diagnostics;
use crate::yaml::Node;

/// Each subchart with its condition.
const SUBCHARTS: [(&str, &[&str]); 2] = [
    (
        "k8s-metacollector",
        &["collectors", "kubernetes", "enabled"],
    ),
    ("falco-talon", &["responseActions", "enabled"]),
];

/// Reports each subchart that is on.
pub fn check(values: &Node, diagnostics: &mut Diagnostics) {
    for (name, condition) in SUBCHARTS {
        if let Some(switch) = values.at(condition).filter(|switch| switch.is_true()) {
            diagnostics.push(subchart_missing::switched_on(name, switch));
        }
    }
}
