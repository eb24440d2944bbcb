//! Former options of falco.yaml: those that Falco itself has dropped, and those of the chart that never were Falco's.

use super::IGNORED;
use crate::charts::{OtherKey, Versions};

const NO_GRPC: &str = "take it out: Falco 0.44 has no gRPC server; send alerts by \
    `falco.http_output`, or deploy Falcosidekick with `falcosidekick.enabled`";
const NO_LIMIT: &str = "take it out: Falco has limited no rates of alerts since 0.37";
const NO_DOWNLOAD: &str = "take it out: Falco has not asked the API server for metadata since \
    0.37; `collectors.kubernetes.enabled` deploys the k8s-metacollector, which does";
const AUDIT: &str = "Falco's webserver takes no audit events now: load the k8saudit plugin in \
    `falco.plugins`, with the port and path in its `open_params`";
const SERVICES: &str = "add an item to `services`, which is the spec of a Service with a `name`";

const BUFFER: &[&str] = &[
    "driver.kmod.bufSizePreset",
    "driver.modernEbpf.bufSizePreset",
];
const FAILED: &[&str] = &[
    "driver.kmod.dropFailedExit",
    "driver.modernEbpf.dropFailedExit",
];

/// The keys.
pub(super) const KEYS: &[OtherKey] = &[
    OtherKey::changed(
        "falco.container_engines",
        Versions::Former("from 4.15.2 to 6.4.1"),
        &["collectors.containerEngine.engines"],
        "use `collectors.containerEngine.engines`, where `docker`, `podman`, `containerd` and \
         `cri` have lists of `sockets`",
    )
    .in_falco_yaml(IGNORED),
    OtherKey::gone(
        "falco.engine.ebpf",
        Versions::FormerOf("Falco", "from 0.37 to 0.43"),
        "take it out: Falco 0.44 has no legacy eBPF probe, and the chart writes `engine` from \
         `driver`",
    ),
    OtherKey::gone(
        "falco.engine.gvisor",
        Versions::FormerOf("Falco", "from 0.37 to 0.43"),
        "take it out: Falco 0.44 cannot watch gVisor, and the chart writes `engine` from `driver`",
    ),
    OtherKey::gone(
        "falco.grpc",
        Versions::Former("in stable/falco since 1.1.3, and in falcosecurity/falco until 8.0.5"),
        NO_GRPC,
    )
    .refused(),
    OtherKey::gone(
        "falco.grpcOutput",
        Versions::Former("in stable/falco since 1.1.3, and in falcosecurity/falco until 1.19.4"),
        NO_GRPC,
    )
    .in_falco_yaml(IGNORED),
    OtherKey::gone(
        "falco.grpc_output",
        Versions::Former("from 2.0.0 to 8.0.5"),
        NO_GRPC,
    )
    .refused(),
    OtherKey::moved(
        "falco.livenessProbe",
        Versions::Former("from 1.13.0 to 1.19.4"),
        &["healthChecks.livenessProbe"],
    )
    .in_falco_yaml(IGNORED),
    OtherKey::gone(
        "falco.metadataDownload",
        Versions::Former("from 1.16.0 to 1.19.4"),
        NO_DOWNLOAD,
    )
    .in_falco_yaml(IGNORED),
    OtherKey::gone(
        "falco.metadata_download",
        Versions::Former("from 2.0.0 to 3.8.7"),
        NO_DOWNLOAD,
    )
    .in_falco_yaml(IGNORED),
    OtherKey::changed(
        "falco.metrics",
        Versions::Former("from 3.2.0 to 6.4.1"),
        &["metrics"],
        "use `metrics`, where the names are in camel case, such as `outputRule`",
    )
    .in_falco_yaml("where `metrics` overwrites it as soon as `metrics.enabled` is true"),
    OtherKey::changed(
        "falco.modern_bpf",
        Versions::Former("from 3.1.0 to 3.8.7"),
        &["driver.modernEbpf.cpusForEachBuffer"],
        "its `cpus_for_each_syscall_buffer` is `driver.modernEbpf.cpusForEachBuffer`",
    )
    .in_falco_yaml(IGNORED),
    OtherKey::gone(
        "falco.outputs",
        Versions::Former("in stable/falco, and in falcosecurity/falco until 4.8.3"),
        NO_LIMIT,
    )
    .in_falco_yaml(IGNORED),
    OtherKey::gone(
        "falco.outputs_queue.recovery",
        Versions::Former("from 3.7.0 to 3.7.1"),
        "take it out: only Falco 0.36.0 could choose what to do when the queue is full",
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved(
        "falco.readinessProbe",
        Versions::Former("from 1.13.0 to 1.19.4"),
        &["healthChecks.readinessProbe"],
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved(
        "falco.rules_file",
        Versions::Former("from 2.0.0 to 4.7.0"),
        &["falco.rules_files"],
    )
    .in_falco_yaml("beside `rules_files`, and Falco does not start with both"),
    OtherKey::moved(
        "falco.syscall_buf_size_preset",
        Versions::Former("from 2.1.0 to 3.8.7"),
        BUFFER,
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved("falco.syscallBufSizePreset", Versions::None, BUFFER).in_falco_yaml(IGNORED),
    OtherKey::moved(
        "falco.syscall_drop_failed_exit",
        Versions::Former("from 3.2.0 to 3.8.7"),
        FAILED,
    )
    .in_falco_yaml(IGNORED),
    OtherKey::changed(
        "falco.webserver.clusterIP",
        Versions::Former("in stable/falco until 1.0.12"),
        &["services"],
        SERVICES,
    )
    .in_falco_yaml(IGNORED),
    OtherKey::changed(
        "falco.webserver.k8sAuditEndpoint",
        Versions::Former("in stable/falco, and in falcosecurity/falco until 1.18.6"),
        &["falco.plugins"],
        AUDIT,
    )
    .in_falco_yaml(IGNORED),
    OtherKey::changed(
        "falco.webserver.k8s_audit_endpoint",
        Versions::FormerOf("Falco", "until 0.31"),
        &["falco.plugins"],
        AUDIT,
    )
    .in_falco_yaml(IGNORED),
    OtherKey::changed(
        "falco.webserver.nodePort",
        Versions::Former("from 1.5.6 to 1.18.6"),
        &["services"],
        SERVICES,
    )
    .in_falco_yaml(IGNORED),
    OtherKey::gone("falco.rate", Versions::None, NO_LIMIT).in_falco_yaml(IGNORED),
    OtherKey::gone("falco.outputs_rate", Versions::None, NO_LIMIT).in_falco_yaml(IGNORED),
    OtherKey::gone("falco.outputs_max_burst", Versions::None, NO_LIMIT).in_falco_yaml(IGNORED),
];
