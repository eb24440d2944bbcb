//! Values of the Redis in which the web UI keeps events.

use std::collections::BTreeMap;

use crate::charts::kinds::{Exact, Object, Port, Secret, Switch, TargetPort, Tested};
use crate::section;

use super::pods::Image;

section! {
    /// A Redis of your own.
    ExternalRedis {
        /// Whether the UI uses it. `redis.enabled` must be false then.
        enabled: Switch = false,
        /// Its address, without port. It must have the search module, 2 or later.
        url: String = "",
        /// Its password. It goes into a Secret that no pod reads: for the UI to use it, set `redis.password`.
        password: Exact<Tested<Secret>> = Secret::from(""),
        /// Its port, 6379 if it is empty.
        #[schemars(extend("minimum" = 0))]
        port: Tested<Port> = Port::from(6379),
    }
}

section! {
    /// The Redis that comes with the UI.
    Redis {
        /// Whether to install it. If not, `externalRedis.enabled` must be true.
        enabled: Switch = true,
        /// Its container image.
        image: Image = Image::of("redis/redis-stack", "7.2.0-v11"),
        /// Lines of its configuration file, such as `maxmemory 4096mb`.
        custom_config: Tested<Vec<String>> = Vec::<String>::new(),
        /// Secret with the environment variable `REDIS_ARGS`, `--requirepass` and a password, for Redis. It takes the
        /// place of the chart's own, if `password` is set.
        existing_secret: Exact<String> = "",
        /// Password of Redis, which the UI uses, too.
        password: Exact<Tested<Secret>> = Secret::from(""),
        /// Priority class of the pod.
        priority_class_name: Tested<String> = String::new(),
        /// Does nothing: nothing in the chart reads it.
        custom_labels: Option<BTreeMap<String, String>> = Some(BTreeMap::new()),
        /// Does nothing: nothing in the chart reads it.
        custom_annotations: Option<BTreeMap<String, String>> = Some(BTreeMap::new()),
        /// Labels of the pod, besides the chart's own.
        pod_labels: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Annotations of the pod.
        pod_annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Whether events outlive the pod, on a volume of their own.
        storage_enabled: Switch = true,
        /// Size of the volume, as a Kubernetes quantity.
        storage_size: String = "1Gi",
        /// Storage class of the volume; the cluster's default if it is empty.
        storage_class: Tested<String> = String::new(),
        /// Its Service.
        service: RedisService = RedisService::default(),
        /// Whether the UI calls it by the full name of its Service.
        fullfqdn: Switch = false,
        /// Security settings of the pod, as Kubernetes' `PodSecurityContext`.
        pod_security_context: Tested<Object> = Object::new(),
        /// Security settings of the container, as Kubernetes' `SecurityContext`.
        security_context: Tested<Object> = Object::new(),
        /// Resources of the container, as Kubernetes' `ResourceRequirements`.
        resources: Object = Object::new(),
        /// Labels that a node must have to run the pod.
        node_selector: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Taints that the pod tolerates, as Kubernetes' `Toleration`.
        tolerations: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Further rules on which node runs the pod, as Kubernetes' `Affinity`.
        affinity: Tested<Object> = Object::new(),
    }
}

section! {
    /// The Service of Redis.
    RedisService {
        /// Type of the Service.
        #[serde(rename = "type")]
        #[schemars(extend("enum" = ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]))]
        kind: Option<String> = Some("ClusterIP".to_owned()),
        /// Port of the Service.
        port: Option<Port> = Some(Port::from(6379)),
        /// Port of the pod, as a number or by its name `redis`.
        target_port: Option<TargetPort> = Some(TargetPort::from(6379)),
        /// Annotations of the Service.
        annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
    }
}
