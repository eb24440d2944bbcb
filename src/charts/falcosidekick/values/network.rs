//! Values of how Falcosidekick, or something beside it, is reached.

use std::collections::BTreeMap;

use crate::charts::kinds::{Object, Port, Switch, Tested, Traversed};
use crate::options;
use crate::section;

section! {
    /// The Service at which Falco reaches Falcosidekick.
    Service {
        /// Type of the Service.
        #[serde(rename = "type")]
        #[schemars(extend("enum" = ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]))]
        kind: Option<String> = Some("ClusterIP".to_owned()),
        /// Port of the Service.
        port: Port = 2801,
        /// Annotations of the Service, besides `customAnnotations`.
        annotations: Tested<BTreeMap<String, String>> =
            BTreeMap::from([("prometheus.io/scrape".to_owned(), "true".to_owned())]),
    }
}

section! {
    /// An Ingress, by which a Service is reached from outside of the cluster.
    Ingress {
        /// Whether to make it.
        enabled: Switch = false,
        /// Class of the Ingress, which says what controller serves it.
        ingress_class_name: Tested<String> = String::new(),
        /// Annotations of the Ingress, besides `customAnnotations`.
        annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Names of hosts and, for each, what paths lead to the Service.
        hosts: Traversed<Vec<Host>> = vec![Host::local("falcosidekick.local")],
        /// Certificates, as Kubernetes' `IngressTLS`.
        tls: Tested<Vec<Object>> = Vec::<Object>::new(),
    }
}

options! {
    /// A host.
    Host {
        /// Name of the host.
        host: String,
        /// Paths that lead to the Service.
        paths: Traversed<Vec<HttpPath>>,
    }
}

impl Host {
    /// A host of which all paths lead to the Service.
    #[must_use]
    pub fn local(name: &str) -> Self {
        let path = HttpPath {
            path: Some("/".to_owned()),
            ..HttpPath::default()
        };
        Host {
            host: Some(name.to_owned()),
            paths: Some(vec![path].into()),
        }
    }
}

options! {
    /// A path.
    HttpPath {
        /// The path.
        path: String,
        /// How it is compared: `ImplementationSpecific` if it is not set.
        #[schemars(extend("enum" = ["Exact", "Prefix", "ImplementationSpecific"]))]
        path_type: Tested<String>,
    }
}
