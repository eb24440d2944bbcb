//! Values of what Falco Talon may do in the Kubernetes API.

use crate::charts::kinds::{Switch, Tested};
use crate::section;

/// The verbs that Falco Talon has for a resource.
type Verbs = Tested<Vec<String>>;

/// These verbs.
fn verbs<const N: usize>(verbs: [&str; N]) -> Vec<String> {
    verbs.map(str::to_owned).to_vec()
}

section! {
    /// What Falco Talon may do in the Kubernetes API: its account, and the verbs that it has for each resource.
    Rbac {
        /// The account under which Falco Talon runs.
        service_account: ServiceAccount = ServiceAccount::default(),
        /// Verbs for namespaces.
        namespaces: Verbs = verbs(["get", "delete"]),
        /// Verbs for pods.
        pods: Verbs = verbs(["get", "update", "patch", "delete", "list"]),
        /// Verbs for the ephemeral containers of pods, by which Falco Talon looks into them.
        #[serde(rename = "podsEphemeralcontainers")]
        ephemeral_containers: Verbs = verbs(["patch", "create"]),
        /// Verbs for nodes.
        nodes: Verbs = verbs(["get", "update", "patch", "watch", "create"]),
        /// Verbs for the logs of pods.
        pods_log: Verbs = verbs(["get"]),
        /// Verbs for commands in pods.
        pods_exec: Verbs = verbs(["get", "create"]),
        /// Verbs for the eviction of pods.
        pods_eviction: Verbs = verbs(["get", "create"]),
        /// Verbs for events.
        events: Verbs = verbs(["get", "update", "patch", "create"]),
        /// Verbs for `DaemonSet`s.
        daemonsets: Verbs = verbs(["get", "delete"]),
        /// Verbs for Deployments.
        deployments: Verbs = verbs(["get", "delete"]),
        /// Verbs for `ReplicaSet`s.
        replicasets: Verbs = verbs(["get", "delete"]),
        /// Verbs for `StatefulSet`s.
        statefulsets: Verbs = verbs(["get", "delete"]),
        /// Verbs for Kubernetes' network policies.
        networkpolicies: Verbs = verbs(["get", "update", "patch", "create"]),
        /// Verbs for Calico's network policies.
        caliconetworkpolicies: Verbs = verbs(["get", "update", "patch", "create"]),
        /// Verbs for Cilium's network policies.
        ciliumnetworkpolicies: Verbs = verbs(["get", "update", "patch", "create"]),
        /// Verbs for roles.
        roles: Verbs = verbs(["get", "delete"]),
        /// Verbs for roles of the whole cluster.
        clusterroles: Verbs = verbs(["get", "delete"]),
        /// Verbs for `ConfigMap`s.
        configmaps: Verbs = verbs(["get", "delete"]),
        /// Verbs for Secrets.
        secrets: Verbs = verbs(["get", "delete"]),
        /// Verbs for leases, by which the pods agree on which of them acts.
        leases: Verbs = verbs(["get", "update", "patch", "watch", "create"]),
    }
}

section! {
    /// The account under which Falco Talon runs.
    ServiceAccount {
        /// Whether to make it.
        create: Switch = true,
        /// Name of the account that has the rights, if it is not made here. The pods run under the account that is
        /// called as the other objects are.
        name: Tested<String> = "",
    }
}
