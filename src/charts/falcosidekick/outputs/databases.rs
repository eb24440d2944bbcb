//! Outputs: databases.

use super::Output;
use super::setting::{Kind, Setting, check_cert, mutual_tls, number, priority, secret, text};

/// The outputs.
pub const OUTPUTS: &[Output] = &[
    Output {
        path: "influxdb",
        about: "InfluxDB.",
        settings: &[
            text(
                "hostport",
                "",
                "Address, such as `http://host:8086`. The output is on if it is set.",
            ),
            text("database", "falco", "Database, or bucket."),
            text("organization", "", "Organization."),
            text(
                "precision",
                "ns",
                "Precision of times, such as `ns` or `ms`.",
            ),
            text("user", "", "User, if there is no token."),
            secret("password", "Password of the user."),
            priority(),
            secret("token", "Token to log in with."),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "timescaledb",
        about: "TimescaleDB.",
        settings: &[
            text("host", "", "Host. The output is on if it is set."),
            number("port", 5432, "Port."),
            text("user", "postgres", "User to log in as."),
            Setting {
                kind: Kind::Secret("postgres"),
                ..secret("password", "Password of the user.")
            },
            text("database", "", "Database."),
            text(
                "hypertablename",
                "falco_events",
                "Hypertable of the events.",
            ),
            priority(),
        ],
    },
    Output {
        path: "redis",
        about: "Redis.",
        settings: &[
            text(
                "address",
                "",
                "Address, as `host:port`. The output is on if it is set.",
            ),
            secret("password", "Password to log in with."),
            number("database", 0, "Number of the database."),
            text(
                "storagetype",
                "list",
                "What holds the events: `list` or `hashmap`.",
            ),
            text("key", "falco", "Key of the list or map."),
            priority(),
        ],
    },
];
