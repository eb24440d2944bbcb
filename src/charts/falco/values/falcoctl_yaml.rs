//! Values that become falcoctl's configuration file: names, types and meanings are those of falcoctl 0.13.

use crate::charts::kinds::{Exact, Passed, Secret};
use crate::{options, section};

section! {
    /// falcoctl's own configuration.
    FalcoctlYaml {
        /// Indexes in which falcoctl looks up where an artifact of a plain name is.
        indexes: Passed<Vec<Passed<Index>>> = vec![Passed::from(Index::falcosecurity())],
        /// How artifacts are installed and kept up to date.
        #[schemars(extend("x-needed" = true))]
        artifact: Artifact = Artifact::default(),
        /// Which driver falcoctl installs. This does nothing here: the containers that read this file install no
        /// driver.
        #[serde(skip_serializing_if = "Option::is_none")]
        driver: Option<Passed<Driver>> = None::<Passed<Driver>>,
        /// How falcoctl logs in to OCI registries.
        #[serde(skip_serializing_if = "Option::is_none")]
        registry: Option<Passed<Registry>> = None::<Passed<Registry>>,
    }
}

options! {
    /// An index of artifacts.
    Index {
        /// Name of the index.
        name: Passed<String>,
        /// URL of the index.
        url: Passed<String>,
        /// How the index is fetched; that follows from the URL if it is not set.
        #[schemars(extend("enum" = ["https", "gcs", "file", "s3"]))]
        backend: Passed<String>,
    }
}

impl Index {
    /// The index of Falco's own rules and plugins.
    fn falcosecurity() -> Self {
        let url = "https://falcosecurity.github.io/falcoctl/index.yaml";
        Index {
            name: Some(Passed::from("falcosecurity")),
            url: Some(Passed::from(url)),
            backend: None,
        }
    }
}

section! {
    /// How artifacts are installed and kept up to date.
    Artifact {
        /// The types of artifacts that may be installed. What is of another type is refused.
        #[schemars(extend("items" = {"type": "string", "x-exact": true, "enum": ["rulesfile", "plugin", "asset"]}))]
        allowed_types: Vec<Exact<String>> = ["rulesfile", "plugin"].map(Exact::from).to_vec(),
        /// What the init container installs.
        #[schemars(extend("x-needed" = true))]
        install: Install = Install::default(),
        /// What the sidecar keeps up to date.
        #[schemars(extend("x-needed" = true))]
        follow: Follow = Follow::default(),
        /// Whether artifacts may be installed whose signatures are not verified.
        #[serde(skip_serializing_if = "Option::is_none")]
        no_verify: Option<Passed<bool>> = None::<Passed<bool>>,
    }
}

section! {
    /// What the init container installs.
    Install {
        /// Whether the artifacts on which others depend are installed, too.
        resolve_deps: Passed<bool> = true,
        /// Artifacts to install: a name with a version, such as `falco-rules:5`, or a reference in an OCI registry.
        refs: Vec<Exact<String>> = vec![Exact::from("falco-rules:5")],
        /// Folder in the container for rules. It is a volume that Falco shares.
        rulesfiles_dir: String = "/rulesfiles",
        /// Folder in the container for plugins. It is a volume that Falco shares.
        plugins_dir: String = "/plugins",
        /// Folder in the container in which falcoctl notes what is installed. It is a volume that the sidecar shares.
        state_dir: String = "/artifactstate",
        /// Folder in the container for artifacts of type `asset`.
        #[serde(skip_serializing_if = "Option::is_none")]
        assets_dir: Option<Passed<String>> = None::<Passed<String>>,
    }
}

