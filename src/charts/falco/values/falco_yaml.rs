//! Values that become falco.yaml: names, types and meanings are those of Falco 0.44. Sections of it are in
//! `falco_events`, `falco_outputs` and `falco_metrics`.

use crate::charts::kinds::{Exact, Object, Passed, Switch, Tested};
use crate::{options, section};

use super::falco_events::{
    BaseSyscalls, Capture, Engine, FalcoLibs, SyscallEventDrops, SyscallEventTimeouts,
};
use super::falco_metrics::{LibsLogger, Metrics, Webserver};
use super::falco_outputs::{
    AppendOutput, FileOutput, HttpOutput, Output, OutputsQueue, ProgramOutput,
};

section! {
    /// Falco's own configuration, which becomes falco.yaml.
    snake_case Falco {
        /// Further configuration files, and folders of them, that Falco reads after falco.yaml. An entry is a path, or
        /// a map of `path` and `strategy`, which says what wins.
        #[schemars(extend("items" = config_file()))]
        config_files: Passed<Vec<String>> = vec!["/etc/falco/config.d".to_owned()],
        /// Whether Falco starts anew when one of its configuration or rules files changes.
        watch_config_files: Passed<bool> = true,
        /// Rules files and folders of rules files, in the order of loading.
        rules_files: Passed<Vec<Passed<String>>> = [
            "/etc/falco/falco_rules.yaml",
            "/etc/falco/falco_rules.local.yaml",
            "/etc/falco/rules.d",
        ].map(Passed::from).to_vec(),
        /// Which rules are used, in the order of the entries. All that are enabled are, if it is not set.
        #[serde(skip_serializing_if = "Option::is_none")]
        rules: Option<Passed<Vec<Passed<RuleSelection>>>> = None::<Passed<Vec<Passed<RuleSelection>>>>,
        /// Where system calls come from. With `driver.enabled` the chart makes this section itself.
        #[serde(skip_serializing_if = "Option::is_none")]
        engine: Option<Passed<Engine>> = None::<Passed<Engine>>,
        /// Recording of the system calls around an alert, in files that `sysdig` and Stratoshark read.
        capture: Passed<Capture> = Capture::default(),
        /// Names of the plugins that are loaded. The chart adds those of `collectors`.
        load_plugins: Vec<Exact<String>> = Vec::<Exact<String>>::new(),
        /// The plugins that can be loaded, and their settings. The chart adds those of `collectors`.
        plugins: Vec<Plugin> = Vec::<Plugin>::new(),
        /// Whether plugins may see the node's /proc. The chart mounts it then, and with a driver in any case.
        plugins_hostinfo: Switch = true,
        /// Whether times are printed in ISO 8601, in UTC, and not in the local time zone.
        time_format_iso_8601: Passed<bool> = false,
        /// Whether buffers of system calls are printed in Base64, which keeps what cannot be printed.
        buffer_format_base64: Passed<bool> = false,
        /// Rules of a lower priority are not loaded.
        #[schemars(extend("x-any-case" = true, "enum" = [
            "emergency", "alert", "critical", "error", "warning", "notice", "informational", "info", "debug"
        ]))]
        priority: Passed<String> = "debug",
        /// Whether alerts are JSON, one object a line, and not text. Falcosidekick sets it to `true`.
        json_output: Passed<bool> = false,
        /// Whether JSON alerts hold the formatted text, with time and priority, as `output`. Falcosidekick sets it to
        /// `true`.
        json_include_output_property: Passed<bool> = true,
        /// Whether JSON alerts hold the formatted text, without time and priority, as `message`.
        json_include_message_property: Passed<bool> = false,
        /// Whether JSON alerts hold the fields of the output, each with its value, as `output_fields`.
        json_include_output_fields_property: Passed<bool> = true,
        /// Whether JSON alerts hold the tags of the rule as `tags`.
        json_include_tags_property: Passed<bool> = true,
        /// Whether alerts are buffered on their way out.
        buffered_outputs: Passed<bool> = false,
        /// Which rules raise an alert if several match an event: the `first` of them, or `all`.
        #[schemars(extend("x-any-case" = true, "enum" = ["first", "all"]))]
        rule_matching: Passed<String> = "first",
        /// The queue of alerts on their way out.
        outputs_queue: Passed<OutputsQueue> = OutputsQueue::default(),
        /// What is added to the output of rules.
        append_output: Passed<Vec<Passed<AppendOutput>>> = vec![Passed::from(AppendOutput::suggested())],
        /// Fields with fixed values, by name, such as that of the cluster. Rules have them as `static.NAME`, and so
        /// have alerts where `append_output` has `suggested_output`.
        #[serde(skip_serializing_if = "Option::is_none")]
        static_fields: Option<Passed<Object>> = None::<Passed<Object>>,
        /// Alerts to the standard output stream, which is the pod's log.
        stdout_output: Passed<Output> = Output::default(),
        /// Alerts to syslog.
        syslog_output: Passed<Output> = Output::default(),
        /// Alerts to a file.
        file_output: Passed<FileOutput> = FileOutput::default(),
        /// Alerts to an HTTP endpoint. Falcosidekick sets `enabled` and `url`.
        #[schemars(extend("x-needed" = true))]
        http_output: HttpOutput = HttpOutput::default(),
        /// Alerts to the standard input of a program.
        program_output: Passed<ProgramOutput> = ProgramOutput::default(),
        /// Falco's webserver, which answers probes and shows versions and metrics.
        #[schemars(extend("x-needed" = true))]
        webserver: Webserver = Webserver::default(),
        /// Whether Falco's own log goes to the standard error stream.
        log_stderr: Passed<bool> = true,
        /// Whether Falco's own log goes to syslog.
        log_syslog: Passed<bool> = true,
        /// The least important messages that Falco's own log holds.
        #[schemars(extend("enum" = ["emergency", "alert", "critical", "error", "warning", "notice", "info", "debug"]))]
        log_level: Passed<String> = "info",
        /// Messages of Falco's libraries in its own log.
        libs_logger: Passed<LibsLogger> = LibsLogger::default(),
        /// Time in milliseconds after which an output that has not taken an alert is mentioned in the log.
        output_timeout: Passed<i64> = 2000i64,
        /// What happens when no events come.
        syscall_event_timeouts: Passed<SyscallEventTimeouts> = SyscallEventTimeouts::default(),
        /// What happens when the kernel produces events faster than Falco reads them.
        syscall_event_drops: Passed<SyscallEventDrops> = SyscallEventDrops::default(),
        /// Metrics about Falco itself. If `metrics.enabled`, the chart sets all of it but `output_file`.
        #[serde(skip_serializing_if = "Option::is_none")]
        metrics: Option<Tested<Metrics>> = None::<Tested<Metrics>>,
        /// Which system calls the driver hands over.
        base_syscalls: Passed<BaseSyscalls> = BaseSyscalls::default(),
        /// Limits of what Falco's libraries keep of threads and events.
        falco_libs: Passed<FalcoLibs> = FalcoLibs::default(),
        /// Host name of the pods. It goes into falco.yaml, too, where Falco does not know it.
        #[serde(rename = "podHostname", skip_serializing_if = "Option::is_none")]
        pod_hostname: Option<Tested<String>> = None::<Tested<String>>,
    }
}

