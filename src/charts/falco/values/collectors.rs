//! Values of what adds metadata of containers and Kubernetes objects to events.

use crate::charts::kinds::{Passed, Switch, TargetPort, Tested, Traversed};
use crate::{options, section};

section! {
    /// What adds metadata of containers and Kubernetes objects to events.
    Collectors {
        /// Whether `containerEngine` has an effect; `kubernetes` has one in any case. Both need `driver.enabled`.
        enabled: Switch = true,
        /// The container plugin, which reads names, images and labels of containers from their engines.
        container_engine: ContainerEngine = ContainerEngine::default(),
        /// The k8smeta plugin and the subchart k8s-metacollector, which supply metadata of Kubernetes objects.
        kubernetes: Kubernetes = Kubernetes::default(),
    }
}

section! {
    /// The container plugin, which reads names, images and labels of containers from their engines.
    ContainerEngine {
        /// Whether Falco loads it. Unless `falco.plugins` has an entry `container` already, the chart makes one of
        /// the settings below.
        enabled: Switch = true,
        /// The artifact that falcoctl installs: the plugin's reference in an OCI registry, or its name and version,
        /// such as `container:0.7.1`.
        plugin_ref: String = "ghcr.io/falcosecurity/plugins/plugin/container:0.7.1",
        /// Longest label of a container that is read, in characters.
        label_max_len: Passed<i64> = 100i64,
        /// Whether the sizes of containers are read, which takes time.
        with_size: Passed<bool> = false,
        /// When a container is looked at: on its `create`, before its first process starts, on its `start`, when more
        /// is known of it, or both.
        #[schemars(extend("items" = {"type": "string", "x-use": "passed", "enum": ["create", "start"]}))]
        hooks: Passed<Vec<String>> = vec!["create".to_owned()],
        /// The engines, and the sockets on the node at which they answer. The chart mounts the sockets.
        #[schemars(extend("x-owner" = {
            "name": "the container plugin",
            "file": "the plugin's configuration",
            "unknown": "which the plugin then refuses",
        }))]
        engines: Engines = Engines::default(),
    }
}

section! {
    /// The container engines.
    snake_case Engines {
        /// Docker.
        docker: EngineWithSockets = EngineWithSockets::at(&["/var/run/docker.sock"]),
        /// Podman.
        podman: EngineWithSockets = EngineWithSockets::at(&["/run/podman/podman.sock"]),
        /// containerd.
        containerd: EngineWithSockets = EngineWithSockets::at(&["/run/host-containerd/containerd.sock"]),
        /// Runtimes that speak Kubernetes' CRI: containerd, CRI-O and that of k3s.
        cri: EngineWithSockets = EngineWithSockets::at(&[
            "/run/containerd/containerd.sock",
            "/run/crio/crio.sock",
            "/run/k3s/containerd/containerd.sock",
            "/run/host-containerd/containerd.sock",
        ]),
        /// LXC.
        lxc: Engine = Engine::default(),
        /// LXC managed by libvirt.
        libvirt_lxc: Engine = Engine::default(),
        /// BOSH Process Manager.
        bpm: Engine = Engine::default(),
        /// One container that takes the place of all engines: whatever happens, happens in it.
        #[serde(rename = "static", skip_serializing_if = "Option::is_none")]
        fixed: Option<Passed<StaticEngine>> = None::<Passed<StaticEngine>>,
    }
}

section! {
    /// A container engine that answers at sockets.
    EngineWithSockets {
        /// Whether the plugin looks for containers of this engine.
        enabled: Switch = true,
        /// Paths of the engine's sockets on the node.
        sockets: Traversed<Vec<String>> = Vec::<String>::new(),
    }
}

impl EngineWithSockets {
    /// An engine that answers at these sockets.
    fn at(sockets: &[&str]) -> Self {
        let sockets: Vec<String> = sockets.iter().map(ToString::to_string).collect();
        EngineWithSockets {
            sockets: sockets.into(),
            ..EngineWithSockets::default()
        }
    }
}

section! {
    /// A container engine that is recognised by the control groups of its containers.
    Engine {
        /// Whether the plugin looks for containers of this engine.
        enabled: Switch = true,
    }
}

options! {
    /// A container that is given and not found.
    snake_case StaticEngine {
        /// Whether it is there.
        enabled: Passed<bool>,
        /// ID of the container.
        container_id: Passed<String>,
        /// Name of the container.
        container_name: Passed<String>,
        /// Image of the container.
        container_image: Passed<String>,
    }
}

section! {
    /// The k8smeta plugin and the subchart k8s-metacollector, which supply metadata of Kubernetes objects.
    Kubernetes {
        /// Whether both are there. Falco loads the plugin only with `driver.enabled`. Unless `falco.plugins` has an
        /// entry `k8smeta` already, the chart makes one of the settings below.
        enabled: Switch = false,
        /// The artifact that falcoctl installs: the plugin's reference in an OCI registry, or its name and version,
        /// such as `k8smeta:0.4.1`.
        plugin_ref: String = "ghcr.io/falcosecurity/plugins/plugin/k8smeta:0.4.1",
        /// Host name of the k8s-metacollector; that of the subchart's Service if it is empty.
        collector_hostname: Tested<String> = "",
        /// Port of the k8s-metacollector; the port `broker-grpc` of the subchart's Service if it is empty.
        collector_port: Tested<TargetPort> = TargetPort::from(""),
        /// The least important messages of the plugin that Falco's log holds.
        #[schemars(extend("enum" = ["trace", "debug", "info", "warning", "error", "critical"]))]
        verbosity: Passed<String> = "info",
        /// Folder in the Falco container below which the plugin finds the node's /proc, without a slash at the end.
        /// Since version 0.3.0 the plugin does not need it.
        host_proc: Passed<String> = "/host",
    }
}
