//! The values of chart falcosecurity/event-generator 0.4.0: all keys of the chart's values.yaml.

use std::collections::BTreeMap;

use crate::charts::kinds::{Exact, Object, Port, Switch, TargetPort, Tested};
use crate::section;

section! {
    /// Values of chart falcosecurity/event-generator 0.4.0, which runs event-generator 0.13.0.
    #[schemars(title = "falcosecurity/event-generator 0.4.0")]
    Values {
        /// How many pods, if a Deployment runs them.
        #[schemars(range(min = 0, max = 2_147_483_647))]
        replicas_count: Option<i32> = Some(1),
        /// How many old `ReplicaSet`s a Deployment keeps to go back to; 10 if it is not set, and if it is 0.
        #[schemars(range(min = 0, max = 2_147_483_647))]
        revision_history_limit: Option<Tested<i32>> = None::<Tested<i32>>,
        /// The container image.
        image: Image = Image::default(),
        /// Secrets with credentials for pulling the image, as Kubernetes' `LocalObjectReference`.
        image_pull_secrets: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Takes the place of `event-generator` in the names of the objects.
        name_override: Exact<Tested<String>> = String::new(),
        /// The name of the objects, whatever the release is called.
        fullname_override: Exact<Tested<String>> = String::new(),
        /// Annotations of the pods.
        pod_annotations: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Security settings of the pods, as Kubernetes' `PodSecurityContext`.
        pod_security_context: Object = Object::new(),
        /// Security settings of the container, as Kubernetes' `SecurityContext`. For `suite-run` and `suite-test` the
        /// container is privileged unless `privileged` is set here.
        security_context: Tested<Object> = Object::new(),
        /// Labels that a node must have to run the pods.
        node_selector: Tested<BTreeMap<String, String>> = BTreeMap::<String, String>::new(),
        /// Taints that the pods tolerate, as Kubernetes' `Toleration`.
        tolerations: Tested<Vec<Object>> = Vec::<Object>::new(),
        /// Further rules on which nodes run the pods, as Kubernetes' `Affinity`.
        affinity: Tested<Object> = Object::new(),
        /// What the event-generator does.
        config: Config = Config::default(),
        /// Settings shared with a parent chart. This chart reads none.
        global: Object = Object::new(),
    }
}

section! {
    /// The container image.
    Image {
        /// Registry, if any, and repository to pull from.
        repository: String = "falcosecurity/event-generator",
        /// When to pull the image.
        #[schemars(extend("enum" = ["Always", "IfNotPresent", "Never"]))]
        pull_policy: Option<String> = Some("IfNotPresent".to_owned()),
        /// Tag of the image; the version of the event-generator if it is empty.
        tag: Tested<String> = "latest",
    }
}

section! {
    /// What the event-generator does.
    Config {
        /// What to do: `run` suspicious actions, or also `test` that Falco's alerts of them arrive over HTTP; or
        /// `suite-run` tests that are described in `suite`, or also check their alerts by `suite-test`.
        #[schemars(extend("x-checked" = true, "enum" = ["run", "test", "suite-run", "suite-test"]))]
        command: Exact<String> = "run",
        /// Regular expression of the actions, for `run` and `test`; all actions if it is empty.
        actions: Tested<String> = "^syscall",
        /// Whether `run` and `test` go on for ever, as a Deployment. Otherwise, and for suites, a Job runs once.
        #[serde(rename = "loop")]
        repeat: Switch = true,
        /// Time to wait before each action of `run` and `test`, such as `2s`; 100 ms if it is empty.
        sleep: Tested<String> = "",
        /// How `test` and `suite-test` get Falco's alerts.
        http: Http = Http::default(),
        /// The tests of `suite-run` and `suite-test`.
        suite: Suite = Suite::default(),
    }
}

section! {
    /// How `test` and `suite-test` get Falco's alerts.
    Http {
        /// Address and port at which the container listens; `0.0.0.0` lets the Service lead there.
        address: Exact<String> = "0.0.0.0:8080",
        /// Whether the server is `insecure`, has a certificate (`tls`), or asks for that of its clients, too (`mtls`).
        #[schemars(extend("x-checked" = true, "enum" = ["insecure", "tls", "mtls"]))]
        security_mode: Exact<String> = "insecure",
        /// The certificates for `tls` and `mtls`.
        tls: Tls = Tls::default(),
        /// The Service to which Falco sends its alerts.
        service: Service = Service::default(),
    }
}

section! {
    /// The certificates for `tls` and `mtls`.
    Tls {
        /// Name of the Secret that holds them, which must exist.
        existing_secret: Tested<String> = "",
        /// The keys of the Secret.
        secret_keys: SecretKeys = SecretKeys::default(),
    }
}

section! {
    /// The keys of the Secret.
    SecretKeys {
        /// Key of the server's certificate.
        cert: String = "server.crt",
        /// Key of the server's private key.
        key: String = "server.key",
        /// Key of the certificate by which clients are known, for `mtls`.
        ca_root: String = "ca.crt",
    }
}

section! {
    /// The Service to which Falco sends its alerts.
    Service {
        /// Type of the Service.
        #[serde(rename = "type")]
        #[schemars(extend("enum" = ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]))]
        kind: Option<String> = Some("ClusterIP".to_owned()),
        /// The port of the Service. It leads to the port of `config.http.address`.
        port: Port = 8080,
        /// The port of every node, for a Service of type `NodePort` or `LoadBalancer`; Kubernetes chooses one if it is
        /// empty.
        #[schemars(extend("pattern" = "^$", "minimum" = 0))]
        node_port: Tested<TargetPort> = TargetPort::from(""),
    }
}

section! {
    /// The tests of `suite-run` and `suite-test`.
    Suite {
        /// Files that describe tests: a file name, and the text of the file.
        descriptions: Tested<BTreeMap<String, Exact<String>>> = BTreeMap::<String, Exact<String>>::new(),
        /// Name of a `ConfigMap` with such files, which takes the place of `descriptions` and must exist.
        existing_config_map: Tested<String> = "",
        /// Folder in the container that holds the files.
        description_dir: String = "/etc/event-generator/descriptions",
        /// Time that all tests may take, such as `1m`.
        timeout: String = "1m",
        /// How `suite-test` writes its report.
        #[schemars(extend("enum" = ["text", "json", "yaml"]))]
        report_format: String = "text",
        /// Whether `suite-test` does without Falco's alerts, like `suite-run`.
        skip_outcome_verification: Switch = false,
    }
}
