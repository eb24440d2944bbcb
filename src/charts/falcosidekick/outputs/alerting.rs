//! Outputs: those who call people, and what reacts by itself.

use super::Output;
use super::setting::{
    Printed, check_cert, decision, headers, mutual_tls, number, priority, secret, switch, text,
};

/// The outputs.
pub const OUTPUTS: &[Output] = &[
    Output {
        path: "alertmanager",
        about: "Alertmanager of Prometheus.",
        settings: &[
            text(
                "hostport",
                "",
                "Addresses, such as `http://alertmanager:9093`, separated by commas. The output is on if it is set.",
            ),
            text(
                "endpoint",
                "/api/v1/alerts",
                "Path of the API. Alertmanager since 0.27 has only `/api/v2/alerts`.",
            ),
            priority(),
            text("expireafter", "", "Seconds, in quotes, after which an alert is over.")
                .named("ALERTMANAGER_EXPIRESAFTER"),
            text("extralabels", "", "Labels that are added to alerts: `name:value,name:value`.")
                .printed(Printed::IfSet),
            text(
                "extraannotations",
                "",
                "Annotations that are added to alerts: `name:value,name:value`.",
            )
            .printed(Printed::IfSet),
            text(
                "customseveritymap",
                "",
                "Severities for priorities, where they are not the usual ones: `debug:info,error:critical`.",
            )
            .printed(Printed::IfSet),
            text("dropeventdefaultpriority", "critical", "Priority of dropped events below all thresholds.")
                .printed(Printed::IfSet),
            text(
                "dropeventthresholds",
                "10000:critical, 1000:critical, 100:critical, 10:warning, 1:warning",
                "Priorities of dropped events by their number: `1000:critical,10:warning`.",
            )
            .printed(Printed::IfSet),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "opsgenie",
        about: "Opsgenie.",
        settings: &[
            secret("apikey", "Key of the API. The output is on if it is set."),
            text("region", "", "`us` or `eu`; `us` if it is empty."),
            priority(),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "pagerduty",
        about: "PagerDuty.",
        settings: &[
            secret("routingkey", "Routing key of its events API. The output is on if it is set."),
            text("region", "us", "`us` or `eu`."),
            priority(),
        ],
    },
    Output {
        path: "grafanaoncall",
        about: "Grafana OnCall.",
        settings: &[
            secret("webhookurl", "Address of the integration. The output is on if it is set."),
            headers("customheaders"),
            mutual_tls(),
            check_cert(),
            priority(),
        ],
    },
    Output {
        path: "gotify",
        about: "Gotify.",
        settings: &[
            text("hostport", "", "Address, such as `http://gotify:80`. The output is on if it is set."),
            secret("token", "Token of the application."),
            text("format", "markdown", "Form of the messages: `plaintext`, `markdown` or `json`."),
            priority(),
            check_cert(),
        ],
    },
    Output {
        path: "talon",
        about: "Falco Talon, which reacts to events.",
        settings: &[
            text("address", "", "Address, such as `http://falco-talon:2803`. The output is on if it is set."),
            priority(),
            check_cert(),
        ],
    },
    Output {
        path: "policyreport",
        about: "Policy reports, as objects of the cluster.",
        settings: &[
            decision("enabled", false, "Whether the output is on. A `ClusterRole` allows to write the reports then."),
            text("kubeconfig", "~/.kube/config", "Access to the cluster, if Falcosidekick runs outside of one."),
            number("maxevents", 1000, "Number of events that a report holds at most."),
            switch(
                "prunebypriority",
                false,
                "Whether the events of the lowest priority make room first, and not the oldest ones.",
            ),
            priority(),
        ],
    },
];