section! {
    /// What the sidecar keeps up to date.
    Follow {
        /// Artifacts to keep up to date: a name with a version, such as `falco-rules:5`, or a reference in an OCI
        /// registry.
        refs: Passed<Vec<Passed<String>>> = vec![Passed::from("falco-rules:5")],
        /// Time between two looks for new versions, such as `168h`. `cron` may say it instead.
        every: Passed<String> = "168h",
        /// URL at which Falco tells its version. What does not fit that version is not installed.
        falcoversions: Passed<String> = "http://localhost:8765/versions",
        /// Folder in the container for rules. It is a volume that Falco shares.
        rulesfiles_dir: String = "/rulesfiles",
        /// Folder in the container for plugins. It is a volume that Falco shares.
        plugins_dir: String = "/plugins",
        /// Folder in the container in which falcoctl notes what is installed. It is a volume that the init container
        /// shares.
        state_dir: String = "/artifactstate",
        /// When to look for new versions, in the form of cron, such as `0 3 * * *`. `every` must be null for that.
        #[serde(skip_serializing_if = "Option::is_none")]
        cron: Option<Passed<String>> = None::<Passed<String>>,
        /// Whether the first look comes at once (`immediate`), after a random time (`jitter`), or when its turn comes
        /// (`skip`).
        #[schemars(extend("enum" = ["skip", "jitter", "immediate"]))]
        #[serde(skip_serializing_if = "Option::is_none")]
        startup_behavior: Option<Passed<String>> = None::<Passed<String>>,
        /// Folder in the container for artifacts of type `asset`.
        #[serde(skip_serializing_if = "Option::is_none")]
        assets_dir: Option<Passed<String>> = None::<Passed<String>>,
        /// Folder in the container for files that are being fetched.
        #[serde(skip_serializing_if = "Option::is_none")]
        tmp_dir: Option<Passed<String>> = None::<Passed<String>>,
    }
}

options! {
    /// Which driver falcoctl installs.
    Driver {
        /// The kinds of drivers, the first that fits the node.
        #[schemars(extend("items" = {"type": "string", "x-use": "passed", "enum": ["kmod", "modern_ebpf"]}))]
        #[serde(rename = "type")]
        kinds: Passed<Vec<String>>,
        /// Name of the driver.
        name: Passed<String>,
        /// URLs below which drivers are looked for.
        repos: Passed<Vec<Passed<String>>>,
        /// Version of the driver.
        version: Passed<String>,
        /// Folder in the container at which the root folder of the node is mounted.
        host_root: Passed<String>,
    }
}

options! {
    /// How falcoctl logs in to OCI registries.
    Registry {
        /// Where credentials are stored.
        creds: Passed<Credentials>,
        /// Credentials by registry.
        auth: Passed<Auth>,
    }
}

options! {
    /// Where credentials are stored.
    Credentials {
        /// Path of the file in the container, in the form of Docker's `config.json`.
        config: Passed<String>,
    }
}

options! {
    /// Credentials by registry.
    Auth {
        /// Registries that take a user name and a password.
        basic: Passed<Vec<Passed<BasicAuth>>>,
        /// Registries that take OAuth 2.0 client credentials.
        oauth: Passed<Vec<Passed<OauthAuth>>>,
        /// Registries that take the credentials which Google Cloud gives to the pod.
        gcp: Passed<Vec<Passed<GcpAuth>>>,
    }
}

options! {
    /// A registry that takes a user name and a password.
    BasicAuth {
        /// Host of the registry.
        registry: Passed<String>,
        /// Name of the user.
        user: Passed<String>,
        /// Password of the user.
        password: Passed<Secret>,
    }
}

options! {
    /// A registry that takes OAuth 2.0 client credentials.
    OauthAuth {
        /// Host of the registry.
        registry: Passed<String>,
        /// Secret of the client.
        client_secret: Passed<Secret>,
        /// ID of the client.
        #[serde(rename = "clientID")]
        client_id: Passed<String>,
        /// URL that gives tokens.
        #[serde(rename = "tokenURL")]
        token_url: Passed<String>,
    }
}

options! {
    /// A registry that takes the credentials which Google Cloud gives to the pod.
    GcpAuth {
        /// Host of the registry.
        registry: Passed<String>,
    }
}
