//! Outputs: queues of messages.

use super::Output;
use super::setting::{check_cert, mutual_tls, number, priority, priority_of, secret, switch, text};

const SUBJECT: &str = "Subject of the messages, in which `<priority>` and `<rule>` are replaced.";

/// The outputs.
pub const OUTPUTS: &[Output] = &[
    Output {
        path: "kafka",
        about: "Apache Kafka.",
        settings: &[
            text(
                "hostport",
                "",
                "Brokers, as `host:port`, separated by commas. The output is on if it is set.",
            ),
            text("topic", "", "Topic of the events."),
            text(
                "sasl",
                "",
                "How to log in: `PLAIN`, `SCRAM_SHA256`, `SCRAM_SHA512`, or empty for not at all.",
            ),
            switch("tls", false, "Whether connections are encrypted."),
            text("username", "", "User to log in as."),
            secret("password", "Password of the user."),
            switch(
                "async",
                false,
                "Whether Falcosidekick does not wait until an event is sent.",
            ),
            text(
                "requiredacks",
                "NONE",
                "What has to confirm an event: `NONE`, `ONE` for the leader, or `ALL` for all replicas.",
            ),
            text(
                "compression",
                "NONE",
                "`GZIP`, `SNAPPY`, `LZ4`, `ZSTD`, or `NONE`.",
            ),
            text(
                "balancer",
                "round_robin",
                "How events are spread over partitions.",
            ),
            switch(
                "topiccreation",
                false,
                "Whether to make the topic if there is none.",
            ),
            text(
                "clientid",
                "",
                "Identifier by which brokers know Falcosidekick.",
            ),
            priority(),
        ],
    },
    Output {
        path: "kafkarest",
        about: "REST proxy of Kafka.",
        settings: &[
            text(
                "address",
                "",
                "Address of the topic, such as `http://host:8082/topics/falco`. The output is on if it is set.",
            ),
            number("version", 2, "Version of the API: 1 or 2."),
            priority(),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "nats",
        about: "NATS.",
        settings: &[
            text(
                "hostport",
                "",
                "Address, such as `nats://host:4222`. The output is on if it is set.",
            ),
            text("subjecttemplate", "falco.<priority>.<rule>", SUBJECT),
            priority(),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "stan",
        about: "NATS Streaming.",
        settings: &[
            text(
                "hostport",
                "",
                "Address, such as `nats://host:4222`. The output is on if this, `clusterid` and `clientid` are set.",
            ),
            text("clusterid", "", "Name of the cluster."),
            text("clientid", "", "Identifier of Falcosidekick there."),
            text("subjecttemplate", "falco.<priority>.<rule>", SUBJECT),
            priority(),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "rabbitmq",
        about: "RabbitMQ.",
        settings: &[
            secret(
                "url",
                "Address, such as `amqp://user:password@host:5672/`. The output is on if this and `queue` are set.",
            ),
            text("queue", "", "Queue of the events."),
            priority_of("debug"),
        ],
    },
    Output {
        path: "mqtt",
        about: "MQTT.",
        settings: &[
            text(
                "broker",
                "",
                "Address of the broker, such as `tcp://host:1883`. The output is on if it is set.",
            ),
            text("topic", "falco/events", "Topic of the events."),
            number("qos", 0, "Quality of service: 0, 1 or 2."),
            switch(
                "retained",
                false,
                "Whether the broker keeps the latest event.",
            ),
            text("user", "", "User to log in as; none if it is empty."),
            secret("password", "Password of the user."),
            priority(),
            check_cert(),
        ],
    },
];
