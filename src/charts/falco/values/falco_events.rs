//! Values of falco.yaml that say where events come from, and what becomes of them before rules see them.

use crate::charts::kinds::Passed;
use crate::{options, section};

options! {
    /// Where system calls come from.
    snake_case Engine {
        /// The driver, or `replay` for a recording, or `nodriver` for none.
        #[schemars(extend("enum" = ["kmod", "modern_ebpf", "replay", "nodriver"]))]
        kind: Passed<String>,
        /// Settings of the kernel module.
        kmod: Passed<Kmod>,
        /// Settings of the eBPF probe.
        modern_ebpf: Passed<ModernEbpf>,
        /// Settings of the recording.
        replay: Passed<Replay>,
    }
}

options! {
    /// Settings of the kernel module.
    snake_case Kmod {
        /// Size of the buffer that each CPU shares with Falco, from 1 (1 MiB) to 10 (512 MiB).
        buf_size_preset: Passed<i64>,
        /// Whether system calls that failed are dropped in the kernel.
        drop_failed_exit: Passed<bool>,
    }
}

options! {
    /// Settings of the eBPF probe.
    snake_case ModernEbpf {
        /// Size of each buffer shared with Falco, from 1 (1 MiB) to 10 (512 MiB).
        buf_size_preset: Passed<i64>,
        /// Whether system calls that failed are dropped in the kernel.
        drop_failed_exit: Passed<bool>,
        /// How many CPUs share a buffer; 0 is one buffer for all CPUs.
        cpus_for_each_buffer: Passed<i64>,
        /// Whether Falco reads the state of running processes from /proc and not by iterators of eBPF.
        disable_iterators: Passed<bool>,
    }
}

options! {
    /// Settings of a recording that is played.
    snake_case Replay {
        /// Path of the recording.
        capture_file: Passed<String>,
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
