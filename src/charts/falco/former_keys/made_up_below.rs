//! Keys below sections of the chart that no version of it has, and that people write all the same.

use super::IGNORED;
use crate::charts::{OtherKey, Versions};

/// Where a source of audit events is configured.
pub(super) const PLUGINS: &[&str] = &[
    "falco.plugins",
    "falco.load_plugins",
    "falcoctl.config.artifact.install.refs",
];

/// How audit events of Kubernetes come to Falco.
pub(super) const AUDIT: &str = "audit events of Kubernetes come by the k8saudit plugin: load it \
    in `falco.plugins` and `falco.load_plugins`, install it by \
    `falcoctl.config.artifact.install.refs`, and let the API server reach its port by an item \
    of `services`";

/// The keys.
pub(super) const KEYS: &[OtherKey] = &[
    OtherKey::gone(
        "collectors.containerEngine.kind",
        Versions::None,
        "take it out: Falco tries all engines in `collectors.containerEngine.engines` that are \
         `enabled`",
    ),
    OtherKey::changed(
        "collectors.cri",
        Versions::None,
        &["collectors.containerEngine.engines.cri"],
        "use `collectors.containerEngine.engines.cri`, where `sockets` is a list of paths",
    ),
    OtherKey::changed("collectors.kubernetesAudit", Versions::None, PLUGINS, AUDIT),
    OtherKey::changed(
        "collectors.kubernetesMetadata",
        Versions::None,
        &["collectors.kubernetes.enabled"],
        "use `collectors.kubernetes.enabled`",
    ),
    OtherKey::changed(
        "controller.strategy",
        Versions::None,
        &["controller.daemonset.updateStrategy"],
        "use `controller.daemonset.updateStrategy`; for a Deployment the chart sets none",
    ),
    OtherKey::changed(
        "driver.resources",
        Versions::None,
        &["resources", "driver.loader.initContainer.resources"],
        "the resources of Falco are `resources`, those of the init container that loads the \
         driver `driver.loader.initContainer.resources`",
    ),
    OtherKey::moved(
        "falco-talon.enabled",
        Versions::None,
        &["responseActions.enabled"],
    ),
    OtherKey::changed("falco.auditLog", Versions::None, PLUGINS, AUDIT).in_falco_yaml(IGNORED),
    OtherKey::gone(
        "falco.enabled",
        Versions::None,
        "take it out: the chart deploys Falco whenever it is rendered",
    )
    .in_falco_yaml(IGNORED),
    OtherKey::gone(
        "falco.socketPath",
        Versions::None,
        "the sockets of container engines are lists in `collectors.containerEngine.engines`",
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved(
        "k8s-metacollector.enabled",
        Versions::None,
        &["collectors.kubernetes.enabled"],
    ),
    OtherKey::changed(
        "metrics.port",
        Versions::None,
        &[
            "falco.webserver.listen_port",
            "metrics.service.ports.metrics",
        ],
        "Falco listens at `falco.webserver.listen_port`, and the Service forwards \
         `metrics.service.ports.metrics.port` to its `targetPort`",
    ),
    OtherKey::changed(
        "metrics.serviceMonitor",
        Versions::None,
        &["serviceMonitor"],
        "use `serviceMonitor` at the top level, which is switched on by `create`",
    ),
    OtherKey::moved(
        "serviceMonitor.enabled",
        Versions::None,
        &["serviceMonitor.create"],
    ),
];
