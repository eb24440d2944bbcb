//! Alerts by Prometheus (chart file templates/prometheusrule.yaml).

use super::webui::Shared;
use crate::charts::templating::list_of;
use crate::charts::text::{join, text};
use crate::checks::values::{value_without_effect, wrong_type};
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::{Node, Path};

/// A rate of events, or of failures, at which there is an alert.
struct Rate {
    /// Its section in the values.
    key: &'static str,
    name: &'static str,
    summary: &'static str,
    description: &'static str,
    /// The metric, up to the time over which its rate is measured.
    counts: &'static str,
    /// What follows that time.
    then: &'static str,
    /// How long the rate must last.
    lasts: &'static str,
    severity: &'static str,
}

/// An alert about events of a priority.
const fn events(
    key: &'static str,
    name: &'static str,
    [summary, description]: [&'static str; 2],
    counts: &'static str,
    [lasts, severity]: [&'static str; 2],
) -> Rate {
    Rate {
        key,
        name,
        summary,
        description,
        counts,
        then: "]) > ",
        lasts,
        severity,
    }
}

/// The rates, in the chart's order.
const RATES: [Rate; 6] = [
    events(
        "warning",
        "FalcoWarningEventsRateHigh",
        [
            "Many Falco events of the priority warning",
            "Falco keeps reporting events of the priority warning.",
        ],
        "rate(falcosecurity_falcosidekick_falco_events_total{priority_raw=\"warning\"}[",
        ["15m", "warning"],
    ),
    events(
        "error",
        "FalcoErrorEventsRateHigh",
        [
            "Many Falco events of the priority error",
            "Falco keeps reporting events of the priority error.",
        ],
        "rate(falcosecurity_falcosidekick_falco_events_total{priority_raw=\"error\"}[",
        ["15m", "warning"],
    ),
    events(
        "critical",
        "FalcoCriticalEventsRateHigh",
        [
            "Many Falco events of the priority critical",
            "Falco keeps reporting events of the priority critical.",
        ],
        "rate(falcosecurity_falcosidekick_falco_events_total{priority_raw=\"critical\"}[",
        ["15m", "critical"],
    ),
    events(
        "alert",
        "FalcoAlertEventsRateHigh",
        [
            "Many Falco events of the priority alert",
            "Falco keeps reporting events of the priority alert.",
        ],
        "rate(falcosecurity_falcosidekick_falco_events_total{priority_raw=\"alert\"}[",
        ["5m", "critical"],
    ),
    events(
        "emergency",
        "FalcoEmergencyEventsRateHigh",
        [
            "Many Falco events of the priority emergency",
            "Falco keeps reporting events of the priority emergency.",
        ],
        "rate(falcosecurity_falcosidekick_falco_events_total{priority_raw=\"emergency\"}[",
        ["1m", "critical"],
    ),
    Rate {
        key: "output",
        name: "FalcoErrorOutputEventsRateHigh",
        summary: "An output of Falcosidekick fails",
        description: "Falcosidekick cannot send events to {{ $labels.destination }}.",
        counts: "sum by (destination) (rate(falcosecurity_falcosidekick_outputs_total{status=\"error\"}[",
        then: "])) > ",
        lasts: "1m",
        severity: "warning",
    },
];

/// What the templates see of the alerts: `labels` of the object, `absent`, the expression that says that there are no metrics, `rates`, each
/// with `name`, `summary`, `description`, `expression`, `lasts` and `severity`, and `further`, the user's own. Null if
/// there are none.
pub fn alerts(values: &Node, shared: &Shared<'_>, diagnostics: &mut Diagnostics) -> Node {
    let setting = |section, key| values.at(&[section, key]).filter(|value| value.is_true());
    let Some(switch) = setting("prometheusRules", "enabled") else {
        return Node::null();
    };
    if setting("serviceMonitor", "enabled").is_none() {
        let path = Path::keys(["prometheusRules", "enabled"]);
        let help = "set `serviceMonitor.enabled`, too, or take it out";
        diagnostics.push(value_without_effect::idle(
            &path,
            switch,
            "does nothing by itself",
            help,
        ));
        return Node::null();
    }
    check_unread(values, diagnostics);
    let rates: Vec<_> = RATES
        .iter()
        .filter_map(|rate| alert(rate, values, diagnostics))
        .collect();
    let job = [
        &Node::constant("absent(up{job=\""),
        shared.fullname,
        &Node::constant("\"})"),
    ];
    let labels = Shared::of(shared.labels, "core")
        .merged(setting("prometheusRules", "additionalLabels"))
        .merged(values.get("customLabels"));
    Node::map([
        ("labels", labels),
        ("absent", join(job)),
        ("rates", Node::list(rates)),
        ("further", further(values, diagnostics)),
    ])
}

/// An alert about a rate, unless it is off.
fn alert(rate: &Rate, values: &Node, diagnostics: &mut Diagnostics) -> Option<Node> {
    let path = |key| ["prometheusRules", "alerts", rate.key, key];
    values
        .at(&path("enabled"))
        .filter(|enabled| enabled.is_true())?;
    let mut setting = |key| text(needed(values, &path(key), diagnostics));
    let expression = join([
        &Node::constant(rate.counts),
        &setting("rate_interval"),
        &Node::constant(rate.then),
        &setting("threshold"),
    ]);
    Some(Node::map([
        ("name", Node::constant(rate.name)),
        ("summary", Node::constant(rate.summary)),
        ("description", Node::constant(rate.description)),
        ("expression", expression),
        ("lasts", Node::constant(rate.lasts)),
        ("severity", Node::constant(rate.severity)),
    ]))
}

/// The alerts that the user adds, as a text that makes a list.
fn further(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let path = ["prometheusRules", "additionalAlerts"];
    let Some(given) = values.at(&path).filter(|given| given.is_true()) else {
        return Node::list([]);
    };
    let text = given.as_text().unwrap_or_default();
    list_of(text, &given.origin).unwrap_or_else(|| {
        let wrong = wrong_type::makes_no_list(&Path::keys(path), given);
        diagnostics.push(wrong.help("write a text that is a list in YAML, each alert behind `- `"));
        Node::list([])
    })
}

fn check_unread(values: &Node, diagnostics: &mut Diagnostics) {
    let path = ["prometheusRules", "alerts", "additionalAlerts"];
    let unread = values.at(&path).filter(|unread| unread.is_true());
    if let Some(unread) = unread {
        let instead = "prometheusRules.additionalAlerts";
        diagnostics.push(value_without_effect::unread(
            &Path::keys(path),
            unread,
            instead,
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{Origin, from_json, to_json};
    use serde_json::{Value, json};

    /// What becomes of values with the given section `prometheusRules`, and what is said.
    fn made(monitor: bool, rules: &Value) -> (Value, Vec<String>) {
        let values = json!({"serviceMonitor": {"enabled": monitor}, "prometheusRules": rules});
        let labels = Node::map::<&str>([]);
        let shared = Shared {
            fullname: &Node::constant("sidekick"),
            labels: &labels,
            selector: &labels,
        };
        let mut diagnostics = Diagnostics::default();
        let values = from_json(values, &Origin::Program);
        let made = alerts(&values, &shared, &mut diagnostics);
        let said = diagnostics.sorted().into_iter();
        (
            to_json(&made),
            said.map(|said| said.message.clone()).collect(),
        )
    }

    #[test]
    fn without_a_monitor_there_are_no_metrics_to_alert_about() {
        let (made, said) = made(false, &json!({"enabled": true}));
        assert_eq!(made, Value::Null);
        assert_eq!(said, ["`prometheusRules.enabled` has no effect"]);
    }

    #[test]
    fn a_rate_is_compared_with_the_threshold() {
        let error = json!({"enabled": true, "rate_interval": "1h", "threshold": 0.5});
        let (made, _) = made(true, &json!({"enabled": true, "alerts": {"error": error}}));
        assert_eq!(
            made["rates"][0]["expression"],
            "rate(falcosecurity_falcosidekick_falco_events_total{priority_raw=\"error\"}[1h]) > 0.5"
        );
        assert_eq!(made["rates"].as_array().map(Vec::len), Some(1));
    }

    #[test]
    fn further_alerts_are_a_list_in_a_text() {
        let rules = |text: &str| json!({"enabled": true, "additionalAlerts": text});
        let (fine, said) = made(true, &rules("- alert: A\n  expr: up == 0\n# that is all\n"));
        assert_eq!(fine["further"], json!([{"alert": "A", "expr": "up == 0"}]));
        assert_eq!(said, [""; 0]);
        for text in ["alert: A", "- [", "A"] {
            assert_eq!(made(true, &rules(text)).1.len(), 1, "{text}");
        }
    }
}
