//! What Falco Talon may do in the Kubernetes API (chart file templates/rbac.yaml).

use crate::yaml::Node;

/// Each value below `rbac` that lists verbs, with the API group and the resource that they are for.
const RESOURCES: [(&str, &str, &str); 20] = [
    ("namespaces", "", "namespaces"),
    ("pods", "", "pods"),
    ("podsEphemeralcontainers", "", "pods/ephemeralcontainers"),
    ("nodes", "", "nodes"),
    ("podsLog", "", "pods/log"),
    ("podsExec", "", "pods/exec"),
    ("podsEviction", "", "pods/eviction"),
    ("events", "", "events"),
    ("daemonsets", "apps", "daemonsets"),
    ("deployments", "apps", "deployments"),
    ("replicasets", "apps", "replicasets"),
    ("statefulsets", "apps", "statefulsets"),
    ("networkpolicies", "networking.k8s.io", "networkpolicies"),
    (
        "caliconetworkpolicies",
        "projectcalico.org",
        "caliconetworkpolicies",
    ),
    (
        "ciliumnetworkpolicies",
        "cilium.io",
        "ciliumnetworkpolicies",
    ),
    ("roles", "rbac.authorization.k8s.io", "roles"),
    ("clusterroles", "rbac.authorization.k8s.io", "clusterroles"),
    ("configmaps", "", "configmaps"),
    ("secrets", "", "secrets"),
    ("leases", "coordination.k8s.io", "leases"),
];

/// The rules of the role: one for each list of verbs, and one for the `PodSecurityPolicy` called `name` if the chart
/// makes it. Null if there are none.
pub fn rules(values: &Node, name: &Node) -> Node {
    let mut rules: Vec<Node> = RESOURCES
        .into_iter()
        .filter_map(|(key, group, resource)| {
            let verbs = values.at(&["rbac", key]).filter(|verbs| verbs.is_true())?;
            Some(rule(group, resource, verbs))
        })
        .collect();
    let policy = values.at(&["podSecurityPolicy", "create"]);
    if policy.is_some_and(Node::is_true) {
        let verbs = Node::list([Node::constant("use")]);
        let names = Node::list([name.clone()]);
        rules.push(rule("policy", "podsecuritypolicies", &verbs).with(&["resourceNames"], names));
    }
    if rules.is_empty() {
        Node::null()
    } else {
        Node::list(rules)
    }
}

fn rule(group: &str, resource: &str, verbs: &Node) -> Node {
    Node::map([
        ("apiGroups", Node::list([Node::constant(group)])),
        ("resources", Node::list([Node::constant(resource)])),
        ("verbs", verbs.clone()),
    ])
}
