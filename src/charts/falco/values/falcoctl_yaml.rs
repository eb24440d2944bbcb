//! Values that become falcoctl's configuration file.

use crate::charts::kinds::{Exact, Passed};
use crate::section;

section! {
    /// falcoctl's own configuration.
    FalcoctlYaml {
        /// Indexes in which falcoctl looks up where an artifact of a plain name is.
        indexes: Passed<Vec<Passed<Index>>> = vec![Passed::from(Index {
            name: Passed::from("falcosecurity"),
            url: Passed::from("https://falcosecurity.github.io/falcoctl/index.yaml"),
        })],
        /// How artifacts are installed and kept up to date.
        artifact: Artifact = Artifact::default(),
    }
}

section! {
    /// An index of artifacts.
    Index {
        /// Name of the index.
        name: Passed<String> = "",
        /// URL of the index.
        url: Passed<String> = "",
    }
}

section! {
    /// How artifacts are installed and kept up to date.
    Artifact {
        /// The types of artifacts that may be installed. What is of another type is refused.
        #[schemars(extend("items" = {"type": "string", "x-exact": true, "enum": ["rulesfile", "plugin", "asset"]}))]
        allowed_types: Vec<Exact<String>> = ["rulesfile", "plugin"].map(Exact::from).to_vec(),
        /// What the init container installs.
        install: Install = Install::default(),
        /// What the sidecar keeps up to date.
        follow: Follow = Follow::default(),
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
        /// Folder in the container in which falcoctl notes what is installed.
        state_dir: String = "/artifactstate",
    }
}

section! {
    /// What the sidecar keeps up to date.
    Follow {
        /// Artifacts to keep up to date: a name with a version, such as `falco-rules:5`, or a reference in an OCI
        /// registry.
        refs: Passed<Vec<Passed<String>>> = vec![Passed::from("falco-rules:5")],
        /// Time between two looks for new versions, such as `168h`.
        every: Passed<String> = "168h",
        /// URL at which Falco tells its version. What does not fit that version is not installed.
        falcoversions: Passed<String> = "http://localhost:8765/versions",
        /// Folder in the container for rules. It is a volume that Falco shares.
        rulesfiles_dir: String = "/rulesfiles",
        /// Folder in the container for plugins. It is a volume that Falco shares.
        plugins_dir: String = "/plugins",
        /// Folder in the container in which falcoctl notes what is installed.
        state_dir: String = "/artifactstate",
    }
}
