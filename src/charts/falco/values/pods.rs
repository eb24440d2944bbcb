//! Values of the pods that run Falco: their images, probes and volumes, and what they are allowed to do.

use std::collections::BTreeMap;

use crate::charts::kinds::{Object, Switch, Tested};
use crate::section;

section! {
    /// A container image.
    Image {
        /// When to pull the image.
        #[schemars(extend("enum" = ["Always", "IfNotPresent", "Never"]))]
        pull_policy: Option<String> = Some("IfNotPresent".to_owned()),
        /// Registry to pull from.
        registry: Tested<String> = "docker.io",
        /// Repository in the registry.
        repository: String = "",
        /// Tag of the image; Falco's version if it is empty.
        tag: Tested<String> = "",
    }
}

impl Image {
    /// The image of Falco.
    #[must_use]
    pub fn falco() -> Self {
        Image {
            repository: "falcosecurity/falco".to_owned(),
            ..Image::default()
        }
    }

    /// The image that finds, builds and loads a driver.
    #[must_use]
    pub fn driver_loader() -> Self {
        Image {
            repository: "falcosecurity/falco-driver-loader".to_owned(),
            ..Image::default()
        }
    }
}

section! {
    /// The account under which Falco runs.
    ServiceAccount {
        /// Secrets with credentials for pulling images, as Kubernetes' `LocalObjectReference`.
        image_pull_secrets: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Whether to make it.
        create: Switch = true,
        /// Annotations of the account.
        annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Its name; the name of the other objects if it is made here, else `default`.
        name: Tested<String> = "",
    }
}

section! {
    /// What Falco's pods may do in the Kubernetes API.
    Rbac {
        /// Whether to make the Role and its binding, by which the loader of driver `auto` writes its choice into
        /// Falco's `ConfigMap`. There are none with other drivers.
        create: Switch = true,
    }
}

section! {
    /// The `SecurityContextConstraints` of `OpenShift`.
    SecurityContextConstraints {
        /// Whether to make them, if the cluster has `security.openshift.io/v1`.
        create: Switch = true,
    }
}

section! {
    /// How the kubelet finds out whether Falco works.
    HealthChecks {
        /// Whether Falco has started: until then the other probes wait.
        startup_probe: Probe = Probe::startup(),
        /// Whether Falco is alive: if not, its container is restarted.
        liveness_probe: Probe = Probe::default(),
        /// Whether Falco is ready: if not, Services do not lead to the pod.
        readiness_probe: Probe = Probe::default(),
    }
}

section! {
    /// When and how often the kubelet asks Falco's webserver.
    Probe {
        /// Seconds before the first time.
        #[schemars(range(min = 0))]
        initial_delay_seconds: Option<i32> = Some(0),
        /// Seconds after which no answer counts as a failure.
        #[schemars(range(min = 0))]
        timeout_seconds: Option<i32> = Some(5),
        /// Seconds from one time to the next.
        #[schemars(range(min = 0))]
        period_seconds: Option<i32> = Some(15),
        /// How many failures in a row are taken seriously.
        #[schemars(range(min = 0))]
        failure_threshold: Option<i32> = Some(3),
    }
}

impl Probe {
    /// A probe that leaves Falco some two minutes to load its rules.
    fn startup() -> Self {
        Probe {
            initial_delay_seconds: Some(3),
            period_seconds: Some(5),
            failure_threshold: Some(20),
            ..Probe::default()
        }
    }
}

section! {
    /// Further volumes of the pods.
    Mounts {
        /// Volumes of the pods, as Kubernetes' `Volume`.
        volumes: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Where the Falco container mounts them, as Kubernetes' `VolumeMount`.
        volume_mounts: Tested<Vec<Object>> = Vec::<Object>::new(),
    }
}

section! {
    /// Additions to the pods.
    Extra {
        /// Environment variables of the Falco container, as Kubernetes' `EnvVar`. Go templates in them are evaluated.
        env: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Arguments put behind Falco's own on its command line.
        args: Vec<String> = Vec::<String>::new(),
        /// Containers that run to their end before the others start, ahead of the chart's own, as Kubernetes'
        /// `Container`.
        init_containers: Tested<Vec<Object>> = Vec::<Object>::new(),
    }
}
