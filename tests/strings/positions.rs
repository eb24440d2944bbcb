//! Where a text of each position arrives.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::given::Given;

/// With which switches a position is tried, since some hide others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setup {
    /// No integration and no webserver; the name comes from `nameOverride`, the image from `image.registry`.
    Plain,
    /// All integrations and the webserver; the name comes from `fullnameOverride`, the image from
    /// `global.imageRegistry`.
    Integrations,
    /// Either.
    Both,
}

impl Setup {
    /// Whether a position of this setup is tried in `other`.
    pub fn is(self, other: Setup) -> bool {
        self == other || self == Setup::Both
    }
}

/// What a position takes.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// Any text.
    Text,
    /// Any text but the empty one, by which the chart switches something off.
    Something,
    /// What Kubernetes takes for the name of an object.
    Name,
    /// A list of texts.
    List,
    /// A map of texts, not empty.
    Map,
    /// A map of file names and texts, not empty.
    Files,
    /// A map of anything.
    Tree,
    /// A list of maps of anything.
    Trees,
}

/// A template, a path in its object, and what is to be there.
pub type Landing = (&'static str, &'static str, Value);

/// A position whose text arrives as it is.
pub struct Position {
    /// The position, as the schema has it.
    pub at: &'static str,
    pub takes: Takes,
    pub setup: Setup,
    /// Everywhere where it arrives.
    pub lands: fn(&Given) -> Vec<Landing>,
}

/// A position whose text is printed bare into falco.yaml.
pub struct BarePosition {
    /// The position, as the schema has it.
    pub at: &'static str,
    /// The path in falco.yaml.
    pub lands: &'static str,
}

const fn row(
    at: &'static str,
    takes: Takes,
    setup: Setup,
    lands: fn(&Given) -> Vec<Landing>,
) -> Position {
    Position {
        at,
        takes,
        setup,
        lands,
    }
}

const fn bare(at: &'static str, lands: &'static str) -> BarePosition {
    BarePosition { at, lands }
}

/// The position's own value at one path of the `DaemonSet`.
macro_rules! pod {
    ($at:literal, $takes:expr, $path:literal) => {
        row($at, $takes, Setup::Both, |given| {
            let path = concat!("spec.template.spec.", $path);
            vec![("daemonset.yaml", path, given.values[$at].clone())]
        })
    };
}

use Setup::{Both, Integrations, Plain};
use Takes::{Files, List, Map, Name, Something, Text, Tree, Trees};

