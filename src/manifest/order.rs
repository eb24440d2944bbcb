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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::Node;

    fn object(kind: &str, name: &str, hook: bool) -> Object {
        let annotations = hook.then(|| ("helm.sh/hook", Node::constant("test")));
        let metadata = [
            ("name", Node::constant(name)),
            ("annotations", Node::map(annotations)),
        ];
        let node = Node::map([
            ("kind", Node::constant(kind)),
            ("metadata", Node::map(metadata)),
        ]);
        Object::new("c/templates/t.yaml".into(), &node, None)
    }

    #[test]
    fn objects_come_in_helm_s_order() {
        let mut objects = [
            ("Zebra", "a"),
            ("AuditSink", "a"),
            ("Deployment", "a"),
            ("ConfigMap", "b"),
            ("DaemonSet", "a"),
            ("ConfigMap", "a"),
            ("Service", "a"),
            ("PodSecurityPolicy", "a"),
        ]
        .map(|(kind, name)| object(kind, name, false));
        sort(&mut objects);
        let order = objects
            .each_ref()
            .map(|object| format!("{}/{}", object.kind(), object.name()));
        let expected = [
            "PodSecurityPolicy/a",
            "ConfigMap/b",
            "ConfigMap/a",
            "Service/a",
            "DaemonSet/a",
            "Deployment/a",
            "AuditSink/a",
            "Zebra/a",
        ];
        assert_eq!(order, expected);
    }

    #[test]
    fn hooks_come_last() {
        let mut objects = [object("Pod", "hook", true), object("Zebra", "a", false)];
        sort(&mut objects);
        assert_eq!(objects[1].name(), "hook");
    }
}
