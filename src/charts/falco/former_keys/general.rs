//! Former keys of pods, of what they mount and of what stands beside them.

use super::made_up_below::{AUDIT, PLUGINS};
use super::{SINCE_STABLE, UNTIL_REWRITE};
use crate::charts::{OtherKey, Versions};

/// The keys.
pub(super) const KEYS: &[OtherKey] = &[
    OtherKey::changed(
        "auditLog",
        Versions::Former("in stable/falco since 1.1.0, and in falcosecurity/falco until 1.19.4"),
        PLUGINS,
        AUDIT,
    ),
    OtherKey::changed(
        "daemonset",
        SINCE_STABLE,
        &["controller.daemonset", "podAnnotations", "extra.env"],
        "use `controller.daemonset.updateStrategy` and `podAnnotations`; what was in the map \
         `env` are items with `name` and `value` in the list `extra.env`",
    ),
    OtherKey::changed(
        "extraArgs",
        SINCE_STABLE,
        &["extra.args"],
        "use `extra.args`, without flags that Falco 0.44 has no more, such as `--cri`, `-k` and \
         `-K`",
    ),
    OtherKey::moved(
        "extraInitContainers",
        Versions::Former("from 1.4.0 to 1.19.4"),
        &["extra.initContainers"],
    ),
    OtherKey::moved(
        "extraVolumeMounts",
        Versions::Former("from 1.5.8 to 1.19.4"),
        &["mounts.volumeMounts"],
    ),
    OtherKey::moved(
        "extraVolumes",
        Versions::Former("from 1.5.8 to 1.19.4"),
        &["mounts.volumes"],
    ),
    OtherKey::gone(
        "fakeEventGenerator",
        SINCE_STABLE,
        "the generator of events is a chart of its own now: render it by `--chart event-generator`",
    ),
    OtherKey::changed(
        "falcotalon",
        Versions::Former("from 4.21.3 to 5.0.3"),
        &["falco-talon", "responseActions.enabled"],
        "write what is below it below `falco-talon`, but `enabled` as `responseActions.enabled`",
    ),
    OtherKey::changed(
        "global.imageRegistry",
        UNTIL_REWRITE,
        &[
            "image.registry",
            "driver.loader.initContainer.image.registry",
            "falcoctl.image.registry",
        ],
        "each image has a registry of its own: `image.registry`, \
         `driver.loader.initContainer.image.registry`, `falcoctl.image.registry`",
    ),
    OtherKey::moved(
        "image.pullSecrets",
        Versions::Former("from 1.2.2 to 1.19.4"),
        &["imagePullSecrets"],
    ),
    OtherKey::changed(
        "integrations",
        Versions::Former("in stable/falco, and in falcosecurity/falco until 1.5.8"),
        &[
            "falcosidekick.enabled",
            "falcosidekick.config.nats",
            "falcosidekick.config.aws.sns",
            "falcosidekick.config.gcp.pubsub",
        ],
        "set `falcosidekick.enabled` and its outputs: `falcosidekick.config.nats`, \
         `falcosidekick.config.aws.sns`, `falcosidekick.config.gcp.pubsub`; `gcscc` has no \
         successor",
    ),
    OtherKey::gone(
        "mounts.enforceProcMount",
        Versions::Former("from 2.0.5 to 4.8.3"),
        "/proc of the host is mounted as soon as `driver.enabled` or `falco.plugins_hostinfo` \
         is true, and both are by default",
    ),
    OtherKey::gone(
        "podSecurityPolicy",
        SINCE_STABLE,
        "Kubernetes has no PodSecurityPolicy since 1.25; the labels of Pod Security admission \
         on the namespace allow privileged pods, on OpenShift `scc.create` does",
    ),
    OtherKey::moved("priorityClassName", SINCE_STABLE, &["podPriorityClassName"]),
    OtherKey::changed(
        "proxy",
        SINCE_STABLE,
        &[
            "extra.env",
            "driver.loader.initContainer.env",
            "falcoctl.artifact.install.env",
            "falcoctl.artifact.follow.env",
        ],
        "set the variables `http_proxy`, `https_proxy` and `no_proxy` for each container that \
         needs them: in `extra.env`, `driver.loader.initContainer.env`, \
         `falcoctl.artifact.install.env`, `falcoctl.artifact.follow.env`",
    ),
    OtherKey::changed(
        "securityContext",
        Versions::Former("from 1.19.2 to 1.19.4"),
        &["containerSecurityContext"],
        "use `containerSecurityContext`, which now takes the place of what the driver needs \
         instead of adding to it, so that `privileged: true` belongs into it unless the driver \
         does without",
    ),
    OtherKey::changed(
        "timezone",
        SINCE_STABLE,
        &["extra.env"],
        "write it as an item of the list `extra.env`, with `TZ` as its `name` and the zone as \
         its `value`",
    ),
];
