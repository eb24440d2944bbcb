//! What the chart itself reads of the values of its subcharts.

use crate::charts::kinds::{Exact, Port, Switch, Tested};
use crate::section;

section! {
    /// Falcosidekick, which carries alerts to other systems.
    open Falcosidekick {
        /// Whether to install it. Falco then sends alerts there as JSON, over `falco.http_output`.
        enabled: Switch = false,
        /// Whether Falco calls it by the full name of its Service, as a proxy may need it.
        fullfqdn: Switch = false,
        /// Does nothing here: the chart reads `listenport`.
        listen_port: Tested<String> = "",
        /// Port of the Service at which Falco calls it, `2801` if it is not set.
        #[serde(rename = "listenport", skip_serializing_if = "Option::is_none")]
        called_port: Option<Tested<String>> = None::<Tested<String>>,
    }
}

section! {
    /// Reactions to alerts by Falco Talon.
    ResponseActions {
        /// Whether to install Falco Talon.
        enabled: Switch = false,
    }
}

section! {
    /// The collector of Kubernetes metadata.
    open K8sMetacollector {
        /// Takes the place of `k8s-metacollector` in the names of its objects.
        name_override: Exact<Tested<String>> = String::new(),
        /// The name of its objects, whatever the release is called.
        fullname_override: Exact<Tested<String>> = String::new(),
        /// Namespace of its objects, if it is not that of the release.
        namespace_override: Tested<String> = "",
        /// Its Service.
        #[schemars(extend("x-removable" = true))]
        service: MetacollectorService = MetacollectorService::default(),
    }
}

section! {
    /// The Service of the collector.
    open MetacollectorService {
        /// Ports of the Service.
        #[schemars(extend("x-removable" = true))]
        ports: MetacollectorPorts = MetacollectorPorts::default(),
    }
}

section! {
    /// Ports of the collector's Service.
    open MetacollectorPorts {
        /// The port at which the k8smeta plugin asks for metadata.
        #[schemars(extend("x-removable" = true))]
        #[serde(rename = "broker-grpc")]
        broker_grpc: BrokerPort = BrokerPort::default(),
    }
}

section! {
    /// The port at which the k8smeta plugin asks for metadata.
    open BrokerPort {
        /// The port of the Service.
        port: Port = 45000,
    }
}
