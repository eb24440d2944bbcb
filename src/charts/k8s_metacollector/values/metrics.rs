//! Values of those who read the collector's metrics.

use std::collections::BTreeMap;

use crate::charts::kinds::{Exact, Object, Switch, Tested};
use crate::{grafana, section};

section! {
    /// The `ServiceMonitor`, by which the Prometheus operator finds the metrics.
    ServiceMonitor {
        /// Whether to make it. The cluster must know `monitoring.coreos.com/v1`.
        create: Switch = false,
        /// Path of the URL at which the collector shows its metrics.
        path: Option<String> = Some("/metrics".to_owned()),
        /// Labels of the `ServiceMonitor`, by which a Prometheus chooses it.
        labels: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Time between two readings, such as `15s`.
        interval: Tested<String> = "15s",
        /// Protocol of the URL; the collector itself has only `http`.
        #[schemars(extend("enum" = ["http", "https"]))]
        scheme: Option<String> = Some("http".to_owned()),
        /// Settings for `https`, as the operator's `TLSConfig`.
        tls_config: Tested<Object> = Object::new(),
        /// Time after which a reading has failed, such as `10s`.
        scrape_timeout: Tested<String> = "10s",
        /// How labels of the metrics are rewritten, as the operator's `RelabelConfig`.
        relabelings: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Labels of the Service that the metrics get.
        target_labels: Tested<Vec<String>> = Vec::<String>::new(),
        /// Namespace of the `ServiceMonitor`, if it is not that of the other objects. A Go template in it is evaluated.
        namespace: Option<Exact<Tested<String>>> = None::<Exact<Tested<String>>>,
    }
}

grafana!(ConfigMaps);

section! {
    /// The `ConfigMap`s that hold dashboards.
    ConfigMaps {
        /// The dashboard of the collector's metrics.
        collector: Dashboard = Dashboard::default(),
    }
}

section! {
    /// A dashboard.
    Dashboard {
        /// Name of the `ConfigMap`.
        name: String = "k8s-metacollector-grafana-dashboard",
        /// Namespace of the `ConfigMap`, if it is not that of the other objects.
        namespace: Tested<String> = "",
        /// Where Grafana shows the dashboard.
        #[schemars(extend("x-removable" = true))]
        folder: Folder = Folder::default(),
    }
}

section! {
    /// A folder in Grafana.
    Folder {
        /// Name of the folder.
        name: Tested<String> = "",
        /// Annotation by which the sidecar learns the folder.
        annotation: Tested<String> = "grafana_dashboard_folder",
    }
}
