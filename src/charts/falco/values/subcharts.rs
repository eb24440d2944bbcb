//! What the chart itself reads of the values of its subcharts.

use crate::charts::kinds::{Switch, Tested};
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
