//! Values of the alerts that Prometheus raises about events and outputs.

use std::collections::BTreeMap;

use crate::charts::kinds::{Exact, Object, Switch, Tested};
use crate::section;

section! {
    /// Alerts by Prometheus, for the Prometheus operator.
    PrometheusRules {
        /// Whether to make them. `serviceMonitor.enabled` must be true, too.
        enabled: Switch = false,
        /// Namespace of the `PrometheusRule`, if it is not that of the release.
        namespace: Option<Tested<String>> = None::<Tested<String>>,
        /// Labels of the `PrometheusRule`, by which a Prometheus chooses it, besides the chart's own.
        additional_labels: Option<Tested<BTreeMap<String, String>>> = None::<Tested<BTreeMap<String, String>>>,
        /// Further alerts: a text which is a list of the operator's `Rule`, as YAML.
        additional_alerts: Option<Exact<Tested<String>>> = None::<Exact<Tested<String>>>,
        /// The alerts.
        alerts: Alerts = Alerts::default(),
    }
}

section! {
    /// The alerts: about many events of a priority, and about events that an output could not send.
    Alerts {
        /// Many events of the priority warning.
        warning: Alert = Alert::default(),
        /// Many events of the priority error.
        error: Alert = Alert::default(),
        /// Many events of the priority critical.
        critical: Alert = Alert::default(),
        /// Many events of the priority alert.
        alert: Alert = Alert::default(),
        /// Many events of the priority emergency.
        emergency: Alert = Alert::default(),
        /// Many events that an output could not send.
        output: Alert = Alert::default(),
        /// Does nothing: the chart reads `prometheusRules.additionalAlerts` instead.
        #[serde(rename = "additionalAlerts")]
        additional_alerts: Option<Object> = Some(Object::new()),
    }
}

section! {
    /// An alert.
    snake_case Alert {
        /// Whether to raise it.
        enabled: Switch = true,
        /// Time over which the rate is measured, as a duration of Prometheus.
        rate_interval: String = "5m",
        /// Events per second from which on there is an alert.
        #[schemars(extend("type" = "number"))]
        threshold: i64 = 0,
    }
}
