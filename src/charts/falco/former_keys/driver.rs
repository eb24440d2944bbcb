//! Former keys of the driver and of the collectors of metadata.

use super::SINCE_STABLE;
use crate::charts::{OtherKey, OtherValue, Versions};

const DOCKER: &[&str] = &["collectors.containerEngine.engines.docker"];
const CRI: &[&str] = &["collectors.containerEngine.engines.cri"];
const KUBERNETES: &[&str] = &["collectors.kubernetes.enabled"];

const USE_DOCKER: &str =
    "use `collectors.containerEngine.engines.docker`, where `sockets` is a list of paths";
const USE_CRI: &str = "use `collectors.containerEngine.engines.cri`, where `sockets` is a list \
    of paths, by default the usual ones of containerd and CRI-O";
const NO_GVISOR: &str = "Falco 0.44 cannot watch gVisor, and nothing takes its place; take it out";

const UNTIL_PLUGIN: Versions = Versions::Former("from 2.0.0 to 6.4.1");
const UNTIL_METACOLLECTOR: Versions = Versions::Former("from 2.0.0 to 3.8.7");

/// The keys.
pub(super) const KEYS: &[OtherKey] = &[
    OtherKey::changed("collectors.containerd", UNTIL_PLUGIN, CRI, USE_CRI),
    OtherKey::changed("collectors.crio", UNTIL_PLUGIN, CRI, USE_CRI),
    OtherKey::changed("collectors.docker", UNTIL_PLUGIN, DOCKER, USE_DOCKER),
    OtherKey::gone(
        "collectors.kubernetes.apiAuth",
        UNTIL_METACOLLECTOR,
        "take it out: the k8s-metacollector asks the API server, and does so with its own \
         service account",
    ),
    OtherKey::gone(
        "collectors.kubernetes.apiUrl",
        UNTIL_METACOLLECTOR,
        "take it out: the k8s-metacollector asks the API server, from inside the cluster",
    ),
    OtherKey::gone(
        "collectors.kubernetes.enableNodeFilter",
        UNTIL_METACOLLECTOR,
        "take it out: Falco always asks the k8s-metacollector for the metadata of its own node \
         only",
    ),
    OtherKey::changed(
        "containerd",
        Versions::Former("in stable/falco since 1.1.0, and in falcosecurity/falco until 1.19.4"),
        CRI,
        USE_CRI,
    ),
    OtherKey::changed(
        "cri",
        Versions::Former("in stable/falco until 1.0.12"),
        CRI,
        USE_CRI,
    ),
    OtherKey::changed(
        "crio",
        Versions::Former("from 1.18.0 to 1.19.4"),
        CRI,
        USE_CRI,
    ),
    OtherKey::changed("docker", SINCE_STABLE, DOCKER, USE_DOCKER),
    OtherKey::changed(
        "driver.ebpf",
        Versions::Former("from 2.0.0 to 8.0.5"),
        &["driver.kind", "driver.modernEbpf"],
        "Falco 0.44 has no legacy eBPF probe: set `driver.kind` to `modern_ebpf`, and move \
         `bufSizePreset`, `dropFailedExit`, `leastPrivileged` and `sysfsMount` to \
         `driver.modernEbpf`; `path` and `hostNetwork` have no counterpart",
    )
    .refused(),
    OtherKey::gone(
        "driver.gvisor",
        Versions::Former("from 4.0.0 to 8.0.5"),
        NO_GVISOR,
    )
    .refused(),
    OtherKey::gone(
        "driver.loader.initContainer.enabled",
        Versions::Former("from 2.0.0 to 2.5.5"),
        "take it out: `driver.loader.enabled` alone decides whether the init container is there",
    ),
    OtherKey::moved(
        "driver.modern_bpf",
        Versions::Former("from 3.3.0 to 3.8.7"),
        &["driver.modernEbpf"],
    ),
    OtherKey::changed(
        "ebpf",
        SINCE_STABLE,
        &["driver.kind"],
        "if it is enabled, set `driver.kind` to `modern_ebpf`, else to `kmod` or leave it at \
         `auto`; `path` and `settings` have no counterpart",
    ),
    OtherKey::gone("gvisor", Versions::Former("from 2.4.0 to 3.8.7"), NO_GVISOR),
    OtherKey::changed(
        "kubernetesSupport",
        Versions::Former("from 1.12.0 to 1.19.4"),
        KUBERNETES,
        "use `collectors.kubernetes.enabled`, which deploys the k8s-metacollector; what else is \
         below it has no counterpart",
    ),
    OtherKey::changed(
        "leastPrivileged",
        Versions::Former("from 1.17.2 to 1.19.4"),
        &["driver.modernEbpf.leastPrivileged"],
        "use `driver.modernEbpf.leastPrivileged`, itself true or false, with `modern_ebpf` as \
         `driver.kind`",
    ),
];

/// The kinds of drivers that the chart refuses.
pub const VALUES: &[OtherValue] = &[
    OtherValue {
        path: "driver.kind",
        value: "ebpf",
        versions: Versions::FormerOf("Falco", "until 0.43"),
        instead: "Falco 0.44 has no legacy eBPF probe: write `modern_ebpf`, or `auto` to leave \
        the choice to the driver loader",
    },
    OtherValue {
        path: "driver.kind",
        value: "gvisor",
        versions: Versions::FormerOf("Falco", "until 0.43"),
        instead: "Falco 0.44 cannot watch gVisor, and nothing takes its place; for nodes \
        without it write `auto`",
    },
];
