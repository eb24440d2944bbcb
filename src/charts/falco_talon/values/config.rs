//! Values of Falco Talon's own configuration, which become config.yaml. Notifiers are in `notifiers`.

use crate::charts::kinds::{Exact, Secret, Tested};
use crate::section;

use super::notifiers::Notifiers;

/// What the chart puts behind its own actions.
const RULES_OVERRIDE: &str = "\
- action: Terminate Pod
  actionner: kubernetes:terminate
  parameters:
    ignore_daemonsets: true
    ignore_statefulsets: true
    grace_period_seconds: 20
";

section! {
    /// Falco Talon's own configuration, and what it does when an alert arrives.
    Config {
        /// Address at which Falco Talon listens.
        listen_address: Tested<String> = "0.0.0.0",
        /// Port at which Falco Talon listens. The chart's probes and its Service lead to 2803, whatever it is.
        listen_port: Tested<u16> = 2803,
        /// Notifiers of all rules, which tell what was done.
        default_notifiers: Tested<Vec<String>> = vec!["k8sevents".to_owned()],
        /// Whether Falco Talon takes up changes of its rules. It does in any case: `false` counts as not set.
        watch_rules: Tested<bool> = true,
        /// How several pods, and several alerts of one cause, come to one reaction.
        deduplication: Deduplication = Deduplication::default(),
        /// Whether all alerts are logged, and not only those that a rule matches.
        print_all_events: Tested<bool> = false,
        /// Rules of your own, and further settings of actions, as the text of a YAML list. They follow the chart's own
        /// actions in rules.yaml.
        rules_override: Exact<Tested<String>> = Exact::from(RULES_OVERRIDE.to_owned()),
        /// Traces and metrics by OpenTelemetry.
        otel: Otel = Otel::default(),
        /// The notifiers, which tell what was done.
        notifiers: Notifiers = Notifiers::default(),
        /// Access to AWS.
        aws: Aws = Aws::default(),
        /// Access to `MinIO`.
        minio: Minio = Minio::default(),
    }
}

section! {
    /// How several pods, and several alerts of one cause, come to one reaction.
    Deduplication {
        /// Whether only one of the pods acts. It is so in any case: `false` counts as not set.
        leader_election: Tested<bool> = true,
        /// Seconds for which an alert that is like one before is left out. 0 counts as not set.
        #[schemars(range(min = 0))]
        time_window_seconds: Tested<i32> = 5,
    }
}

section! {
    /// Traces and metrics by OpenTelemetry.
    Otel {
        /// Whether traces are sent to the collector.
        traces_enabled: Tested<bool> = false,
        /// Whether metrics are sent to the collector.
        metrics_enabled: Tested<bool> = false,
        /// Port of the collector.
        collector_port: Tested<u16> = 4317,
        /// Host of the collector.
        collector_endpoint: Option<String> = Some(String::new()),
        /// Whether the collector is called without TLS.
        collector_use_insecure_grpc: Tested<bool> = false,
    }
}

section! {
    /// Access to AWS. What is not set is looked for where AWS' own tools look for it.
    Aws {
        /// Role to take on.
        role_arn: Option<String> = Some(String::new()),
        /// External id for taking the role on.
        external_id: Option<String> = Some(String::new()),
        /// Region.
        region: Option<String> = Some(String::new()),
        /// Access key. `accessKey` comes first.
        acces_key: Option<Secret> = Some(Secret::from("")),
        /// Access key.
        #[serde(skip_serializing_if = "Option::is_none")]
        access_key: Option<Secret> = None::<Secret>,
        /// Secret key.
        secret_key: Option<Secret> = Some(Secret::from("")),
    }
}

section! {
    /// Access to `MinIO`.
    Minio {
        /// Address of `MinIO`: host and port.
        endpoint: Option<String> = Some(String::new()),
        /// Access key.
        access_key: Option<Secret> = Some(Secret::from("")),
        /// Secret key.
        secret_key: Option<Secret> = Some(Secret::from("")),
        /// Whether `MinIO` is called by TLS.
        use_ssl: Option<bool> = Some(false),
    }
}
