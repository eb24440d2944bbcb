//! Outputs: metrics and traces.

use super::Output;
use super::setting::{
    Collection, Kind, Printed, Setting, check_cert, number, priority, priority_of, secret, switch,
    text,
};

const FORWARDER: &str = "Address of the daemon, as `host:port`. The output is on if it is set.";
const NAMESPACE: &str = "What the names of metrics begin with.";
const PROTOCOL: &str = "Protocol: `grpc`, `http/protobuf` or, for traces, `http/json`; the library's own if it is empty.";
const TIMEOUT: &str = "Milliseconds that a request may take.";
const HEADERS: &str = "Headers that are added to requests: `name=value,name=value`.";

/// Environment variables of the library that sends.
const fn variables(kind: Kind, about: &'static str) -> Setting {
    Setting {
        kind,
        ..text("extraenvvars", "", about)
    }
}

/// The outputs.
pub const OUTPUTS: &[Output] = &[
    Output {
        path: "prometheus",
        about: "Metrics for Prometheus, which are always there.",
        settings: &[text(
            "extralabels",
            "",
            "Output fields that become labels, separated by commas.",
        )],
    },
    Output {
        path: "statsd",
        about: "StatsD.",
        settings: &[
            text("forwarder", "", FORWARDER),
            text("namespace", "falcosidekick.", NAMESPACE),
        ],
    },
    Output {
        path: "dogstatsd",
        about: "StatsD of Datadog.",
        settings: &[
            text("forwarder", "", FORWARDER),
            text("namespace", "falcosidekick.", NAMESPACE),
            text("tags", "", "Tags that are added to metrics, separated by commas."),
        ],
    },
    Output {
        path: "datadog",
        about: "Events of Datadog.",
        settings: &[
            secret("apikey", "Key of the API. The output is on if it is set."),
            text("host", "", "Address of the API; that of the site in the US if it is empty."),
            priority(),
        ],
    },
    Output {
        path: "wavefront",
        about: "Wavefront.",
        settings: &[
            text("endpointtype", "", "`direct` or `proxy`. The output is on if this and `endpointhost` are set."),
            text("endpointhost", "", "Host."),
            secret("endpointtoken", "Token, if `direct`."),
            number("endpointmetricport", 2878, "Port of metrics, if `proxy`."),
            text("metricname", "falco.alert", "Name of the metric."),
            number("batchsize", 10000, "Metrics in one request, if `direct`."),
            number("flushintervalseconds", 1, "Seconds between two requests."),
            priority_of("debug"),
        ],
    },
    Output {
        path: "otlp",
        about: "OpenTelemetry.",
        settings: &[],
    },
    Output {
        path: "otlp.traces",
        about: "Traces of OpenTelemetry.",
        settings: &[
            text("endpoint", "", "Address, such as `http://host:4318/v1/traces`. The output is on if it is set."),
            text("protocol", "", PROTOCOL),
            number("timeout", 1000, TIMEOUT),
            secret("headers", HEADERS),
            switch("synced", false, "Whether Falcosidekick waits until a trace is sent."),
            number("duration", 1000, "Milliseconds that a span is said to take."),
            variables(
                Kind::Variables(Collection::Map),
                "Environment variables of the library that sends, such as `OTEL_EXPORTER_OTLP_TRACES_TIMEOUT`: a map \
                 of texts, or a list of Kubernetes' `EnvVar`.",
            )
            .printed(Printed::Never),
            check_cert(),
            priority(),
        ],
    },
    Output {
        path: "otlp.metrics",
        about: "Metrics of OpenTelemetry.",
        settings: &[
            text("endpoint", "", "Address, such as `http://host:4318/v1/metrics`. The output is on if it is set."),
            text("protocol", "grpc", PROTOCOL),
            number("timeout", 1000, TIMEOUT),
            secret("headers", HEADERS),
            variables(
                Kind::Variables(Collection::List),
                "Environment variables of the library that sends, such as `OTEL_EXPORTER_OTLP_METRICS_TIMEOUT`: a map \
                 of texts, or a list of such maps.",
            ),
            text("extraattributes", "", "Output fields that become attributes, separated by commas."),
            check_cert(),
            priority(),
        ],
    },
];
