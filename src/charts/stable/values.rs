//! The values of chart stable/falco 1.0.10: the chart's values.yaml, and the keys that only its templates know
//! (`nodeSelector`, `nameOverride`, `fullnameOverride`, `global.imageRegistry`).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use crate::charts::kinds::{
    Exact, Object, Port, Printed, Scalar, Secret, Switch, Tested, Traversed, object,
};
use crate::section;

section! {
    /// Values of chart stable/falco 1.0.10, which runs Falco 0.17.1.
    #[schemars(title = "stable/falco 1.0.10")]
    Values {
        /// The container image of Falco.
        image: Image = Image::default(),
        /// Events of containers that Docker runs.
        docker: Docker = Docker::default(),
        /// Events of containers that containerd or another CRI runtime runs.
        cri: Cri = Cri::default(),
        /// Resources of the Falco container, as Kubernetes' `ResourceRequirements`.
        resources: Object = object(json!({
            "requests": {"cpu": "100m", "memory": "512Mi"},
            "limits": {"cpu": "200m", "memory": "1024Mi"},
        })),
        /// Arguments put behind Falco's own on its command line.
        extra_args: Tested<Vec<String>> = Vec::<String>::new(),
        /// Labels that a node must have to run Falco.
        node_selector: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// What Falco needs to read from the Kubernetes API.
        rbac: Rbac = Rbac::default(),
        /// The `PodSecurityPolicy`, for clusters older than 1.25.
        pod_security_policy: PodSecurityPolicy = PodSecurityPolicy::default(),
        /// The account under which Falco runs.
        service_account: ServiceAccount = ServiceAccount::default(),
        /// A Deployment that does suspicious things, to see alerts.
        fake_event_generator: FakeEventGenerator = FakeEventGenerator::default(),
        /// Settings of the `DaemonSet`.
        daemonset: DaemonSet = DaemonSet::default(),
        /// The proxy through which Falco reaches the network.
        proxy: Proxy = Proxy::default(),
        /// Time zone of the Falco container, such as `Europe/Rome`.
        timezone: Tested<Option<String>> = None::<String>,
        /// Priority class of Falco's pods.
        priority_class_name: Tested<Option<String>> = None::<String>,
        /// The eBPF probe, which takes the place of the kernel module.
        ebpf: Ebpf = Ebpf::default(),
        /// Falco's own configuration, from which falco.yaml is made.
        falco: Falco = Falco::default(),
        /// Rules of your own: a file name, and the text of the file. Falco loads them from /etc/falco/rules.d.
        custom_rules: Tested<BTreeMap<String, Exact<String>>> = BTreeMap::<String, Exact<String>>::new(),
        /// Sidecars and settings that carry alerts to other systems. They take over `file_output` or `program_output`.
        integrations: Integrations = Integrations::default(),
        /// Taints that Falco's pods tolerate, as Kubernetes' `Toleration`.
        tolerations: Vec<Object> = [object(json!({"effect": "NoSchedule", "key": "node-role.kubernetes.io/master"}))],
        /// Takes the place of `falco` in the names of the objects.
        name_override: Exact<Tested<Option<String>>> = None::<String>,
        /// The name of the objects, whatever the release is called.
        fullname_override: Exact<Tested<Option<String>>> = None::<String>,
        /// Settings shared with a parent chart.
        #[schemars(extend("x-removable" = true))]
        global: Global = Global::default(),
    }
}

section! {
    /// The container image of Falco.
    Image {
        /// Registry to pull from.
        registry: String = "docker.io",
        /// Repository in the registry.
        repository: String = "falcosecurity/falco",
        /// Tag of the image, which is Falco's version.
        tag: String = "0.17.1",
        /// When to pull.
        #[schemars(extend("enum" = ["Always", "IfNotPresent", "Never"]))]
        pull_policy: Tested<Option<String>> = Some("IfNotPresent".to_owned()),
    }
}

section! {
    /// Events of containers that Docker runs.
    Docker {
        /// Whether Falco reads names and images of containers from Docker.
        enabled: Switch = true,
        /// Path of Docker's socket on the node.
        socket: Tested<Option<String>> = Some("/var/run/docker.sock".to_owned()),
    }
}

section! {
    /// Events of containers that containerd or another CRI runtime runs.
    Cri {
        /// Whether Falco reads names and images of containers from the runtime.
        enabled: Switch = true,
        /// Path of the runtime's socket on the node.
        socket: Tested<Option<String>> = Some("/run/containerd/containerd.sock".to_owned()),
    }
}

section! {
    /// What Falco needs to read from the Kubernetes API.
    Rbac {
        /// Whether to make the `ClusterRole` and its binding.
        create: Switch = true,
    }
}

section! {
    /// The `PodSecurityPolicy`, for clusters older than 1.25.
    PodSecurityPolicy {
        /// Whether to make it.
        create: Switch = false,
    }
}