/// The schema of an entry of `config_files`.
fn config_file() -> serde_json::Value {
    serde_json::json!({
        "type": ["string", "object"],
        "required": ["path"],
        "additionalProperties": false,
        "properties": {
            "path": {"type": "string", "x-use": "passed", "description": "Path of the file or folder."},
            "strategy": {
                "type": "string",
                "x-use": "passed",
                "enum": ["append", "override", "add-only"],
                "description": "How the file is put over falco.yaml.",
            },
        },
        "x-use": "passed",
    })
}

options! {
    /// A choice of rules.
    snake_case RuleSelection {
        /// The rules that are used from here on.
        enable: Passed<RuleChoice>,
        /// The rules that are not used from here on.
        disable: Passed<RuleChoice>,
    }
}

options! {
    /// By what rules are chosen.
    snake_case RuleChoice {
        /// Name of the rule; `*` in it stands for any text.
        rule: Passed<String>,
        /// A tag of the rules.
        tag: Passed<String>,
    }
}

options! {
    /// A plugin that can be loaded.
    #[schemars(extend("required" = ["name", "library_path"]))]
    snake_case Plugin {
        /// Name of the plugin, by which `load_plugins` takes it.
        name: Exact<String>,
        /// The plugin's file, such as `libk8saudit.so`, in the folder of plugins.
        library_path: Passed<String>,
        /// The plugin's settings: a map, or a text, as the plugin has it.
        #[schemars(extend("type" = ["string", "object", "null"]))]
        init_config: Passed<Object>,
        /// What the plugin opens, such as the address at which it listens.
        open_params: Passed<String>,
    }
}
