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
        diagnostics.push(value_without_effect::alone(&path, switch, help));
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
        diagnostics.push(wrong_type::makes_no_list(&Path::keys(path), given));
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