section! {
    /// The account under which Falco runs.
    ServiceAccount {
        /// Whether to make it.
        create: Switch = true,
        /// Its name; the name of the other objects if it is made here, else `default`.
        name: Tested<Option<String>> = None::<String>,
    }
}

section! {
    /// A Deployment that does suspicious things, to see alerts.
    FakeEventGenerator {
        /// Whether to make it.
        enabled: Switch = false,
        /// How many pods.
        #[schemars(range(min = 0, max = 2_147_483_647))]
        replicas: Option<i32> = Some(1),
    }
}

section! {
    /// Settings of the `DaemonSet`.
    DaemonSet {
        /// How pods are replaced, as Kubernetes' `DaemonSetUpdateStrategy`.
        update_strategy: Object = object(json!({"type": "RollingUpdate"})),
        /// Environment variables of the Falco container.
        env: Traversed<BTreeMap<String, Scalar>> = BTreeMap::<String, Scalar>::new(),
    }
}

section! {
    /// The proxy through which Falco reaches the network.
    Proxy {
        /// URL of the proxy for HTTP.
        http_proxy: Tested<Option<String>> = None::<String>,
        /// URL of the proxy for HTTPS.
        https_proxy: Tested<Option<String>> = None::<String>,
        /// Hosts that are reached without a proxy, separated by commas.
        no_proxy: Tested<Option<String>> = None::<String>,
    }
}

section! {
    /// The eBPF probe, which takes the place of the kernel module.
    Ebpf {
        /// Whether to use it.
        enabled: Switch = false,
        /// What the probe needs.
        #[schemars(extend("x-removable" = true))]
        settings: EbpfSettings = EbpfSettings::default(),
    }
}

section! {
    /// What the eBPF probe needs.
    EbpfSettings {
        /// Whether the pods use the node's network, which Falco needs to switch on the kernel's eBPF JIT by itself.
        host_network: Switch = true,
        /// Whether /etc of the node is mounted, by which the kernel of Google's Container-Optimized OS is recognised.
        mount_etc_volume: Switch = true,
    }
}

section! {
    /// Falco's own configuration, from which falco.yaml is made.
    Falco {
        /// Rules files and folders of rules files, in the order of loading.
        rules_file: Traversed<Vec<Printed<String>>> = [
            "/etc/falco/falco_rules.yaml",
            "/etc/falco/falco_rules.local.yaml",
            "/etc/falco/k8s_audit_rules.yaml",
            "/etc/falco/rules.d",
        ].map(Printed::from).to_vec(),
        /// Whether times are printed in ISO 8601, in UTC, and not in the local time zone.
        #[serde(rename = "timeFormatISO8601")]
        time_format_iso_8601: Printed<bool> = false,
        /// Whether alerts are JSON, one object a line, and not text.
        json_output: Printed<bool> = false,
        /// Whether JSON alerts hold the formatted text as `output`.
        json_include_output_property: Printed<bool> = true,
        /// Whether Falco's own log goes to the standard error stream.
        log_stderr: Printed<bool> = true,
        /// Whether Falco's own log goes to syslog.
        log_syslog: Printed<bool> = true,
        /// The least important messages that Falco's own log holds.
        #[schemars(extend("enum" = ["emergency", "alert", "critical", "error", "warning", "notice", "info", "debug"]))]
        log_level: Printed<String> = "info",
        /// Rules of a lower priority are not loaded.
        #[schemars(extend("enum" = [
            "emergency", "alert", "critical", "error", "warning", "notice", "informational", "info", "debug"
        ]))]
        priority: Printed<String> = "debug",
        /// Whether alerts are buffered on their way out.
        buffered_outputs: Printed<bool> = false,
        /// What happens when the kernel produces events faster than Falco reads them.
        syscall_event_drops: SyscallEventDrops = SyscallEventDrops::default(),
        /// How many alerts are sent at most.
        outputs: Outputs = Outputs::default(),
        /// Alerts to syslog.
        syslog_output: Output = Output::default(),
        /// Alerts to a file. The nats, sns and pubsub integrations take it over.
        file_output: FileOutput = FileOutput::default(),
        /// Alerts to the standard output stream, which is the pod's log.
        stdout_output: Output = Output::default(),
        /// Falco's webserver, which takes audit events of Kubernetes.
        webserver: Webserver = Webserver::default(),
        /// Alerts to the standard input of a program. The gcscc integration takes it over.
        program_output: ProgramOutput = ProgramOutput::default(),
        /// Alerts to an HTTP endpoint.
        http_output: HttpOutput = HttpOutput::default(),
    }
}

section! {
    /// What happens when the kernel produces events faster than Falco reads them.
    SyscallEventDrops {
        /// What to do: `ignore`, `log` a message, `alert`, or `exit`.
        #[schemars(extend("items" = {"type": "string", "x-use": "printed", "enum": ["ignore", "log", "alert", "exit"]}))]
        actions: Traversed<Vec<Printed<String>>> = ["log", "alert"].map(Printed::from).to_vec(),
        /// How many such messages a second, on average.
        rate: Printed<f64> = 0.03333,
        /// How many such messages at once.
        max_burst: Printed<i64> = 10i64,
    }
}

