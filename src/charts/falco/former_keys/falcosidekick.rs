//! Former keys of the subcharts, and those below them that people make up.

use crate::charts::{OtherKey, Versions};

/// The versions of chart falcosidekick that had a key.
const fn former(versions: &'static str) -> Versions {
    Versions::FormerOf("chart falcosidekick", versions)
}

const NO_SWITCH: &str = "take it out: an output is on as soon as its address is set, such as \
    `webhookurl` or `hostport`";
const ONE_SECRET: &str = "all outputs share `falcosidekick.config.existingSecret`, a Secret \
    whose keys are Falcosidekick's environment variables, such as `SLACK_WEBHOOKURL`";
const SECRET: &[&str] = &["falcosidekick.config.existingSecret"];
const ROUTING_KEY: &str = "alerts go to PagerDuty by its events API now: set \
     `falcosidekick.config.pagerduty.routingkey`";
const ROUTING: &[&str] = &["falcosidekick.config.pagerduty.routingkey"];
const NO_RATE: &str = "take it out: there is no limit of rates; `minimumpriority` of an output \
    holds back what matters less";

/// The keys.
pub(super) const KEYS: &[OtherKey] = &[
    OtherKey::changed(
        "falco-talon.config.rulesFiles",
        Versions::FormerOf("chart falco-talon", "until 0.1.3"),
        &["falco-talon.config.rulesOverride"],
        "write the rules themselves, as a text, in `falco-talon.config.rulesOverride`",
    ),
    OtherKey::moved(
        "falco-talon.grafana.dashboards.configMaps.talon.folderAnnotation",
        Versions::Later("after falco-talon 0.3.1"),
        &["falco-talon.grafana.dashboards.configMaps.talon.folder.annotation"],
    ),
    OtherKey::gone(
        "falcosidekick.config.checkcert",
        former("until 0.3.7"),
        "outputs have a `checkcert` of their own, such as \
         `falcosidekick.config.webhook.checkcert`",
    ),
    OtherKey::gone(
        "falcosidekick.config.kafka.messageformat",
        former("until 0.5.6"),
        "take it out: Falcosidekick has no such setting",
    ),
    OtherKey::gone(
        "falcosidekick.config.kafka.partition",
        former("until 0.5.6"),
        "take it out: `falcosidekick.config.kafka.balancer` says how messages are spread over \
         the partitions",
    ),
    OtherKey::moved(
        "falcosidekick.config.kafka.url",
        former("until 0.2.7"),
        &["falcosidekick.config.kafka.hostport"],
    ),
    OtherKey::moved(
        "falcosidekick.config.opsgenie.aipkey",
        former("until 0.1.29"),
        &["falcosidekick.config.opsgenie.apikey"],
    ),
    OtherKey::changed(
        "falcosidekick.config.pagerduty.apikey",
        former("until 0.3.7"),
        ROUTING,
        ROUTING_KEY,
    ),
    OtherKey::gone(
        "falcosidekick.config.pagerduty.assignee",
        former("until 0.3.7"),
        ROUTING_KEY,
    ),
    OtherKey::gone(
        "falcosidekick.config.pagerduty.escalationpolicy",
        former("until 0.3.7"),
        ROUTING_KEY,
    ),
    OtherKey::gone(
        "falcosidekick.config.pagerduty.service",
        former("until 0.3.7"),
        ROUTING_KEY,
    ),
    OtherKey::gone(
        "falcosidekick.config.webhook.icon",
        former("until 0.1.23"),
        "take it out: messages to a webhook have no icon",
    ),
    OtherKey::moved(
        "falcosidekick.config.webhook.webhookurl",
        former("until 0.1.23"),
        &["falcosidekick.config.webhook.address"],
    ),
    OtherKey::moved(
        "falcosidekick.fullfdqn",
        Versions::Former("from 1.10.0 to 1.13.1"),
        &["falcosidekick.fullfqdn"],
    ),
    OtherKey::gone(
        "falcosidekick.webui.darkmode",
        former("until 0.4.5"),
        "take it out: the UI has no such setting",
    ),
    OtherKey::moved(
        "falcosidekick.webui.imagePullSecrets",
        former("until 0.4.5"),
        &["falcosidekick.imagePullSecrets"],
    ),
    OtherKey::gone(
        "falcosidekick.webui.podSecurityPolicy",
        former("until 0.4.5"),
        "take it out: Kubernetes has no PodSecurityPolicy since 1.25",
    ),
    OtherKey::changed(
        "falcosidekick.webui.retention",
        former("until 0.4.5"),
        &["falcosidekick.webui.ttl"],
        "the UI keeps events for a time instead of up to a number: set \
         `falcosidekick.webui.ttl`, such as `7d`",
    ),
    OtherKey::gone(
        "falcosidekick.config.prometheus.enabled",
        Versions::None,
        "take it out: Falcosidekick always has metrics for Prometheus",
    ),
    OtherKey::gone(
        "falcosidekick.config.prometheus.listenport",
        Versions::None,
        "take it out: Falcosidekick has its metrics at `/metrics` of the port at which it takes \
         alerts",
    ),
    OtherKey::changed(
        "falcosidekick.config.prometheus.customlabels",
        Versions::None,
        &["falcosidekick.config.prometheus.extralabels"],
        "name the output fields that are to be labels in \
         `falcosidekick.config.prometheus.extralabels`",
    ),
    OtherKey::changed(
        "falcosidekick.customOutputs",
        Versions::None,
        &["falcosidekick.config.webhook.address"],
        "to send alerts to a server of your own, set `falcosidekick.config.webhook.address`",
    ),
    OtherKey::moved(
        "falcosidekick.webUI",
        Versions::None,
        &["falcosidekick.webui"],
    ),
    OtherKey::gone("falcosidekick.config.*.enabled", Versions::None, NO_SWITCH),
    OtherKey::gone(
        "falcosidekick.config.aws.*.enabled",
        Versions::None,
        NO_SWITCH,
    ),
    OtherKey::gone(
        "falcosidekick.config.gcp.*.enabled",
        Versions::None,
        NO_SWITCH,
    ),
    OtherKey::changed(
        "falcosidekick.config.*.existingSecret",
        Versions::None,
        SECRET,
        ONE_SECRET,
    ),
    OtherKey::changed(
        "falcosidekick.config.slack.key",
        Versions::None,
        SECRET,
        ONE_SECRET,
    ),
    OtherKey::gone("falcosidekick.config.Ratelimit", Versions::None, NO_RATE),
    OtherKey::gone(
        "falcosidekick.config.RatelimitSeconds",
        Versions::None,
        NO_RATE,
    ),
    OtherKey::gone(
        "falcosidekick.config.aws.cloudwatchlogs.json",
        Versions::None,
        "take it out: Falcosidekick has no such setting",
    ),
    OtherKey::moved(
        "falcosidekick.config.aws.cloudwatchlogs.region",
        Versions::None,
        &["falcosidekick.config.aws.region"],
    ),
    OtherKey::gone(
        "falcosidekick.config.aws.cloudwatchlogs.retentionInDays",
        Versions::None,
        "take it out: how long events are kept is a setting of the log group in AWS",
    ),
    OtherKey::moved(
        "falcosidekick.config.loki.minimumlevel",
        Versions::None,
        &["falcosidekick.config.loki.minimumpriority"],
    ),
    OtherKey::gone(
        "falcosidekick.config.minimumpriority",
        Versions::None,
        "each output has one of its own, such as `falcosidekick.config.slack.minimumpriority`",
    ),
    OtherKey::gone(
        "falcosidekick.config.prometheus.hostport",
        Versions::None,
        "take it out: Prometheus asks Falcosidekick, which \
         `falcosidekick.serviceMonitor.enabled` makes it do",
    ),
    OtherKey::gone(
        "falcosidekick.config.webui",
        Versions::None,
        "take it out: `falcosidekick.webui.enabled` deploys the UI and tells Falcosidekick its \
         address",
    ),
    OtherKey::moved(
        "falcosidekick.ingress.className",
        Versions::None,
        &["falcosidekick.ingress.ingressClassName"],
    ),
    OtherKey::gone(
        "falcosidekick.service.enabled",
        Versions::None,
        "take it out: Falcosidekick always has a Service, since that is where Falco sends its \
         alerts",
    ),
    OtherKey::gone(
        "falcosidekick.webui.config",
        Versions::None,
        "the settings of the UI are directly below `falcosidekick.webui`, and those of the \
         outputs below `falcosidekick.config`",
    ),
    OtherKey::moved(
        "falcosidekick.webui.ingress.className",
        Versions::None,
        &["falcosidekick.webui.ingress.ingressClassName"],
    ),
];
