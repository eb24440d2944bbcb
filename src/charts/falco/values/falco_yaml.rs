//! Values that become falco.yaml: names, types and meanings are those of Falco 0.44. What says where alerts go is in
//! `falco_outputs`.

use crate::charts::kinds::{Exact, Object, Passed, Switch, Tested};
use crate::section;

use super::falco_outputs::{
    AppendOutput, FileOutput, HttpOutput, Output, OutputsQueue, ProgramOutput, Webserver,
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
        /// Fields with fixed values, by name, that each alert has, such as the name of the cluster.
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
        /// Metrics about Falco itself. The chart makes this section of `metrics`, if they are enabled there.
        #[serde(skip_serializing_if = "Option::is_none")]
        metrics: Option<Tested<Metrics>> = None::<Tested<Metrics>>,
        /// Which system calls the driver hands over.
        base_syscalls: Passed<BaseSyscalls> = BaseSyscalls::default(),
        /// Limits of what Falco's libraries keep of threads and events.
        falco_libs: Passed<FalcoLibs> = FalcoLibs::default(),
        /// Host name of the pods. It goes into falco.yaml, too, where Falco warns of it.
        #[serde(rename = "podHostname", skip_serializing_if = "Option::is_none")]
        pod_hostname: Option<Tested<String>> = None::<Tested<String>>,
    }
}

