//! Values of falcoctl, which fetches rules and plugins.

use super::falcoctl_yaml::FalcoctlYaml;
use crate::charts::kinds::{Object, Switch, Templated, Tested};
use crate::section;

section! {
    /// falcoctl, which fetches rules and plugins.
    Falcoctl {
        /// The container image of falcoctl.
        image: Image = Image::default(),
        /// The containers that run it.
        artifact: Artifact = Artifact::default(),
        /// falcoctl's own configuration, which becomes falcoctl.yaml. The chart adds the plugins of `collectors` to
        /// `artifact.install.refs` and `artifact.allowedTypes`.
        #[schemars(extend("x-owner" = {
            "name": "falcoctl 0.13", "file": "falcoctl.yaml", "unknown": "where it does nothing"
        }))]
        config: FalcoctlYaml = FalcoctlYaml::default(),
    }
}

section! {
    /// The container image of falcoctl.
    Image {
        /// When to pull the image.
        #[schemars(extend("enum" = ["Always", "IfNotPresent", "Never"]))]
        pull_policy: Option<String> = Some("IfNotPresent".to_owned()),
        /// Registry to pull from.
        registry: String = "docker.io",
        /// Repository in the registry.
        repository: String = "falcosecurity/falcoctl",
        /// Tag of the image, which is falcoctl's version.
        tag: String = "0.13.0",
    }
}

section! {
    /// The containers that run falcoctl.
    Artifact {
        /// The init container that installs rules and plugins before Falco starts.
        install: Container = Container::default(),
        /// The sidecar that looks for new versions of them while Falco runs.
        follow: Container = Container::default(),
    }
}

section! {
    /// A container that runs falcoctl.
    Container {
        /// Whether there is one.
        enabled: Switch = true,
        /// Environment variables, as a list of Kubernetes' `EnvVar` or a text that makes one. Go templates in it are
        /// evaluated.
        env: Templated = Templated::default(),
        /// `ConfigMap`s and Secrets that become environment variables, as a list of Kubernetes' `EnvFromSource` or a
        /// text that makes one. Go templates in it are evaluated.
        env_from: Templated = Templated::default(),
        /// Arguments on falcoctl's command line.
        args: Tested<Vec<String>> = vec!["--log-format=json".to_owned()],
        /// Resources of the container, as Kubernetes' `ResourceRequirements`.
        resources: Tested<Object> = Object::new(),
        /// Security settings of the container, as Kubernetes' `SecurityContext`.
        security_context: Tested<Object> = Object::new(),
        /// Further volumes of the container.
        mounts: Mounts = Mounts::default(),
    }
}

section! {
    /// Further volumes of a container.
    Mounts {
        /// Where the container mounts volumes of the pod, as Kubernetes' `VolumeMount`.
        volume_mounts: Tested<Vec<Object>> = Vec::<Object>::new(),
    }
}
