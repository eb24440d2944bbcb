//! Outputs: stores of logs, and what shows them.

use super::Output;
use super::setting::{
    Kind, Printed, Setting, check_cert, choice, decision, headers, mutual_tls, number, priority,
    secret, switch, text,
};

const HOST: &str = "Address, such as `http://host:port`. The output is on if it is set.";
const INDEX: &str = "Index of the events.";
const USER: &str = "User to log in as; none if it is empty.";
const PASSWORD: &str = "Password of the user.";

/// A number that may be missing.
const fn optional_number(key: &'static str, about: &'static str) -> Setting {
    Setting {
        kind: Kind::NoNumber,
        ..text(key, "", about)
    }
}

/// The outputs.
pub const OUTPUTS: &[Output] = &[
    Output {
        path: "elasticsearch",
        about: "Elasticsearch.",
        settings: &[
            text("hostport", "", HOST),
            text(
                "index",
                "falco",
                "Index of the events, in front of `suffix`.",
            ),
            text("type", "_doc", "Type of the documents."),
            text(
                "pipeline",
                "",
                "Ingest pipeline that the events go through; none if it is empty.",
            ),
            choice(
                "suffix",
                "daily",
                &["daily", "monthly", "annually", "none"],
                "How often a new index begins, whose name ends in the date.",
            ),
            secret("apikey", "Key of the API to log in with."),
            text("username", "", USER),
            secret("password", PASSWORD),
            switch(
                "flattenfields",
                false,
                "Whether `_` takes the place of dots in the names of fields, so that mappings do not clash.",
            ),
            switch(
                "createindextemplate",
                false,
                "Whether to make an index template.",
            ),
            number("numberofshards", 3, "Shards in the index template."),
            number("numberofreplicas", 3, "Replicas in the index template."),
            headers("customheaders"),
            mutual_tls(),
            check_cert(),
            switch(
                "enablecompression",
                false,
                "Whether requests are compressed.",
            ),
            number(
                "maxconcurrentrequests",
                1,
                "Requests at the same time; 0 for no limit.",
            ),
            priority(),
        ],
    },
    Output {
        path: "elasticsearch.batching",
        about: "Several events in one request.",
        settings: &[
            switch("enabled", true, "Whether events are gathered."),
            text(
                "batchsize",
                "5242880",
                "Bytes, in quotes, at which they are sent.",
            ),
            text(
                "flushinterval",
                "1s",
                "Time after which they are sent, such as `1s`.",
            ),
        ],
    },
    Output {
        path: "loki",
        about: "Loki.",
        settings: &[
            text("hostport", "", HOST),
            text("user", "", "User to log in to Grafana Cloud as."),
            secret("apikey", "Key of the API to log in to Grafana Cloud with."),
            text("endpoint", "/loki/api/v1/push", "Path of the API."),
            text(
                "tenant",
                "",
                "Tenant, which goes into the header `X-Scope-OrgID`.",
            ),
            text("format", "text", "Form of the lines: `text` or `json`."),
            text(
                "extralabels",
                "",
                "Output fields that become labels, separated by commas.",
            ),
            headers("customheaders"),
            priority(),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "loki.grafanaDashboard",
        about: "A dashboard for Grafana over the events in Loki.",
        settings: &[
            decision("enabled", true, "Whether to make it, if `hostport` is set.")
                .printed(Printed::Never),
        ],
    },
    Output {
        path: "loki.grafanaDashboard.configMap",
        about: "The `ConfigMap` that holds the dashboard.",
        settings: &[
            text("name", "falcosidekick-loki-dashboard-grafana", "Its name.")
                .printed(Printed::Never),
            text(
                "namespace",
                "",
                "Its namespace, if it is not that of the release.",
            )
            .printed(Printed::Never),
            text(
                "folder",
                "",
                "Folder of Grafana in which the dashboard appears.",
            )
            .printed(Printed::Never),
            text(
                "folderAnnotation",
                "grafana_dashboard_folder",
                "Annotation that names the folder, as Grafana's sidecar expects it.",
            )
            .printed(Printed::Never),
        ],
    },
    Output {
        path: "splunk",
        about: "Splunk.",
        settings: &[
            text(
                "host",
                "",
                "Address of the event collector, such as `https://host:8088/services/collector/event`. The output is \
                 on if it is set.",
            ),
            secret("token", "Token of the event collector."),
            check_cert(),
            headers("customheaders"),
            priority(),
        ],
    },
    Output {
        path: "quickwit",
        about: "Quickwit.",
        settings: &[
            text("hostport", "", HOST),
            text("apiendpoint", "/api/v1", "Path of the API."),
            text("index", "falco", INDEX),
            text("version", "0.7", "Version of Quickwit, in quotes."),
            switch(
                "autocreateindex",
                false,
                "Whether to make the index if there is none.",
            ),
            headers("customHeaders"),
            priority(),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "zincsearch",
        about: "ZincSearch.",
        settings: &[
            text("hostport", "", HOST),
            text("index", "falco", INDEX),
            text("username", "", USER),
            secret("password", PASSWORD),
            priority(),
            check_cert(),
        ],
    },
    Output {
        path: "openobserve",
        about: "OpenObserve.",
        settings: &[
            text("hostport", "", HOST),
            text("organizationname", "default", "Organization of the stream."),
            text("streamname", "falco", "Stream of the events."),
            priority(),
            mutual_tls(),
            check_cert(),
            text("username", "", USER),
            secret("password", PASSWORD),
            headers("customheaders"),
        ],
    },
    Output {
        path: "sumologic",
        about: "Sumo Logic.",
        settings: &[
            secret(
                "receiverURL",
                "Address of the HTTP source. The output is on if it is set.",
            ),
            text(
                "sourceCategory",
                "",
                "Category of the source, if not its own.",
            ),
            text("sourceHost", "", "Host of the source, if not its own."),
            text("name", "", "Name of the source, if not its own."),
            priority(),
            check_cert(),
        ],
    },
    Output {
        path: "dynatrace",
        about: "Dynatrace.",
        settings: &[
            secret(
                "apitoken",
                "Token with the scope `logs.ingest`. The output is on if this and `apiurl` are set.",
            ),
            text(
                "apiurl",
                "",
                "Address of the API, such as `https://ID.live.dynatrace.com/api`.",
            ),
            check_cert(),
            priority(),
        ],
    },
    Output {
        path: "datadoglogs",
        about: "Logs of Datadog.",
        settings: &[
            secret("apikey", "Key of the API. The output is on if it is set."),
            text(
                "host",
                "",
                "Address of the API; that of the site in the US if it is empty.",
            ),
            text("service", "", "Name of the service that the logs are of."),
            priority(),
        ],
    },
    Output {
        path: "spyderbat",
        about: "Spyderbat.",
        settings: &[
            text("orguid", "", "Organization. The output is on if it is set."),
            secret("apikey", "Key of the API."),
            text("apiurl", "https://api.spyderbat.com", "Address of the API."),
            text(
                "source",
                "falcosidekick",
                "Identifier of the source, of at most 32 characters.",
            ),
            text(
                "sourcedescription",
                "",
                "Description of the source, of at most 256 characters.",
            ),
            priority(),
        ],
    },
    Output {
        path: "syslog",
        about: "Syslog.",
        settings: &[
            text(
                "host",
                "",
                "Host of the server. The output is on if it is set.",
            ),
            optional_number("port", "Port of the server."),
            text("protocol", "tcp", "`tcp` or `udp`."),
            text("format", "json", "Form of the messages: `json` or `cef`."),
            priority(),
        ],
    },
    Output {
        path: "grafana",
        about: "Annotations of Grafana.",
        settings: &[
            text("hostport", "", HOST),
            secret(
                "apikey",
                "Key of the API. The output is on if this is set, too.",
            ),
            optional_number(
                "dashboardid",
                "Dashboard that is annotated; all if it is empty.",
            ),
            optional_number("panelid", "Panel that is annotated; all if it is empty."),
            switch(
                "allfieldsastags",
                false,
                "Whether all fields of an event become tags.",
            ),
            headers("customheaders"),
            mutual_tls(),
            check_cert(),
            priority(),
        ],
    },
];
