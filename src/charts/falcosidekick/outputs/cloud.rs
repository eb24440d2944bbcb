//! Outputs: services of AWS, Azure, Google and Yandex.

use super::Output;
use super::setting::{Printed, decision, number, priority, priority_of, secret, switch, text};

const BUCKET: &str = "Name of the bucket. The output is on if it is set.";
const PREFIX: &str = "What the names of objects begin with.";

/// The outputs.
pub const OUTPUTS: &[Output] = &[
    Output {
        path: "aws",
        about: "Amazon Web Services: how to log in there.",
        settings: &[
            decision(
                "useirsa",
                true,
                "Whether the role is bound to the account of the pods (IRSA).",
            )
            .printed(Printed::Never),
            text("rolearn", "", "ARN of a role to take on.").printed(Printed::WithoutAccount),
            text(
                "externalid",
                "",
                "External identifier for taking on the role, unless `useirsa`.",
            )
            .printed(Printed::WithoutAccount),
            secret(
                "accesskeyid",
                "Identifier of the access key; not with a role.",
            ),
            secret("secretaccesskey", "The access key; not with a role."),
            text("region", "", "Region."),
            switch(
                "checkidentity",
                true,
                "Whether to check at the start who is logged in.",
            ),
        ],
    },
    Output {
        path: "aws.cloudwatchlogs",
        about: "CloudWatch Logs.",
        settings: &[
            text(
                "loggroup",
                "",
                "Name of the log group. The output is on if it is set.",
            ),
            text(
                "logstream",
                "",
                "Name of the log stream; one is made if it is empty.",
            ),
            priority(),
        ],
    },
    Output {
        path: "aws.lambda",
        about: "Lambda.",
        settings: &[
            text(
                "functionname",
                "",
                "Name of the function. The output is on if it is set.",
            ),
            priority(),
        ],
    },
    Output {
        path: "aws.sns",
        about: "Simple Notification Service.",
        settings: &[
            text(
                "topicarn",
                "",
                "ARN of the topic. The output is on if it is set.",
            ),
            switch(
                "rawjson",
                false,
                "Whether events are sent as Falco writes them, and not as text.",
            ),
            priority(),
        ],
    },
    Output {
        path: "aws.sqs",
        about: "Simple Queue Service.",
        settings: &[
            text(
                "url",
                "",
                "Address of the queue. The output is on if it is set.",
            ),
            priority(),
        ],
    },
    Output {
        path: "aws.s3",
        about: "S3.",
        settings: &[
            text("bucket", "", BUCKET),
            text("prefix", "", PREFIX),
            text(
                "endpoint",
                "",
                "Address of a server other than that of AWS.",
            ),
            text(
                "objectcannedacl",
                "bucket-owner-full-control",
                "Who may access the objects: a canned ACL.",
            ),
            priority(),
        ],
    },
    Output {
        path: "aws.kinesis",
        about: "Kinesis.",
        settings: &[
            text(
                "streamname",
                "",
                "Name of the stream. The output is on if it is set.",
            ),
            priority(),
        ],
    },
    Output {
        path: "aws.securitylake",
        about: "Security Lake.",
        settings: &[
            text("bucket", "", BUCKET),
            text("region", "", "Region of the bucket."),
            text(
                "prefix",
                "",
                "What the names of objects begin with: the custom source.",
            ),
            text("accountid", "", "Account, in quotes."),
            number("interval", 5, "Minutes between two objects."),
            number(
                "batchsize",
                1000,
                "Number of events that an object holds at most.",
            ),
            priority(),
        ],
    },
    Output {
        path: "azure",
        about: "Microsoft Azure: how to log in there.",
        settings: &[
            text("subscriptionID", "", "Subscription of the pods' identity.")
                .printed(Printed::Never),
            text(
                "resourceGroupName",
                "",
                "Resource group of the pods' identity.",
            )
            .printed(Printed::Never),
            text(
                "podIdentityClientID",
                "",
                "Client of the pods' identity, for AAD Pod Identity.",
            )
            .printed(Printed::Never),
            text(
                "podIdentityName",
                "",
                "Name of the pods' identity, for AAD Pod Identity.",
            )
            .printed(Printed::Never),
            text(
                "workloadIdentityClientID",
                "",
                "Client of the pods' identity, for workload identity.",
            )
            .printed(Printed::Never),
        ],
    },
    Output {
        path: "azure.eventHub",
        about: "Event Hubs.",
        settings: &[
            text("namespace", "", "Namespace of the event hub."),
            text(
                "name",
                "",
                "Name of the event hub. The output is on if it is set.",
            ),
            priority(),
        ],
    },
    Output {
        path: "gcp",
        about: "Google Cloud: how to log in there.",
        settings: &[secret(
            "credentials",
            "Credentials of a service account, as JSON in Base64; those of the node if it is empty.",
        )],
    },
    Output {
        path: "gcp.pubsub",
        about: "Pub/Sub.",
        settings: &[
            text(
                "projectid",
                "",
                "Project of the topic. The output is on if this and `topic` are set.",
            ),
            text("topic", "", "Name of the topic."),
            text(
                "customattributes",
                "",
                "Attributes that are added to messages: `name:value,name:value`.",
            ),
            priority(),
        ],
    },
    Output {
        path: "gcp.storage",
        about: "Cloud Storage.",
        settings: &[
            text("prefix", "", PREFIX),
            text("bucket", "", BUCKET),
            priority_of("debug"),
        ],
    },
    Output {
        path: "gcp.cloudfunctions",
        about: "Cloud Functions.",
        settings: &[
            text(
                "name",
                "",
                "Name of the function. The output is on if it is set.",
            ),
            priority(),
        ],
    },
    Output {
        path: "gcp.cloudrun",
        about: "Cloud Run.",
        settings: &[
            text(
                "endpoint",
                "",
                "Address of the function. The output is on if it is set.",
            ),
            secret("jwt", "Token for a function that is not public."),
            priority(),
        ],
    },
    Output {
        path: "yandex",
        about: "Yandex Cloud: how to log in there.",
        settings: &[
            secret("accesskeyid", "Identifier of the access key."),
            secret("secretaccesskey", "The access key."),
            text("region", "", "Region; `ru-central-1` if it is empty."),
        ],
    },
    Output {
        path: "yandex.s3",
        about: "Object Storage.",
        settings: &[
            text(
                "endpoint",
                "",
                "Address of the server; Yandex's own if it is empty.",
            ),
            text("bucket", "", BUCKET),
            text("prefix", "", PREFIX),
            priority(),
        ],
    },
    Output {
        path: "yandex.datastreams",
        about: "Data Streams.",
        settings: &[
            text(
                "endpoint",
                "",
                "Address of the server; Yandex's own if it is empty.",
            ),
            text(
                "streamname",
                "",
                "Stream, as `/region/folder/database/stream`. The output is on if it is set.",
            ),
            priority(),
        ],
    },
];
