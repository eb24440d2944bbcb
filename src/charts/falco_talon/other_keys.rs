//! Keys that other versions of the chart have (history of repository falcosecurity/charts, folder charts/falco-talon).

use crate::charts::{OtherKey, Versions};

/// The keys.
pub const KEYS: &[OtherKey] = &[
    OtherKey::changed(
        "config.rulesFiles",
        Versions::Former("until 0.1.3"),
        &["config.rulesOverride"],
        "write the rules themselves, as a text, in `config.rulesOverride`",
    ),
    OtherKey::moved(
        "grafana.dashboards.configMaps.talon.folderAnnotation",
        Versions::Later("after 0.3.1"),
        &["grafana.dashboards.configMaps.talon.folder.annotation"],
    ),
];
