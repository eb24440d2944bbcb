//! Former names of options of falco.yaml: until the rewrite of the chart, version 2.0.0, they were in camel case.

use super::{IGNORED, SINCE_STABLE};
use crate::charts::{OtherKey, Versions};

/// The keys.
pub(super) const KEYS: &[OtherKey] = &[
    OtherKey::moved(
        "falco.bufferedOutputs",
        SINCE_STABLE,
        &["falco.buffered_outputs"],
    )
    .in_falco_yaml(IGNORED),
    OtherKey::changed(
        "falco.fileOutput",
        SINCE_STABLE,
        &["falco.file_output"],
        "use `falco.file_output`, where `keepAlive` is `keep_alive`",
    )
    .in_falco_yaml(IGNORED),
    OtherKey::changed(
        "falco.httpOutput",
        SINCE_STABLE,
        &["falco.http_output"],
        "use `falco.http_output`, where `userAgent` is `user_agent`",
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved(
        "falco.jsonIncludeOutputProperty",
        SINCE_STABLE,
        &["falco.json_include_output_property"],
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved(
        "falco.jsonIncludeTagsProperty",
        Versions::Former("from 1.16.0 to 1.19.4"),
        &["falco.json_include_tags_property"],
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved("falco.jsonOutput", SINCE_STABLE, &["falco.json_output"])
        .in_falco_yaml(IGNORED),
    OtherKey::moved(
        "falco.loadPlugins",
        Versions::Former("from 1.17.0 to 1.19.4"),
        &["falco.load_plugins"],
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved("falco.logLevel", SINCE_STABLE, &["falco.log_level"]).in_falco_yaml(IGNORED),
    OtherKey::moved("falco.logStderr", SINCE_STABLE, &["falco.log_stderr"]).in_falco_yaml(IGNORED),
    OtherKey::moved("falco.logSyslog", SINCE_STABLE, &["falco.log_syslog"]).in_falco_yaml(IGNORED),
    OtherKey::changed(
        "falco.programOutput",
        SINCE_STABLE,
        &["falco.program_output"],
        "use `falco.program_output`, where `keepAlive` is `keep_alive`; the image has had no \
         shell and no tools since 5.0.0, but those with an `image.tag` that ends in `-debian` \
         have",
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved("falco.rulesFile", SINCE_STABLE, &["falco.rules_files"]).in_falco_yaml(IGNORED),
    OtherKey::moved("falco.stdoutOutput", SINCE_STABLE, &["falco.stdout_output"])
        .in_falco_yaml(IGNORED),
    OtherKey::changed(
        "falco.syscallEventDrops",
        SINCE_STABLE,
        &["falco.syscall_event_drops"],
        "use `falco.syscall_event_drops`, where `maxBurst` is `max_burst`",
    )
    .in_falco_yaml(IGNORED),
    OtherKey::changed(
        "falco.syscallEventTimeouts",
        Versions::Former("from 1.17.0 to 1.19.4"),
        &["falco.syscall_event_timeouts"],
        "use `falco.syscall_event_timeouts`, where `maxConsecutives` is `max_consecutives`",
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved("falco.syslogOutput", SINCE_STABLE, &["falco.syslog_output"])
        .in_falco_yaml(IGNORED),
    OtherKey::moved(
        "falco.timeFormatISO8601",
        SINCE_STABLE,
        &["falco.time_format_iso_8601"],
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved(
        "falco.watchConfigFiles",
        Versions::Former("from 1.19.0 to 1.19.4"),
        &["falco.watch_config_files"],
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved(
        "falco.webserver.k8sHealthzEndpoint",
        Versions::Former("from 1.13.0 to 1.19.4"),
        &["falco.webserver.k8s_healthz_endpoint"],
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved(
        "falco.webserver.listenPort",
        SINCE_STABLE,
        &["falco.webserver.listen_port"],
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved(
        "falco.webserver.sslCertificate",
        Versions::Former("from 1.5.6 to 1.19.4"),
        &["falco.webserver.ssl_certificate"],
    )
    .in_falco_yaml(IGNORED),
    OtherKey::moved(
        "falco.webserver.sslEnabled",
        Versions::Former("from 1.5.6 to 1.19.4"),
        &["falco.webserver.ssl_enabled"],
    )
    .in_falco_yaml(IGNORED),
];
