//! Kinds that Kubernetes has dropped (the deprecated API migration guide of Kubernetes).

use crate::capabilities::{Capabilities, KubeVersion};
use crate::checks::manifests::{audit_sink_removed, psp_removed};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::manifest::Object;
use crate::yaml::{Node, Origin};

/// A kind that clusters from some version on do not have.
#[derive(Debug)]
pub struct RemovedKind {
    /// Its API version.
    pub api_version: &'static str,
    /// The kind.
    pub kind: &'static str,
    /// The first version of Kubernetes without it.
    pub removed_in: KubeVersion,
    /// The code of the diagnostic that says so.
    pub code: &'static Code,
    /// What to do instead.
    pub instead: &'static str,
}

/// `PodSecurityPolicy`, gone in 1.25.
const POD_SECURITY_POLICY: RemovedKind = RemovedKind {
    api_version: "policy/v1beta1",
    kind: "PodSecurityPolicy",
    removed_in: KubeVersion {
        major: 1,
        minor: 25,
    },
    code: &psp_removed::CODE,
    instead: "switch it off, and label the namespace `pod-security.kubernetes.io/enforce: privileged`",
};

/// `AuditSink`, gone in 1.19.
const AUDIT_SINK: RemovedKind = RemovedKind {
    api_version: "auditregistration.k8s.io/v1alpha1",
    kind: "AuditSink",
    removed_in: KubeVersion {
        major: 1,
        minor: 19,
    },
    code: &audit_sink_removed::CODE,
    instead: "give the API server an audit webhook configuration (`--audit-webhook-config-file`) that names the audit \
              Service",
};

/// The kinds that are gone.
const REMOVED: &[RemovedKind] = &[POD_SECURITY_POLICY, AUDIT_SINK];

/// Says that the cluster does not have the kind of an object: an error if its version is known, a warning if it is not.
/// Nothing if the version has it, or if the user says by `--api-versions` that the cluster does. It points at the switch
/// that makes the object.
#[must_use]
pub fn check(object: &Object, capabilities: &Capabilities) -> Option<Diagnostic> {
    let api_version = object.node.get("apiVersion").and_then(Node::as_text)?;
    let removed = REMOVED
        .iter()
        .find(|removed| removed.api_version == api_version && removed.kind == object.kind())?;
    if capabilities.has(removed.api_version, removed.kind) {
        return None;
    }
    let severity = match capabilities.kube_version {
        Some(version) if version < removed.removed_in => return None,
        Some(_) => Severity::Error,
        None => Severity::Warning,
    };
    let KubeVersion { major, minor } = removed.removed_in;
    let message = format!(
        "Kubernetes {major}.{minor} and later have no {}",
        removed.kind
    );
    let diagnostic = Diagnostic::new(removed.code, message)
        .severity(severity)
        .at(object.switch.as_ref().and_then(Origin::span))
        .label("this asks for one");
    Some(match severity {
        Severity::Warning => diagnostic.help(format!(
            "on newer clusters {}; for an older one say so by `--kube-version`",
            removed.instead
        )),
        _ => diagnostic.help(removed.instead),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn severity(version: Option<&str>, api_versions: &[&str]) -> Option<Severity> {
        let capabilities = Capabilities {
            kube_version: version.map(|version| version.parse().unwrap()),
            api_versions: api_versions.iter().map(ToString::to_string).collect(),
        };
        let policy = Node::map([
            ("apiVersion", Node::constant("policy/v1beta1")),
            ("kind", Node::constant("PodSecurityPolicy")),
        ]);
        let policy = Object::new("c/templates/psp.yaml".into(), &policy, None);
        check(&policy, &capabilities).map(|found| found.severity)
    }

    #[test]
    fn a_removed_kind_is_an_error_from_the_version_that_dropped_it() {
        assert_eq!(severity(Some("1.24.17"), &[]), None);
        assert_eq!(severity(Some("1.25.0"), &[]), Some(Severity::Error));
        assert_eq!(severity(Some("2.0"), &[]), Some(Severity::Error));
    }

    #[test]
    fn a_removed_kind_is_a_warning_where_the_version_is_not_known() {
        assert_eq!(severity(None, &[]), Some(Severity::Warning));
    }

    #[test]
    fn a_cluster_that_is_said_to_have_the_kind_has_it() {
        assert_eq!(severity(Some("1.31"), &["policy/v1beta1"]), None);
        assert_eq!(severity(None, &["policy/v1beta1/PodSecurityPolicy"]), None);
        let others = ["policy/v1", "policy/v1beta1/PodDisruptionBudget"];
        assert_eq!(severity(None, &others), Some(Severity::Warning));
    }
}
