//! What Falco Talon does when an alert arrives (chart file templates/configmap.yaml).

use crate::charts::text::join;
use crate::yaml::Node;

/// The actions that come with the chart, in our own words.
const RULES: &str = include_str!("../../../templates/falco-talon/rules.yaml");

/// The whole of rules.yaml: the chart's own, and behind them those of `config.rulesOverride`.
pub fn rules(values: &Node) -> Node {
    let further = values.at(&["config", "rulesOverride"]);
    let own = Node::constant(RULES);
    match further.filter(|further| further.is_true()) {
        Some(further) => join([&own, &Node::constant("\n"), further]),
        None => own,
    }
}
