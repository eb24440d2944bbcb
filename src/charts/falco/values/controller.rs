//! Values of the object that runs the pods.

use std::collections::BTreeMap;

use serde_json::json;

use crate::charts::kinds::{Exact, Object, Tested, object};
use crate::section;

section! {
    /// The object that runs the pods.
    Controller {
        /// What runs the pods: a `daemonset`, one on each node, as system calls need it, or a `deployment`, a fixed
        /// number of them, for plugins that read events from elsewhere.
        #[schemars(extend("x-checked" = true, "enum" = ["daemonset", "deployment"]))]
        kind: Exact<String> = "daemonset",
        /// Annotations of the `DaemonSet` or Deployment.
        annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Labels of the `DaemonSet` or Deployment, besides the chart's own.
        labels: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// What only a `DaemonSet` has.
        daemonset: DaemonSet = DaemonSet::default(),
        /// What only a Deployment has.
        deployment: Deployment = Deployment::default(),
    }
}

section! {
    /// What only a `DaemonSet` has.
    DaemonSet {
        /// How pods are replaced, as Kubernetes' `DaemonSetUpdateStrategy`.
        update_strategy: Tested<Object> = object(json!({"type": "RollingUpdate"})),
    }
}

section! {
    /// What only a Deployment has.
    Deployment {
        /// How many pods.
        #[schemars(range(min = 0, max = 2_147_483_647))]
        replicas: Option<i32> = Some(1),
        /// How many old `ReplicaSet`s are kept to go back to; 10 if it is not set, and if it is 0.
        #[schemars(range(min = 0, max = 2_147_483_647))]
        revision_history_limit: Option<Tested<i32>> = None::<Tested<i32>>,
    }
}
