//! Values of the web UI, which shows the latest events.

use std::collections::BTreeMap;

use crate::charts::kinds::{Exact, Object, Port, Secret, Switch, TargetPort, Tested, Traversed};
use crate::section;

use super::network::Host;
use super::pods::{Image, unprivileged};
use super::redis::{ExternalRedis, Redis};

section! {
    /// The web UI, which shows the latest events. It keeps them in a Redis.
    Webui {
        /// Whether to install it. Falcosidekick then sends it every event.
        enabled: Switch = false,
        /// How many pods.
        #[schemars(range(min = 0, max = 2_147_483_647))]
        replica_count: Option<i32> = Some(2),
        /// How many old `ReplicaSet`s are kept to go back to; 10 if it is not set, and if it is 0.
        #[schemars(range(min = 0, max = 2_147_483_647))]
        revision_history_limit: Option<Tested<i32>> = None::<Tested<i32>>,
        /// What the UI logs, and all that is worse.
        #[schemars(extend("enum" = ["debug", "info", "warning", "error"]))]
        loglevel: Tested<String> = "info",
        /// How long events are kept: a number with `s`, `m`, `h`, `d`, `W`, `M` or `y`, such as `7d`, or of seconds. 0 is
        /// for ever.
        #[schemars(extend("type" = ["integer", "string"]))]
        ttl: Tested<u64> = 0u64,
        /// Name and password with which people log in, separated by a colon.
        user: Exact<Tested<Secret>> = Secret::from("admin:admin"),
        /// Whether everybody may use the UI without logging in.
        disableauth: Switch = false,
        /// Secret with environment variables for the UI, such as `FALCOSIDEKICK_UI_USER` and
        /// `FALCOSIDEKICK_UI_REDIS_PASSWORD`. It wins over `user` and `redis.password`.
        existing_secret: Tested<String> = String::new(),
        /// Whether pages of other origins may ask the UI (CORS).
        allowcors: Switch = false,
        /// The container image of the UI.
        image: Image = Image::of("falcosecurity/falcosidekick-ui", "2.2.0"),
        /// The container that waits for Redis before the UI starts.
        init_container: InitContainer = InitContainer::default(),
        /// Security settings of the pods, as Kubernetes' `PodSecurityContext`.
        pod_security_context: Tested<Object> = unprivileged(),
        /// Security settings of the UI's container, as Kubernetes' `SecurityContext`.
        security_context: Tested<Object> = Object::new(),
        /// Priority class of the pods.
        priority_class_name: Tested<String> = String::new(),
        /// Labels of the UI's objects, besides the chart's own.
        custom_labels: Option<Tested<BTreeMap<String, String>>> = None::<Tested<BTreeMap<String, String>>>,
        /// Annotations of the UI's objects.
        custom_annotations: Option<Tested<BTreeMap<String, String>>> = None::<Tested<BTreeMap<String, String>>>,
        /// Labels of the pods, besides the chart's own.
        pod_labels: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Annotations of the pods.
        pod_annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// The Service of the UI.
        service: UiService = UiService::default(),
        /// The Ingress by which the UI is reached from outside of the cluster.
        ingress: UiIngress = UiIngress::default(),
        /// Resources of the UI's container, as Kubernetes' `ResourceRequirements`.
        resources: Object = Object::new(),
        /// Labels that a node must have to run the pods.
        node_selector: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Taints that the pods tolerate, as Kubernetes' `Toleration`.
        tolerations: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Further rules on which nodes run the pods, as Kubernetes' `Affinity`.
        affinity: Tested<Object> = Object::new(),
        /// A Redis of your own.
        external_redis: ExternalRedis = ExternalRedis::default(),
        /// The Redis that comes with the UI.
        redis: Redis = Redis::default(),
    }
}

section! {
    /// The container that waits for Redis before the UI starts.
    InitContainer {
        /// Its image, which must have a shell and `redis-cli`.
        image: InitImage = InitImage::default(),
        /// Security settings of the container, as Kubernetes' `SecurityContext`.
        security_context: Tested<Object> = Object::new(),
        /// Resources of the container, as Kubernetes' `ResourceRequirements`.
        resources: Tested<Object> = Object::new(),
    }
}

section! {
    /// The image of the container that waits for Redis.
    InitImage {
        /// Registry to pull from.
        registry: String = "docker.io",
        /// Repository in the registry.
        repository: String = "redis/redis-stack",
        /// Tag of the image.
        tag: String = "7.2.0-v11",
    }
}

section! {
    /// The Service of the UI.
    UiService {
        /// Type of the Service.
        #[serde(rename = "type")]
        #[schemars(extend("enum" = ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]))]
        kind: Option<String> = Some("ClusterIP".to_owned()),
        /// Port of the Service.
        port: Port = 2802,
        /// Port of the nodes, if `type` is `NodePort`.
        node_port: Option<Port> = Some(Port::from(30282)),
        /// Port of the pods, as a number or by its name `http`.
        target_port: Option<TargetPort> = Some(TargetPort::from(2802)),
        /// Annotations of the Service, besides those of all the UI's objects.
        annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
    }
}

section! {
    /// The Ingress by which the UI is reached from outside of the cluster.
    UiIngress {
        /// Whether to make it.
        enabled: Switch = false,
        /// Class of the Ingress, which says what controller serves it.
        ingress_class_name: Tested<String> = String::new(),
        /// Annotations of the Ingress, besides those of all the UI's objects.
        annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Names of hosts and, for each, what paths lead to the Service.
        hosts: Traversed<Vec<Host>> = vec![Host::local("falcosidekick-ui.local")],
        /// Certificates, as Kubernetes' `IngressTLS`.
        tls: Tested<Vec<Object>> = Vec::<Object>::new(),
    }
}
