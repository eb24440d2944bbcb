//! Values of the ways to Falco Talon.

use std::collections::BTreeMap;

use crate::charts::kinds::{Port, Switch, Tested, Traversed};
use crate::{options, section};

section! {
    /// The Service at which Falco Talon takes alerts.
    Service {
        /// Type of the Service.
        #[serde(rename = "type")]
        #[schemars(extend("enum" = ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]))]
        kind: Option<String> = Some("ClusterIP".to_owned()),
        /// Port of the Service.
        port: Port = 2803,
        /// Annotations of the Service.
        annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
    }
}

section! {
    /// The Ingress, which leads to the Service from outside of the cluster.
    Ingress {
        /// Whether to make it.
        enabled: Switch = false,
        /// Annotations of the Ingress.
        annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// The hosts, and their paths that lead to the Service.
        hosts: Traversed<Vec<Host>> = vec![Host::suggested()],
        /// Certificates, and the hosts that they are for.
        tls: Tested<Vec<Certificate>> = Vec::<Certificate>::new(),
    }
}

options! {
    /// A host, and its paths that lead to the Service.
    Host {
        /// Name of the host.
        host: String,
        /// The paths.
        paths: Traversed<Vec<HostPath>>,
    }
}

options! {
    /// A path that leads to the Service.
    HostPath {
        /// The path, such as `/`.
        path: String,
        /// How the path is compared, `ImplementationSpecific` if it is not set.
        #[schemars(extend("enum" = ["Exact", "ImplementationSpecific", "Prefix"]))]
        path_type: Tested<String>,
    }
}

options! {
    /// A certificate.
    Certificate {
        /// The Secret that holds it.
        secret_name: String,
        /// The hosts that it is for.
        hosts: Traversed<Vec<String>>,
    }
}

impl Host {
    fn suggested() -> Self {
        let path = HostPath {
            path: Some("/".to_owned()),
            path_type: None,
        };
        Host {
            host: Some("falco-talon.local".to_owned()),
            paths: Some(vec![path].into()),
        }
    }
}