/// The schema of an entry of `config_files`.
fn config_file() -> serde_json::Value {
    serde_json::json!({
        "type": ["string", "object"],
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

section! {
    /// A choice of rules.
    snake_case RuleSelection {
        /// The rules that are used from here on.
        #[serde(skip_serializing_if = "Option::is_none")]
        enable: Option<Passed<RuleChoice>> = None::<Passed<RuleChoice>>,
        /// The rules that are not used from here on.
        #[serde(skip_serializing_if = "Option::is_none")]
        disable: Option<Passed<RuleChoice>> = None::<Passed<RuleChoice>>,
    }
}

section! {
    /// By what rules are chosen.
    snake_case RuleChoice {
        /// Name of the rule; `*` in it stands for any text.
        #[serde(skip_serializing_if = "Option::is_none")]
        rule: Option<Passed<String>> = None::<Passed<String>>,
        /// A tag of the rules.
        #[serde(skip_serializing_if = "Option::is_none")]
        tag: Option<Passed<String>> = None::<Passed<String>>,
    }
}

section! {
    /// Where system calls come from.
    snake_case Engine {
        /// The driver, or `replay` for a recording, or `nodriver` for none.
        #[schemars(extend("enum" = ["kmod", "modern_ebpf", "replay", "nodriver"]))]
        #[serde(skip_serializing_if = "Option::is_none")]
        kind: Option<Passed<String>> = None::<Passed<String>>,
        /// Settings of the kernel module.
        #[serde(skip_serializing_if = "Option::is_none")]
        kmod: Option<Passed<Kmod>> = None::<Passed<Kmod>>,
        /// Settings of the eBPF probe.
        #[serde(skip_serializing_if = "Option::is_none")]
        modern_ebpf: Option<Passed<ModernEbpf>> = None::<Passed<ModernEbpf>>,
        /// Settings of the recording.
        #[serde(skip_serializing_if = "Option::is_none")]
        replay: Option<Passed<Replay>> = None::<Passed<Replay>>,
    }
}

section! {
    /// Settings of the kernel module.
    snake_case Kmod {
        /// Size of the buffer that each CPU shares with Falco, from 1 (1 MiB) to 10 (512 MiB).
        #[serde(skip_serializing_if = "Option::is_none")]
        buf_size_preset: Option<Passed<i64>> = None::<Passed<i64>>,
        /// Whether system calls that failed are dropped in the kernel.
        #[serde(skip_serializing_if = "Option::is_none")]
        drop_failed_exit: Option<Passed<bool>> = None::<Passed<bool>>,
    }
}

section! {
    /// Settings of the eBPF probe.
    snake_case ModernEbpf {
        /// Size of each buffer shared with Falco, from 1 (1 MiB) to 10 (512 MiB).
        #[serde(skip_serializing_if = "Option::is_none")]
        buf_size_preset: Option<Passed<i64>> = None::<Passed<i64>>,
        /// Whether system calls that failed are dropped in the kernel.
        #[serde(skip_serializing_if = "Option::is_none")]
        drop_failed_exit: Option<Passed<bool>> = None::<Passed<bool>>,
        /// How many CPUs share a buffer; 0 is one buffer for all CPUs.
        #[serde(skip_serializing_if = "Option::is_none")]
        cpus_for_each_buffer: Option<Passed<i64>> = None::<Passed<i64>>,
        /// Whether Falco reads the state of running processes from /proc and not by iterators of eBPF.
        #[serde(skip_serializing_if = "Option::is_none")]
        disable_iterators: Option<Passed<bool>> = None::<Passed<bool>>,
    }
}

section! {
    /// Settings of a recording that is played.
    snake_case Replay {
        /// Path of the recording.
        #[serde(skip_serializing_if = "Option::is_none")]
        capture_file: Option<Passed<String>> = None::<Passed<String>>,
    }
}

section! {
    /// Recording of the system calls around an alert.
    snake_case Capture {
        /// Whether Falco records.
        enabled: Passed<bool> = false,
        /// What the paths of the recordings begin with.
        path_prefix: Passed<String> = "/tmp/falco",
        /// What is recorded: alerts of the `rules` that say so themselves, or of `all_rules`.
        #[schemars(extend("enum" = ["rules", "all_rules"]))]
        mode: Passed<String> = "rules",
        /// How long a recording goes on, in milliseconds, unless the rule says how long.
        #[schemars(range(min = 0))]
        default_duration: Passed<i64> = 5000i64,
        /// Size in MiB at which a recording ends; 0 is no limit.
        #[schemars(range(min = 0, max = 1_048_576))]
        #[serde(skip_serializing_if = "Option::is_none")]
        max_file_size_mb: Option<Passed<i64>> = None::<Passed<i64>>,
    }
}

section! {
    /// A plugin that can be loaded.
    snake_case Plugin {
        /// Name of the plugin, by which `load_plugins` takes it.
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<Exact<String>> = None::<Exact<String>>,
        /// The plugin's file, such as `libk8saudit.so`, in the folder of plugins.
        #[serde(skip_serializing_if = "Option::is_none")]
        library_path: Option<Passed<String>> = None::<Passed<String>>,
        /// The plugin's settings: a map, or a text, as the plugin has it.
        #[schemars(extend("type" = ["string", "object", "null"]))]
        #[serde(skip_serializing_if = "Option::is_none")]
        init_config: Option<Passed<Object>> = None::<Passed<Object>>,
        /// What the plugin opens, such as the address at which it listens.
        #[serde(skip_serializing_if = "Option::is_none")]
        open_params: Option<Passed<String>> = None::<Passed<String>>,
    }
}

section! {
    /// Messages of Falco's libraries in its own log.
    snake_case LibsLogger {
        /// Whether they are there.
        enabled: Passed<bool> = true,
        /// The least important of them.
        #[schemars(extend("enum" = [
            "fatal", "critical", "error", "warning", "notice", "info", "debug", "trace"
        ]))]
        severity: Passed<String> = "info",
    }
}

section! {
    /// What happens when no events come.
    snake_case SyscallEventTimeouts {
        /// How many times in a row there may be none before that is mentioned in the log.
        max_consecutives: Passed<i64> = 1000i64,
    }
}

section! {
    /// What happens when the kernel produces events faster than Falco reads them.
    snake_case SyscallEventDrops {
        /// The share of lost events, from 0 to 1, from which on something happens; 0 is any.
        #[schemars(range(min = 0, max = 1))]
        threshold: Passed<f64> = 0.1,
        /// What to do: `ignore`, `log` a message, `alert`, or `exit`. Alerts need `priority: debug`.
        #[schemars(extend("items" = {"type": "string", "x-use": "passed", "enum": ["ignore", "log", "alert", "exit"]}))]
        actions: Passed<Vec<Passed<String>>> = ["log", "alert"].map(Passed::from).to_vec(),
        /// How many such messages a second, on average.
        rate: Passed<f64> = 0.03333,
        /// How many such messages at once.
        max_burst: Passed<i64> = 1i64,
        /// Whether to act as if events were lost, to try it out.
        simulate_drops: Passed<bool> = false,
    }
}

