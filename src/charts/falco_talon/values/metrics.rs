//! Values of those who read the metrics about Falco Talon itself.

use std::collections::BTreeMap;

use crate::charts::kinds::{Object, Switch, Tested};
use crate::{grafana, section};

section! {
    /// The `ServiceMonitor`, by which the Prometheus operator finds the metrics.
    ServiceMonitor {
        /// Whether to make it. The cluster must know `monitoring.coreos.com/v1`.
        enabled: Switch = false,
        /// Name of the port of the Service.
        port: Option<String> = Some("http".to_owned()),
        /// Path of the URL at which Falco Talon shows its metrics.
        path: Option<String> = Some("/metrics".to_owned()),
        /// Labels of the `ServiceMonitor`, by which a Prometheus chooses it.
        additional_labels: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Time between two readings, such as `30s`.
        interval: Tested<String> = "30s",
        /// Protocol of the URL.
        #[schemars(extend("enum" = ["http", "https"]))]
        scheme: Option<String> = Some("http".to_owned()),
        /// Time after which a reading has failed, such as `10s`.
        scrape_timeout: Tested<String> = "10s",
        /// How labels of the metrics are rewritten, as the operator's `RelabelConfig`.
        relabelings: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Labels of the Service that the metrics get.
        target_labels: Tested<Vec<String>> = Vec::<String>::new(),
        /// Settings for `https`, as the operator's `TLSConfig`.
        tls_config: Tested<Object> = Object::new(),
    }
}

grafana!(ConfigMaps);

section! {
    /// The `ConfigMap`s that hold dashboards.
    ConfigMaps {
        /// The dashboard of Falco Talon's metrics.
        talon: Dashboard = Dashboard::default(),
    }
}

section! {
    /// A dashboard.
    Dashboard {
        /// Name of the `ConfigMap`.
        name: String = "falco-talon-grafana-dashboard",
        /// Namespace of the `ConfigMap`, if it is not that of the other objects.
        namespace: Tested<String> = "",
        /// Folder in Grafana that holds the dashboard.
        #[schemars(extend("x-removable" = true))]
        folder: Folder = Folder::default(),
    }
}

section! {
    /// Folder in Grafana that holds the dashboard.
    Folder {
        /// Name of the folder.
        name: Option<String> = Some(String::new()),
        /// Annotation by which the sidecar learns the folder.
        annotation: Option<String> = Some("grafana_dashboard_folder".to_owned()),
    }
}
