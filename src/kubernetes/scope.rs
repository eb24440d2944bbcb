//! Which kinds belong to the whole cluster and not to a namespace.

/// The kinds without a namespace that the charts make, or that their users add (Kubernetes 1.34, and the dropped ones
/// of the charts).
const CLUSTER_KINDS: &[&str] = &[
    "APIService",
    "AuditSink",
    "CertificateSigningRequest",
    "ClusterRole",
    "ClusterRoleBinding",
    "ComponentStatus",
    "CSIDriver",
    "CSINode",
    "CustomResourceDefinition",
    "FlowSchema",
    "IngressClass",
    "MutatingWebhookConfiguration",
    "Namespace",
    "Node",
    "PersistentVolume",
    "PodSecurityPolicy",
    "PriorityClass",
    "PriorityLevelConfiguration",
    "RuntimeClass",
    "SecurityContextConstraints",
    "StorageClass",
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
    "ValidatingWebhookConfiguration",
    "VolumeAttachment",
];

/// Whether objects of the kind have a namespace. Kinds that are not known, such as a user's own, have one.
#[must_use]
pub fn is_namespaced(kind: &str) -> bool {
    !CLUSTER_KINDS.contains(&kind)
}