section! {
    /// Metrics about Falco itself.
    snake_case Metrics {
        /// Whether Falco has metrics.
        #[serde(skip_serializing_if = "Option::is_none")]
        enabled: Option<Passed<bool>> = None::<Passed<bool>>,
        /// Time between two measurements, such as `1h30m`.
        #[serde(skip_serializing_if = "Option::is_none")]
        interval: Option<Passed<String>> = None::<Passed<String>>,
        /// Whether the metrics are alerts, too.
        #[serde(skip_serializing_if = "Option::is_none")]
        output_rule: Option<Passed<bool>> = None::<Passed<bool>>,
        /// File to which the metrics are written, one JSON object a line.
        #[serde(skip_serializing_if = "Option::is_none")]
        output_file: Option<Passed<String>> = None::<Passed<String>>,
        /// Whether to count the alerts of each rule.
        #[serde(skip_serializing_if = "Option::is_none")]
        rules_counters_enabled: Option<Passed<bool>> = None::<Passed<bool>>,
        /// Whether to measure the use of CPU and memory.
        #[serde(skip_serializing_if = "Option::is_none")]
        resource_utilization_enabled: Option<Passed<bool>> = None::<Passed<bool>>,
        /// Whether to count what happens in Falco's tables.
        #[serde(skip_serializing_if = "Option::is_none")]
        state_counters_enabled: Option<Passed<bool>> = None::<Passed<bool>>,
        /// Whether to count the events of the kernel.
        #[serde(skip_serializing_if = "Option::is_none")]
        kernel_event_counters_enabled: Option<Passed<bool>> = None::<Passed<bool>>,
        /// Whether they are counted by CPU, too.
        #[serde(skip_serializing_if = "Option::is_none")]
        kernel_event_counters_per_cpu_enabled: Option<Passed<bool>> = None::<Passed<bool>>,
        /// Whether to measure how often each eBPF program runs, and how long.
        #[serde(skip_serializing_if = "Option::is_none")]
        libbpf_stats_enabled: Option<Passed<bool>> = None::<Passed<bool>>,
        /// Whether plugins add metrics of their own.
        #[serde(skip_serializing_if = "Option::is_none")]
        plugins_metrics_enabled: Option<Passed<bool>> = None::<Passed<bool>>,
        /// Whether to count the events of the kernel's iterators.
        #[serde(skip_serializing_if = "Option::is_none")]
        kernel_iter_event_counters_enabled: Option<Passed<bool>> = None::<Passed<bool>>,
        /// Whether to measure the memory allocator jemalloc.
        #[serde(skip_serializing_if = "Option::is_none")]
        jemalloc_stats_enabled: Option<Passed<bool>> = None::<Passed<bool>>,
        /// Whether memory is counted in megabytes.
        #[serde(skip_serializing_if = "Option::is_none")]
        convert_memory_to_mb: Option<Passed<bool>> = None::<Passed<bool>>,
        /// Whether metrics that are 0 are there.
        #[serde(skip_serializing_if = "Option::is_none")]
        include_empty_values: Option<Passed<bool>> = None::<Passed<bool>>,
    }
}

section! {
    /// Which system calls the driver hands over.
    snake_case BaseSyscalls {
        /// System calls to hand over besides those that rules need, or instead of those that Falco itself needs; with
        /// `!` in front, those that are not.
        custom_set: Passed<Vec<Passed<String>>> = Vec::<Passed<String>>::new(),
        /// Whether Falco adds the fewest system calls with which it still knows processes and connections.
        repair: Passed<bool> = false,
        /// Whether rules may use all system calls, even those such as `write` that come so often that they cost much.
        all: Passed<bool> = false,
    }
}

section! {
    /// Limits of what Falco's libraries keep of threads and events.
    snake_case FalcoLibs {
        /// How many threads Falco knows at once.
        thread_table_size: Passed<i64> = 262_144i64,
        /// Seconds between two searches for threads that are gone.
        thread_table_auto_purging_interval_s: Passed<i64> = 300i64,
        /// Seconds without an event after which a search looks whether a thread is gone.
        thread_table_auto_purging_thread_timeout_s: Passed<i64> = 300i64,
        /// How many bytes of each buffer that is read or written an event holds.
        snaplen: Passed<i64> = 80i64,
    }
}
