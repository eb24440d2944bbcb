//! Alerts by Prometheus (chart file templates/prometheusrule.yaml).

use super::webui::Shared;
use crate::charts::templating::list_of;
use crate::charts::text::{join, text};
use crate::checks::values::{value_without_effect, wrong_type};
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::{Node, Path};

/// A rate at which there is an alert.
struct Rate {
    /// Its section in the values: a priority of events, or `output`.
    key: &'static str,
    name: &'static str,
    /// How long the rate must last.
    lasts: &'static str,
    severity: &'static str,
}

impl Rate {
    const fn new(
        key: &'static str,
        name: &'static str,
        lasts: &'static str,
        severity: &'static str,
    ) -> Self {
        Rate {
            key,
            name,
            lasts,
            severity,
        }
    }

    /// Summary and description, and the expression up to the time over which the rate is measured, and from there to
    /// the threshold.
    fn texts(&self) -> [String; 4] {
        let key = self.key;
        if key == "output" {
            let failures = "falcosecurity_falcosidekick_outputs_total{status=\"error\"}";
            return [
                "An output of Falcosidekick fails".to_owned(),
                "Falcosidekick cannot send events to {{ $labels.destination }}.".to_owned(),
                format!("sum by (destination) (rate({failures}["),
                "])) > ".to_owned(),
            ];
        }
        let events = "falcosecurity_falcosidekick_falco_events_total";
        [
            format!("Many Falco events of the priority {key}"),
            format!("Falco keeps reporting events of the priority {key}."),
            format!("rate({events}{{priority_raw=\"{key}\"}}["),
            "]) > ".to_owned(),
        ]
    }
}

/// The rates, in the chart's order.
const RATES: [Rate; 6] = [
    Rate::new("warning", "FalcoWarningEventsRateHigh", "15m", "warning"),
    Rate::new("error", "FalcoErrorEventsRateHigh", "15m", "warning"),
    Rate::new("critical", "FalcoCriticalEventsRateHigh", "15m", "critical"),
    Rate::new("alert", "FalcoAlertEventsRateHigh", "5m", "critical"),
    Rate::new(
        "emergency",
        "FalcoEmergencyEventsRateHigh",
        "1m",
        "critical",
    ),
    Rate::new("output", "FalcoErrorOutputEventsRateHigh", "1m", "warning"),
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
    let [summary, description, counts, exceeds] = rate.texts().map(Node::constant);
    let interval = setting("rate_interval");
    let expression = join([&counts, &interval, &exceeds, &setting("threshold")]);
    Some(Node::map([
        ("name", Node::constant(rate.name)),
        ("summary", summary),
        ("description", description),
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
