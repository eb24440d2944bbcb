//! Values of the driver by which Falco sees what happens in the kernel.

use super::pods::Image;
use crate::charts::kinds::{Exact, Object, Passed, Switch, Templated, Tested};
use crate::section;

section! {
    /// The driver by which Falco sees what happens in the kernel.
    Driver {
        /// Whether Falco reads system calls. Switch it off if all events come from plugins.
        enabled: Switch = true,
        /// Which driver: `kmod` is the kernel module, `modern_ebpf` the eBPF probe, and `auto` the one of them that
        /// fits the node. `module` and `modern-bpf` are older names of the first two.
        #[schemars(extend("x-checked" = true, "enum" = ["auto", "kmod", "modern_ebpf", "module", "modern-bpf"]))]
        kind: Exact<String> = "auto",
        /// Folder of the node that is mounted for `auto` and `modern_ebpf`, if `modernEbpf.sysfsMount`: one below
        /// which the kernel's tracing files are, such as /sys/kernel/tracing.
        sysfs_mount_path: String = "/sys/kernel",
        /// Settings of the kernel module.
        kmod: Kmod = Kmod::default(),
        /// Settings of the eBPF probe.
        modern_ebpf: ModernEbpf = ModernEbpf::default(),
        /// The init container that finds or builds the driver and loads it. The kind `modern_ebpf` needs none.
        loader: Loader = Loader::default(),
    }
}

section! {
    /// Settings of the kernel module.
    Kmod {
        /// Size of the buffer that each CPU shares with Falco, from 1 (1 MiB) to 10 (512 MiB); 4 is 8 MiB.
        buf_size_preset: Passed<i64> = 4i64,
        /// Whether system calls that failed are dropped in the kernel, before Falco sees them.
        drop_failed_exit: Passed<bool> = false,
    }
}

section! {
    /// Settings of the eBPF probe.
    ModernEbpf {
        /// Whether the Falco container is given the capabilities `BPF`, `SYS_RESOURCE`, `PERFMON` and `SYS_PTRACE`, and
        /// is not privileged. Only with the kind `modern_ebpf`.
        least_privileged: Switch = false,
        /// Size of each buffer shared with Falco, from 1 (1 MiB) to 10 (512 MiB); 4 is 8 MiB.
        buf_size_preset: Passed<i64> = 4i64,
        /// Whether system calls that failed are dropped in the kernel, before Falco sees them.
        drop_failed_exit: Passed<bool> = false,
        /// How many CPUs share a buffer; 0 is one buffer for all CPUs.
        cpus_for_each_buffer: Passed<i64> = 2i64,
        /// Whether Falco reads the state of running processes from /proc and not by iterators of eBPF.
        disable_iterators: Passed<bool> = false,
        /// Whether `driver.sysfsMountPath` of the node is mounted into the Falco container.
        sysfs_mount: Switch = true,
    }
}

section! {
    /// The init container that finds or builds the driver and loads it.
    Loader {
        /// Whether there is one.
        enabled: Switch = true,
        /// Settings of the container.
        init_container: InitContainer = InitContainer::default(),
    }
}

section! {
    /// Settings of the loader's container.
    InitContainer {
        /// The container image of the loader.
        image: Image = Image::driver_loader(),
        /// Environment variables, as a list of Kubernetes' `EnvVar` or a text that makes one. Go templates in it are
        /// evaluated.
        env: Templated = Templated::default(),
        /// Arguments put in front of the kind of the driver on the loader's command line.
        args: Tested<Vec<String>> = Vec::<String>::new(),
        /// Resources of the container, as Kubernetes' `ResourceRequirements`.
        resources: Tested<Object> = Object::new(),
        /// Security settings of the container, as Kubernetes' `SecurityContext`. They take the place of the chart's
        /// own, by which it is privileged, as loading a kernel module needs.
        security_context: Tested<Object> = Object::new(),
    }
}
