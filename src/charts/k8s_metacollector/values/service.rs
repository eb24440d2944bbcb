//! Values of the Service.

use std::collections::BTreeMap;

use crate::charts::kinds::{Port, Switch, TargetPort, Traversed};
use crate::{options, section};

section! {
    /// The Service at which Falco's k8smeta plugin and Prometheus find the pods.
    Service {
        /// Whether to make it. Without it, the container names no ports either.
        create: Switch = true,
        /// Type of the Service.
        #[serde(rename = "type")]
        #[schemars(extend("enum" = ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]))]
        kind: Option<String> = Some("ClusterIP".to_owned()),
        /// Ports of the Service and of the container by their names. The collector listens at 8080 for Prometheus
        /// (`metrics`), at 8081 for the kubelet (`health-probe`), and at 45000 for the k8smeta plugin (`broker-grpc`).
        ports: Traversed<BTreeMap<String, ServicePort>> = ports(),
    }
}

options! {
    /// A port of the Service and of the container.
    ServicePort {
        /// The port of the Service, and the one that the container says it listens at.
        port: Port,
        /// Where the Service leads: the port of the container or its name.
        #[schemars(extend("pattern" = "^$|[^0-9]"))]
        target_port: TargetPort,
        /// Protocol of the port.
        #[schemars(extend("enum" = ["TCP", "UDP", "SCTP"]))]
        protocol: String,
        /// The port of every node, for a Service of type `NodePort` or `LoadBalancer`.
        node_port: Port,
        /// Protocol inside of that, for those who look at it.
        app_protocol: String,
        /// The port of the node that leads to the container.
        host_port: Port,
        /// The address of the node for `hostPort`.
        #[serde(rename = "hostIP")]
        host_ip: String,
    }
}

/// The ports at which the collector listens.
fn ports() -> BTreeMap<String, ServicePort> {
    let port = |name: &str, number: u16| {
        let port = ServicePort {
            port: Some(number.into()),
            target_port: Some(name.into()),
            protocol: Some("TCP".to_owned()),
            ..ServicePort::default()
        };
        (name.to_owned(), port)
    };
    [
        port("metrics", 8080),
        port("health-probe", 8081),
        port("broker-grpc", 45000),
    ]
    .into()
}
