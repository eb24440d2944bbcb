//! Options of falco.yaml that the user wrote and the chart sets otherwise.

use std::sync::LazyLock;

use super::CHART;
use crate::checks::values::value_without_effect;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Node, Path, Step, defaults_from_json};

/// Warns of each option below `falco` that was written in `given`, and has another value, or none, in `configured`,
/// where the chart has put its own. What is the chart's default all the same comes from a copy of its values, and asks
/// for nothing.
pub fn check(given: &Node, configured: &Node, diagnostics: &mut Diagnostics) {
    if let (Some(given), Some(configured)) = (given.get("falco"), configured.get("falco")) {
        compare(&Path::keys(["falco"]), given, configured, diagnostics);
    }
}

fn compare(path: &Path, given: &Node, configured: &Node, diagnostics: &mut Diagnostics) {
    let (Some(given), Some(kept)) = (given.as_map(), configured.as_map()) else {
        return;
    };
    for (key, entry) in given {
        let path = path.join(Step::Key(key.clone()));
        match kept.get(key) {
            Some(kept) if kept.value == entry.value => {}
            // What the chart adds to a list leaves the user's items in place.
            Some(kept) if kept.value.as_list().is_some() => {}
            Some(kept) if entry.value.as_map().is_some() => {
                compare(&path, &entry.value, &kept.value, diagnostics);
            }
            kept if entry.value.origin.span().is_some() && !is_default(&path, &entry.value) => {
                let by = kept.map_or(configured, |kept| &kept.value);
                diagnostics.push(value_without_effect::set_by_chart(&path, &entry.value, by));
            }
            _ => {}
        }
    }
}

/// Whether a value is the chart's own default for that path.
fn is_default(path: &Path, value: &Node) -> bool {
    static DEFAULTS: LazyLock<Node> = LazyLock::new(|| defaults_from_json((CHART.defaults)()));
    path.find(&DEFAULTS) == Some(value)
}

#[cfg(test)]
mod tests {
    use crate::charts::falco::CHART;
    use crate::charts::falco::tests::said;

    #[test]
    fn an_engine_of_one_s_own_has_no_effect_while_a_driver_is_on() {
        assert_eq!(
            said("falco: {engine: {kind: replay, replay: {capture_file: /a}}}"),
            [
                "warning: `falco.engine.kind` has no effect",
                "warning: `falco.engine.replay` has no effect"
            ]
        );
        let off = "{driver: {enabled: false}, falco: {engine: {kind: replay}}}";
        assert_eq!(said(off), [""; 0]);
    }

    #[test]
    fn what_metrics_switch_on_cannot_be_off() {
        let values = "{metrics: {enabled: true}, falco: {webserver: {enabled: false}}}";
        assert_eq!(
            said(values),
            ["warning: `falco.webserver.enabled` has no effect"]
        );
    }

    #[test]
    fn a_copy_of_the_chart_s_values_with_one_thing_switched_on_is_silent() {
        let mut copy = (CHART.defaults)();
        copy["metrics"]["enabled"] = true.into();
        assert_eq!(said(&copy.to_string()), [""; 0]);
        copy["falcosidekick"]["enabled"] = true.into();
        assert_eq!(said(&copy.to_string()), [""; 0]);
    }

    #[test]
    fn plugins_of_one_s_own_stay_beside_the_chart_s() {
        let values = "{falco: {plugins: [{name: k8smeta, library_path: a.so}], load_plugins: [], webserver: {enabled: true}}}";
        assert_eq!(said(values), [""; 0]);
    }
}
