//! Values of falco.yaml that say what alerts hold and where they go.

use std::collections::BTreeMap;

use crate::charts::kinds::Passed;
use crate::{options, section};

section! {
    /// The queue of alerts on their way out.
    snake_case OutputsQueue {
        /// How many alerts wait at most; further ones are lost. 0 is no limit.
        capacity: Passed<i64> = 0i64,
    }
}

options! {
    /// What is added to the output of some rules.
    snake_case AppendOutput {
        /// The rules whose output it is; all if it is not set.
        #[serde(rename = "match")]
        matching: Passed<Match>,
        /// Text put behind the output.
        extra_output: Passed<String>,
        /// Fields added to JSON alerts: a field, or a map of a name and what stands there.
        #[schemars(extend("items" = {
            "type": ["string", "object"],
            "additionalProperties": {"type": "string", "x-use": "passed"},
            "x-use": "passed"
        }))]
        extra_fields: Passed<Vec<BTreeMap<String, String>>>,
        /// Whether the fields are added that plugins propose, such as names of containers.
        suggested_output: Passed<bool>,
    }
}

impl AppendOutput {
    /// What plugins propose.
    pub(super) fn suggested() -> Self {
        AppendOutput {
            suggested_output: Some(Passed::from(true)),
            ..AppendOutput::default()
        }
    }
}

options! {
    /// Rules that have all of this.
    snake_case Match {
        /// Name of the rule.
        rule: Passed<String>,
        /// The source of events, such as `syscall`.
        source: Passed<String>,
        /// Tags of the rule.
        tags: Passed<Vec<Passed<String>>>,
    }
}

section! {
    /// A way out for alerts.
    snake_case Output {
        /// Whether alerts go there.
        enabled: Passed<bool> = true,
    }
}

section! {
    /// Alerts to a file.
    snake_case FileOutput {
        /// Whether alerts go there.
        enabled: Passed<bool> = false,
        /// Whether the file stays open between alerts.
        keep_alive: Passed<bool> = false,
        /// Path of the file in the container.
        filename: Passed<String> = "./events.txt",
    }
}

section! {
    /// Alerts to an HTTP endpoint.
    snake_case HttpOutput {
        /// Whether alerts go there.
        enabled: Passed<bool> = false,
        /// URL of the endpoint.
        url: Passed<String> = "",
        /// The `User-Agent` header.
        user_agent: Passed<String> = "falcosecurity/falco",
        /// Whether the server's certificate may be any.
        insecure: Passed<bool> = false,
        /// File with the certificate of the authority that has signed the server's.
        ca_cert: Passed<String> = "",
        /// File with the certificates of several such authorities.
        ca_bundle: Passed<String> = "",
        /// Folder with the certificates of such authorities.
        ca_path: Passed<String> = "/etc/falco/certs/",
        /// Whether Falco shows a certificate of its own.
        mtls: Passed<bool> = false,
        /// File with Falco's own certificate.
        client_cert: Passed<String> = "/etc/falco/certs/client/client.crt",
        /// File with the key of Falco's own certificate.
        client_key: Passed<String> = "/etc/falco/certs/client/client.key",
        /// Whether answers of the server are printed.
        echo: Passed<bool> = false,
        /// Whether alerts are compressed on their way.
        compress_uploads: Passed<bool> = false,
        /// Whether the connection stays open between alerts.
        keep_alive: Passed<bool> = false,
        /// How often an alert is sent again if the endpoint does not answer in time.
        #[schemars(range(min = 0, max = 255))]
        max_consecutive_timeouts: Passed<i64> = 5i64,
    }
}

section! {
    /// Alerts to the standard input of a program.
    snake_case ProgramOutput {
        /// Whether alerts go there.
        enabled: Passed<bool> = false,
        /// Whether the program keeps running between alerts.
        keep_alive: Passed<bool> = false,
        /// The program with its arguments, as a shell command.
        program: Passed<String> = "jq '{text: .output}' | curl -d @- -X POST https://hooks.slack.com/services/XXX",
    }
}