pub const POSITIONS: &[Position] = &[
    row("image.registry", Text, Plain, image),
    row("image.repository", Text, Both, image),
    row("image.tag", Something, Both, image),
    row("global.imageRegistry", Something, Integrations, image),
    pod!(
        "image.pullPolicy",
        Something,
        "containers[falco].imagePullPolicy"
    ),
    pod!(
        "docker.socket",
        Something,
        "volumes[docker-socket].hostPath.path"
    ),
    pod!("cri.socket", Something, "volumes[cri-socket].hostPath.path"),
    pod!("nodeSelector{}", Map, "nodeSelector"),
    pod!(
        "proxy.httpProxy",
        Something,
        "containers[falco].env[http_proxy].value"
    ),
    pod!(
        "proxy.httpsProxy",
        Something,
        "containers[falco].env[https_proxy].value"
    ),
    pod!(
        "proxy.noProxy",
        Something,
        "containers[falco].env[no_proxy].value"
    ),
    pod!("timezone", Something, "containers[falco].env[TZ].value"),
    pod!("priorityClassName", Something, "priorityClassName"),
    pod!("tolerations[]{}", Trees, "tolerations"),
    row("resources{}", Tree, Both, |given| {
        let path = "spec.template.spec.containers[falco].resources";
        vec![("daemonset.yaml", path, given.over_default("resources{}"))]
    }),
    row("daemonset.updateStrategy{}", Tree, Both, |given| {
        let value = given.over_default("daemonset.updateStrategy{}");
        vec![("daemonset.yaml", "spec.updateStrategy", value)]
    }),
    row("extraArgs[]", List, Both, |given| {
        let mut arguments = json!([
            "/usr/bin/falco",
            "--cri",
            "/host/var/run/cri.sock",
            "-K",
            "/var/run/secrets/kubernetes.io/serviceaccount/token",
            "-k",
            "https://$(KUBERNETES_SERVICE_HOST)",
            "-pk",
        ]);
        let further = given.values["extraArgs[]"].as_array().unwrap();
        arguments.as_array_mut().unwrap().extend(further.clone());
        vec![(
            "daemonset.yaml",
            "spec.template.spec.containers[falco].args",
            arguments,
        )]
    }),
    row("daemonset.env{}", Map, Both, |given| {
        let proxies = [
            "proxy.httpProxy",
            "proxy.httpsProxy",
            "proxy.noProxy",
            "timezone",
        ];
        let names = ["http_proxy", "https_proxy", "no_proxy", "TZ"];
        let mut variables: Vec<Value> = (names.iter().zip(proxies))
            .map(|(name, at)| json!({"name": name, "value": given.values[at]}))
            .collect();
        let mut own: Vec<_> = given.values["daemonset.env{}"]
            .as_object()
            .unwrap()
            .iter()
            .collect();
        own.sort_by_key(|(name, _)| *name);
        variables.extend(
            own.iter()
                .map(|(name, value)| json!({"name": name, "value": value})),
        );
        vec![(
            "daemonset.yaml",
            "spec.template.spec.containers[falco].env",
            variables.into(),
        )]
    }),
    row("customRules{}", Files, Both, |given| {
        vec![(
            "configmap-rules.yaml",
            "data",
            given.values["customRules{}"].clone(),
        )]
    }),
    row("serviceAccount.name", Name, Both, |given| {
        let name = given.values["serviceAccount.name"].clone();
        vec![
            ("serviceaccount.yaml", "metadata.name", name.clone()),
            (
                "daemonset.yaml",
                "spec.template.spec.serviceAccountName",
                name.clone(),
            ),
            ("clusterrolebinding.yaml", "subjects[0].name", name),
        ]
    }),
    row("nameOverride", Name, Plain, |given| {
        let name = given.text("nameOverride");
        let contained = "falco".contains(name);
        named(if contained {
            "falco".into()
        } else {
            format!("falco-{name}").into()
        })
    }),
    row("fullnameOverride", Name, Integrations, |given| {
        named(given.values["fullnameOverride"].clone())
    }),
    row(
        "falco.webserver.clusterIP",
        Something,
        Integrations,
        |given| {
            let address = given.text("falco.webserver.clusterIP");
            let endpoint = given.text("falco.webserver.k8sAuditEndpoint");
            let url = format!("http://{address}:8765{endpoint}");
            vec![
                ("auditservice.yaml", "spec.clusterIP", address.into()),
                (
                    "auditsink.yaml",
                    "spec.webhook.clientConfig.url",
                    url.into(),
                ),
            ]
        },
    ),
    row("integrations.gcscc.webhookUrl", Text, Integrations, gcscc),
    row(
        "integrations.gcscc.webhookAuthenticationToken",
        Text,
        Integrations,
        gcscc,
    ),
    row(
        "integrations.natsOutput.natsUrl",
        Text,
        Integrations,
        |given| {
            let path = "spec.template.spec.containers[falco-nats].args[2]";
            vec![(
                "daemonset.yaml",
                path,
                given.values["integrations.natsOutput.natsUrl"].clone(),
            )]
        },
    ),
    row(
        "integrations.snsOutput.topic",
        Text,
        Integrations,
        |given| {
            let path = "spec.template.spec.containers[falco-sns].args[2]";
            vec![(
                "daemonset.yaml",
                path,
                given.values["integrations.snsOutput.topic"].clone(),
            )]
        },
    ),
    row(
        "integrations.snsOutput.aws_access_key_id",
        Text,
        Integrations,
        |given| {
            secret(
                "data.aws_access_key_id",
                given.text("integrations.snsOutput.aws_access_key_id"),
            )
        },
    ),
    row(
        "integrations.snsOutput.aws_secret_access_key",
        Text,
        Integrations,
        |given| {
            let key = given.text("integrations.snsOutput.aws_secret_access_key");
            secret("data.aws_secret_access_key", key)
        },
    ),
    row(
        "integrations.snsOutput.aws_default_region",
        Something,
        Integrations,
        |given| {
            let region = given.values["integrations.snsOutput.aws_default_region"].clone();
            vec![("configmap.yaml", "data.aws_default_region", region)]
        },
    ),
    row(
        "integrations.pubsubOutput.topic",
        Text,
        Integrations,
        |given| {
            let path = "spec.template.spec.containers[falco-pubsub].args[2]";
            vec![(
                "daemonset.yaml",
                path,
                given.values["integrations.pubsubOutput.topic"].clone(),
            )]
        },
    ),
    row(
        "integrations.pubsubOutput.credentialsData",
        Text,
        Integrations,
        |given| {
            let credentials = given.text("integrations.pubsubOutput.credentialsData");
            secret("data.gcp-credentials-data", credentials)
        },
    ),
    row(
        "integrations.pubsubOutput.projectID",
        Text,
        Integrations,
        |given| {
            secret(
                "data.gcp-project-id",
                given.text("integrations.pubsubOutput.projectID"),
            )
        },
    ),
];

