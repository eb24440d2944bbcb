//! Outputs: functions, pipelines and whatever takes a request.

use super::Output;
use super::setting::{Printed, check_cert, headers, mutual_tls, number, priority, secret, text};

const ADDRESS: &str = "Address that events are sent to. The output is on if it is set.";
const FUNCTION: &str = "Name of the function. The output is on if it is set.";
const USER: &str = "User for basic authentication; none if it is empty.";
const PASSWORD: &str = "Password of the user.";
const UNREAD: &str = "Does nothing here: the chart does not pass it on.";

/// The outputs.
pub const OUTPUTS: &[Output] = &[
    Output {
        path: "webhook",
        about: "Any server that takes events by HTTP.",
        settings: &[
            text("address", "", ADDRESS),
            text("method", "POST", "Method of the requests: `POST` or `PUT`."),
            headers("customHeaders"),
            priority(),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "cloudevents",
        about: "CloudEvents.",
        settings: &[
            text("address", "", ADDRESS),
            text(
                "extension",
                "",
                "Attributes that are added to events: `name:value,name:value`.",
            ),
            priority(),
        ],
    },
    Output {
        path: "nodered",
        about: "Node-RED.",
        settings: &[
            text("address", "", ADDRESS),
            text("user", "", USER),
            secret("password", PASSWORD),
            headers("customheaders"),
            priority(),
            check_cert(),
        ],
    },
    Output {
        path: "n8n",
        about: "n8n.",
        settings: &[
            text("address", "", ADDRESS),
            text("user", "", USER),
            secret("password", PASSWORD),
            text("headerauthname", "", UNREAD).printed(Printed::Never),
            secret("headerauthvalue", UNREAD).printed(Printed::Never),
            check_cert(),
            priority(),
        ],
    },
    Output {
        path: "tekton",
        about: "Tekton.",
        settings: &[
            text(
                "eventlistener",
                "",
                "Address of the event listener. The output is on if it is set.",
            ),
            priority(),
            check_cert(),
        ],
    },
    Output {
        path: "kubeless",
        about: "Kubeless.",
        settings: &[
            text("function", "", FUNCTION),
            text("namespace", "", "Namespace of the function."),
            number("port", 8080, "Port of the function's Service."),
            priority(),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "openfaas",
        about: "OpenFaaS.",
        settings: &[
            text("functionname", "", FUNCTION),
            text(
                "functionnamespace",
                "openfaas-fn",
                "Namespace of the function.",
            ),
            text("gatewayservice", "gateway", "Service of the gateway."),
            number("gatewayport", 8080, "Port of the gateway's Service."),
            text("gatewaynamespace", "openfaas", "Namespace of the gateway."),
            priority(),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "fission",
        about: "Fission.",
        settings: &[
            text("function", "", FUNCTION),
            text("routernamespace", "fission", "Namespace of the router."),
            text("routerservice", "router", "Service of the router."),
            number("routerport", 80, "Port of the router's Service."),
            priority(),
            check_cert(),
            mutual_tls(),
        ],
    },
];
