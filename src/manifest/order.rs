//! The order in which objects are applied, which is Helm's: what others need comes first.

use super::Object;

/// The kinds in Helm's install order (Helm 3.19, `pkg/releaseutil/kind_sorter.go`).
const KINDS: &[&str] = &[
    "PriorityClass",
    "Namespace",
    "NetworkPolicy",
    "ResourceQuota",
    "LimitRange",
    "PodSecurityPolicy",
    "PodDisruptionBudget",
    "ServiceAccount",
    "Secret",
    "SecretList",
    "ConfigMap",
    "StorageClass",
    "PersistentVolume",
    "PersistentVolumeClaim",
    "CustomResourceDefinition",
    "ClusterRole",
    "ClusterRoleList",
    "ClusterRoleBinding",
    "ClusterRoleBindingList",
    "Role",
    "RoleList",
    "RoleBinding",
    "RoleBindingList",
    "Service",
    "DaemonSet",
    "Pod",
    "ReplicationController",
    "ReplicaSet",
    "Deployment",
    "HorizontalPodAutoscaler",
    "StatefulSet",
    "Job",
    "CronJob",
    "IngressClass",
    "Ingress",
    "APIService",
];

/// Sorts objects into the order in which they are applied: by kind, other kinds last and by name of the kind, hooks
/// behind everything. Objects of one kind keep the order of their templates.
pub fn sort(objects: &mut [Object]) {
    objects.sort_by(|a, b| key(a).cmp(&key(b)));
}

fn key(object: &Object) -> (bool, usize, &str) {
    let kind = object.kind();
    match KINDS.iter().position(|known| *known == kind) {
        Some(at) => (object.is_hook(), at, ""),
        None => (object.is_hook(), KINDS.len(), kind),
    }
}
