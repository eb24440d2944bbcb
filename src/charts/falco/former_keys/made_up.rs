//! Topmost keys that no version of the chart has, and that people write all the same.

use super::made_up_below::{AUDIT, PLUGINS};
use crate::charts::{OtherKey, Versions};

const NOT_MADE: &str = "take it out, and keep an object of your own beside the chart";
const NO_SETTING: &str = "take it out: the chart gives its pods no such setting";

const ENV: &[&str] = &["extra.env"];
const USE_ENV: &str = "use `extra.env`, a list of items with `name` and `value`";

/// The keys.
pub(super) const KEYS: &[OtherKey] = &[
    never(
        "[\"USER-SUPPLIED VALUES\"]",
        "take the line out: it is the heading that `helm get values` prints; what is below it \
         begins at the margin",
    ),
    OtherKey::moved("args", Versions::None, &["extra.args"]),
    OtherKey::changed("audit", Versions::None, PLUGINS, AUDIT),
    never(
        "enabled",
        "take it out: the chart deploys Falco whenever it is rendered",
    ),
    OtherKey::changed("env", Versions::None, ENV, USE_ENV),
    OtherKey::changed("extraEnv", Versions::None, ENV, USE_ENV),
    OtherKey::changed("extraEnvVars", Versions::None, ENV, USE_ENV),
    OtherKey::moved("falcoUI", Versions::None, &["falcosidekick.webui"]),
    OtherKey::changed(
        "gkeAuditBridge",
        Versions::None,
        PLUGINS,
        "audit events of GKE come by the k8saudit-gke plugin: load it in `falco.plugins` and \
         `falco.load_plugins`, and install it by `falcoctl.config.artifact.install.refs`",
    ),
    OtherKey::changed(
        "grafanaDashboard",
        Versions::None,
        &["grafana.dashboards"],
        "use `grafana.dashboards`, which is switched on by `enabled`",
    ),
    never(
        "grpc",
        "take it out: Falco 0.44 has no gRPC server; send alerts by `falco.http_output`, or \
         deploy Falcosidekick with `falcosidekick.enabled`",
    ),
    never("lifecycle", NO_SETTING),
    never("networkPolicy", NOT_MADE),
    OtherKey::changed(
        "observability",
        Versions::None,
        &["metrics", "serviceMonitor", "grafana.dashboards"],
        "what shows how Falco itself fares is in `metrics`, `serviceMonitor` and \
         `grafana.dashboards`",
    ),
    OtherKey::changed(
        "outputs",
        Versions::None,
        &[
            "falco.stdout_output",
            "falco.syslog_output",
            "falco.file_output",
            "falco.program_output",
            "falco.http_output",
        ],
        "each way out is a section below `falco`: `stdout_output`, `syslog_output`, \
         `file_output`, `program_output`, `http_output`",
    ),
    OtherKey::changed(
        "performance",
        Versions::None,
        &["resources", "driver", "falco.outputs_queue"],
        "how much Falco may take is in `resources`, how large its buffers are in `driver` and \
         `falco.outputs_queue`",
    ),
    never("podDisruptionBudget", NOT_MADE),
    OtherKey::changed(
        "prometheus",
        Versions::None,
        &["metrics.enabled", "serviceMonitor.create"],
        "Prometheus finds Falco's metrics once `metrics.enabled` and `serviceMonitor.create` \
         are true",
    ),
    OtherKey::changed(
        "replicaCount",
        Versions::None,
        &["controller.deployment.replicas"],
        "use `controller.deployment.replicas`; a DaemonSet, the default, has one pod on each node",
    ),
    OtherKey::changed(
        "rules",
        Versions::None,
        &["customRules"],
        "rules of your own are texts in the map `customRules`, each below the name of its file",
    ),
    OtherKey::changed(
        "rulesFile",
        Versions::None,
        &["falco.rules_files", "customRules"],
        "rules of your own are `customRules`, the files that Falco reads are the list \
         `falco.rules_files`",
    ),
    OtherKey::changed(
        "security",
        Versions::None,
        &["podSecurityContext", "containerSecurityContext"],
        "use `podSecurityContext` and `containerSecurityContext`, which are those of Kubernetes",
    ),
    OtherKey::moved("sidekick", Versions::None, &["falcosidekick"]),
    OtherKey::changed(
        "syscallEvents",
        Versions::None,
        &["driver.enabled"],
        "Falco watches system calls as long as `driver.enabled` is true",
    ),
    never("terminationGracePeriodSeconds", NO_SETTING),
    never("topologySpreadConstraints", NO_SETTING),
    OtherKey::moved("webui", Versions::None, &["falcosidekick.webui"]),
];

const fn never(path: &'static str, instead: &'static str) -> OtherKey {
    OtherKey::gone(path, Versions::None, instead)
}
