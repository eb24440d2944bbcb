//! Falcosidekick's configuration: what concerns all outputs, and the outputs, of which there is a table.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer, ser};
use serde_json::Value;

use crate::charts::falcosidekick::outputs;
use crate::charts::kinds::{Exact, Object, Port, Secret, Switch, Tested};
use crate::section;

/// Falcosidekick's own configuration: where alerts go.
#[derive(Clone, Debug, Default)]
pub struct Config(General);

impl Serialize for Config {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut values = serde_json::to_value(&self.0).map_err(ser::Error::custom)?;
        for output in outputs::all() {
            let section = output
                .path
                .split('.')
                .fold(&mut values, |at, key| &mut at[key]);
            for setting in output.settings {
                section[setting.key] = setting.default();
            }
        }
        values.serialize(serializer)
    }
}

impl JsonSchema for Config {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Config".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = General::json_schema(generator);
        for output in outputs::all() {
            add(schema.ensure_object(), output);
        }
        schema
    }
}

/// Declares an output in the schema of the section that holds all.
fn add(schema: &mut serde_json::Map<String, Value>, output: &outputs::Output) {
    let mut keys = output.path.split('.');
    let first = keys.next().unwrap_or_default();
    let first = &mut schema["properties"][first];
    let section = keys.fold(first, |at, key| &mut at["properties"][key]);
    section["description"] = output.about.into();
    section["type"] = "object".into();
    section["additionalProperties"] = false.into();
    for setting in output.settings {
        section["properties"][setting.key] = setting.schema();
    }
}

section! {
    /// Falcosidekick's own configuration: where alerts go.
    General {
        /// Secret with environment variables for Falcosidekick, such as `SLACK_WEBHOOKURL`, in the place of plain
        /// values here. It wins where both have a variable.
        existing_secret: Tested<String> = String::new(),
        /// Environment variables of the Falcosidekick container, as Kubernetes' `EnvVar`.
        extra_env: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Arguments of Falcosidekick's command line.
        extra_args: Tested<Vec<String>> = Vec::<String>::new(),
        /// Whether Falcosidekick logs each request and what it sends.
        debug: bool = false,
        /// Fields that are added to each event, such as `env:prod,region:eu`.
        customfields: String = String::new(),
        /// Fields that are added to each event, each made by a Go template: `name:template,name:template`.
        templatedfields: String = String::new(),
        /// Tags that are added to each event, separated by commas.
        customtags: String = String::new(),
        /// What takes the place of brackets in the names of output fields. Empty leaves them.
        bracketreplacer: String = String::new(),
        /// Layout of an event's text, in which `<timestamp>`, `<priority>`, `<output>`, `<custom_fields>` and
        /// `<templated_fields>` are replaced. Empty leaves Falco's own.
        output_field_format: String = String::new(),
        /// Folder of the client's `client.crt` and `client.key` and of `ca.crt`, for outputs with `mutualtls`. Its
        /// files are mounted by `extraVolumes`.
        mutualtlsfilespath: String = "/etc/certs",
        /// The client's certificate, for outputs with `mutualtls`.
        mutualtlsclient: MutualTlsClient = MutualTlsClient::default(),
        /// What Falcosidekick trusts as a client.
        tlsclient: TlsClient = TlsClient::default(),
        /// How Falcosidekick serves TLS itself.
        tlsserver: TlsServer = TlsServer::default(),
    }
}

section! {
    /// The client's certificate, for outputs with `mutualtls`.
    MutualTlsClient {
        /// File with the certificate; `client.crt` in `mutualtlsfilespath` if it is empty.
        certfile: String = String::new(),
        /// File with the private key; `client.key` in `mutualtlsfilespath` if it is empty.
        keyfile: String = String::new(),
        /// File with the authority that has signed the servers' certificates; `ca.crt` in `mutualtlsfilespath` if it is
        /// empty.
        cacertfile: String = String::new(),
    }
}

section! {
    /// What Falcosidekick trusts as a client.
    TlsClient {
        /// File with an authority that is trusted besides those of the system.
        cacertfile: String = String::new(),
    }
}

section! {
    /// How Falcosidekick serves TLS itself.
    TlsServer {
        /// Whether Falco must come by HTTPS.
        deploy: Switch = false,
        /// Secret that holds `server.crt`, `server.key` and `ca.crt` already. It is mounted at /etc/certs/server.
        existing_secret: Tested<String> = String::new(),
        /// The certificate, as PEM. A Secret is made of it if `serverkey` and `cacrt` are set as well.
        servercrt: Exact<Tested<String>> = String::new(),
        /// File with the certificate.
        certfile: String = "/etc/certs/server/server.crt",
        /// The private key, as PEM.
        serverkey: Exact<Tested<Secret>> = Secret::from(""),
        /// File with the private key.
        keyfile: String = "/etc/certs/server/server.key",
        /// Whether clients must show a certificate, if `deploy`.
        mutualtls: bool = false,
        /// The authority that has signed the clients' certificates, as PEM.
        cacrt: Exact<Tested<String>> = String::new(),
        /// File with the authority that has signed the clients' certificates.
        cacertfile: String = "/etc/certs/server/ca.crt",
        /// Port for requests without TLS, if `deploy`.
        notlsport: Port = 2810,
        /// Paths that are served without TLS, separated by commas. The kubelet's probes need `/ping`.
        notlspaths: Exact<String> = "/ping",
    }
}
