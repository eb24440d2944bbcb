//! Keys that the chart got after version 1.0.10 (repository helm/charts, folder stable/falco, versions 1.0.11 to
//! 1.1.7; the last row: repository falcosecurity/charts, where the chart went on). No key of an earlier version is gone.

use crate::charts::{OtherKey, Versions};

/// The topmost keys that are new, in the order of their versions.
pub const LATER_KEYS: &[OtherKey] = &[
    later(
        "affinity",
        "since 1.0.11",
        "choose nodes by their labels with `nodeSelector`",
    ),
    later(
        "auditLog",
        "since 1.1.0",
        "`falco.webserver.enabled` alone switches the audit Service and the AuditSink on, and needs \
         `falco.webserver.clusterIP`",
    ),
    OtherKey {
        instead: "it is `cri` here, with the same `enabled` and `socket`",
        ..OtherKey::moved("containerd", Versions::Later("since 1.1.0"), &["cri"])
    },
    later(
        "falco.grpc",
        "since 1.1.3",
        "Falco 0.17.1 has no gRPC server",
    ),
    later(
        "falco.grpcOutput",
        "since 1.1.3",
        "Falco 0.17.1 has no gRPC server; `falco.httpOutput` sends alerts to a URL",
    ),
    later(
        "certs",
        "since 1.1.5",
        "they belong to the gRPC server, which Falco 0.17.1 does not have",
    ),
    later(
        "daemonset.podAnnotations",
        "since 1.1.7",
        "pods get no annotations of yours here",
    ),
    later(
        "fakeEventGenerator.args",
        "since 1.1.10",
        "the generator of this version takes no arguments",
    ),
];

const fn later(path: &'static str, versions: &'static str, instead: &'static str) -> OtherKey {
    OtherKey::gone(path, Versions::Later(versions), instead)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::stable::CHART;
    use crate::yaml::{Path, defaults_from_json};

    #[test]
    fn a_key_of_another_version_is_none_of_this_one() {
        let defaults = defaults_from_json(CHART.default_values());
        for key in LATER_KEYS {
            let path = Path::keys(key.path.split('.'));
            assert!(path.find(&defaults).is_none(), "{}", key.path);
        }
    }
}