pub const BARE: &[BarePosition] = &[
    bare("falco.rulesFile[]", "rules_file"),
    bare("falco.timeFormatISO8601", "time_format_iso_8601"),
    bare("falco.jsonOutput", "json_output"),
    bare(
        "falco.jsonIncludeOutputProperty",
        "json_include_output_property",
    ),
    bare("falco.logStderr", "log_stderr"),
    bare("falco.logSyslog", "log_syslog"),
    bare("falco.logLevel", "log_level"),
    bare("falco.priority", "priority"),
    bare("falco.bufferedOutputs", "buffered_outputs"),
    bare(
        "falco.syscallEventDrops.actions[]",
        "syscall_event_drops.actions",
    ),
    bare("falco.syscallEventDrops.rate", "syscall_event_drops.rate"),
    bare(
        "falco.syscallEventDrops.maxBurst",
        "syscall_event_drops.max_burst",
    ),
    bare("falco.outputs.rate", "outputs.rate"),
    bare("falco.outputs.maxBurst", "outputs.max_burst"),
    bare("falco.syslogOutput.enabled", "syslog_output.enabled"),
    bare("falco.fileOutput.enabled", "file_output.enabled"),
    bare("falco.fileOutput.keepAlive", "file_output.keep_alive"),
    bare("falco.fileOutput.filename", "file_output.filename"),
    bare("falco.stdoutOutput.enabled", "stdout_output.enabled"),
    bare(
        "falco.webserver.k8sAuditEndpoint",
        "webserver.k8s_audit_endpoint",
    ),
    bare("falco.programOutput.enabled", "program_output.enabled"),
    bare("falco.programOutput.keepAlive", "program_output.keep_alive"),
    bare("falco.programOutput.program", "program_output.program"),
    bare("falco.httpOutput.enabled", "http_output.enabled"),
    bare("falco.httpOutput.url", "http_output.url"),
];

fn image(given: &Given) -> Vec<Landing> {
    let registry = match given.setup {
        Setup::Integrations => given.text("global.imageRegistry"),
        _ => given.text("image.registry"),
    };
    let (repository, tag) = (given.text("image.repository"), given.text("image.tag"));
    let image = format!("{registry}/{repository}:{tag}");
    let path = "spec.template.spec.containers[falco].image";
    vec![("daemonset.yaml", path, image.into())]
}

fn gcscc(given: &Given) -> Vec<Landing> {
    let token = given.text("integrations.gcscc.webhookAuthenticationToken");
    let url = given.text("integrations.gcscc.webhookUrl");
    let program = format!(
        "curl -d @- -X POST --header 'Content-Type: application/json' --header 'Authorization: {token}' {url}"
    );
    let path = "data[\"falco.yaml\"].program_output.program";
    vec![("configmap.yaml", path, program.into())]
}

/// The name of the objects, everywhere where it stands alone.
fn named(name: Value) -> Vec<Landing> {
    let pod = "spec.template.spec.volumes[config-volume].configMap.name";
    vec![
        ("daemonset.yaml", "metadata.name", name.clone()),
        (
            "daemonset.yaml",
            "spec.selector.matchLabels.app",
            name.clone(),
        ),
        ("daemonset.yaml", pod, name.clone()),
        ("configmap.yaml", "metadata.name", name.clone()),
        ("clusterrolebinding.yaml", "roleRef.name", name.clone()),
        ("clusterrole.yaml", "metadata.labels.app", name),
    ]
}

fn secret(path: &'static str, plain: &str) -> Vec<Landing> {
    vec![("secret.yaml", path, BASE64_STANDARD.encode(plain).into())]
}
