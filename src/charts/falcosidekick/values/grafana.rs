//! Values of the dashboard for Grafana.

use crate::charts::kinds::Tested;
use crate::{grafana, section};

grafana!(ConfigMaps);

section! {
    /// The `ConfigMap`s that hold dashboards.
    ConfigMaps {
        /// The dashboard of Falcosidekick's metrics.
        falcosidekick: DashboardConfigMap = DashboardConfigMap::of("falcosidekick-grafana-dashboard"),
    }
}

section! {
    /// A `ConfigMap` that holds a dashboard.
    DashboardConfigMap {
        /// Name of the `ConfigMap`.
        name: String = "falcosidekick-grafana-dashboard",
        /// Namespace of the `ConfigMap`, if it is not that of the release.
        namespace: Tested<String> = String::new(),
        /// Folder of Grafana in which the dashboard appears.
        folder: Tested<String> = String::new(),
        /// The annotation by which Grafana's sidecar knows the folder.
        folder_annotation: String = "grafana_dashboard_folder",
    }
}

impl DashboardConfigMap {
    /// A `ConfigMap` of that name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        DashboardConfigMap {
            name: name.to_owned(),
            ..DashboardConfigMap::default()
        }
    }
}