section! {
    /// How many alerts are sent at most.
    Outputs {
        /// How many alerts a second, on average.
        rate: Printed<f64> = 1f64,
        /// How many alerts at once.
        max_burst: Printed<i64> = 1000i64,
    }
}

section! {
    /// A way out for alerts.
    Output {
        /// Whether alerts go there.
        enabled: Printed<bool> = true,
    }
}

section! {
    /// Alerts to a file.
    FileOutput {
        /// Whether alerts go there.
        enabled: Printed<bool> = false,
        /// Whether the file stays open between alerts.
        keep_alive: Printed<bool> = false,
        /// Path of the file in the container.
        filename: Printed<String> = "./events.txt",
    }
}

section! {
    /// Falco's webserver, which takes audit events of Kubernetes.
    Webserver {
        /// Whether it runs. Then an audit Service and an `AuditSink` are made too, and `clusterIP` must be set.
        enabled: Switch = false,
        /// Port that it listens on.
        listen_port: Port = 8765,
        /// Path of the URL that takes audit events.
        k8s_audit_endpoint: Printed<String> = "/k8s-audit",
        /// IP address of the audit Service, from the cluster's range of Service addresses.
        #[serde(rename = "clusterIP")]
        cluster_ip: Option<String> = None::<String>,
    }
}

section! {
    /// Alerts to the standard input of a program.
    ProgramOutput {
        /// Whether alerts go there.
        enabled: Printed<bool> = false,
        /// Whether the program keeps running between alerts.
        keep_alive: Printed<bool> = false,
        /// The program with its arguments, as a shell command.
        program: Printed<String> = "mail -s \"Falco Notification\" someone@example.com",
    }
}

section! {
    /// Alerts to an HTTP endpoint.
    HttpOutput {
        /// Whether alerts go there.
        enabled: Printed<bool> = false,
        /// URL of the endpoint.
        url: Printed<String> = "http://some.url",
    }
}

section! {
    /// Sidecars and settings that carry alerts to other systems.
    Integrations {
        /// Alerts to the Security Command Center of Google Cloud.
        gcscc: Gcscc = Gcscc::default(),
        /// Alerts to NATS, by a sidecar.
        nats_output: NatsOutput = NatsOutput::default(),
        /// Alerts to Amazon SNS, by a sidecar.
        sns_output: SnsOutput = SnsOutput::default(),
        /// Alerts to Google Cloud Pub/Sub, by a sidecar.
        pubsub_output: PubsubOutput = PubsubOutput::default(),
    }
}

section! {
    /// Alerts to the Security Command Center of Google Cloud. Sets `json_output` and `program_output`.
    Gcscc {
        /// Whether alerts go there.
        enabled: Switch = false,
        /// URL of the connector's webhook.
        webhook_url: String = "http://sysdig-gcscc-connector.default.svc.cluster.local:8080/events",
        /// Token that the connector expects in the `Authorization` header.
        webhook_authentication_token: Secret = "b27511f86e911f20b9e0f9c8104b4ec4",
    }
}

section! {
    /// Alerts to NATS, by a sidecar. Sets `json_output` and `file_output`.
    NatsOutput {
        /// Whether alerts go there.
        enabled: Switch = false,
        /// URL of the NATS server.
        nats_url: String = "nats://nats.nats-io.svc.cluster.local:4222",
    }
}

section! {
    /// Alerts to Amazon SNS, by a sidecar. Sets `json_output` and `file_output`.
    SnsOutput {
        /// Whether alerts go there.
        enabled: Switch = false,
        /// ARN of the topic.
        topic: String = "",
        /// Access key of an account that may publish to the topic.
        #[serde(rename = "aws_access_key_id")]
        aws_access_key_id: Exact<Secret> = Secret::from(""),
        /// Secret key that belongs to the access key.
        #[serde(rename = "aws_secret_access_key")]
        aws_secret_access_key: Exact<Secret> = Secret::from(""),
        /// Region of the topic, such as `eu-west-1`.
        #[serde(rename = "aws_default_region")]
        aws_default_region: String = "",
    }
}

section! {
    /// Alerts to Google Cloud Pub/Sub, by a sidecar. Sets `json_output` and `file_output`.
    PubsubOutput {
        /// Whether alerts go there.
        enabled: Switch = false,
        /// Name of the topic.
        topic: String = "",
        /// Credentials of an account that may publish to the topic, as the JSON text of its key file.
        credentials_data: Exact<Secret> = Secret::from(""),
        /// Project that holds the topic.
        #[serde(rename = "projectID")]
        project_id: Exact<String> = "",
    }
}

/// Settings shared with a parent chart, which may have further ones of its own.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct Global {
    /// Registry that takes the place of `image.registry`.
    pub image_registry: Tested<Option<String>>,
}
