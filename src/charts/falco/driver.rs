//! The driver by which Falco gets events from the kernel (chart file templates/_helpers.tpl).

use crate::checks::values::{deprecated_value, invalid_value, value_without_effect};
use crate::diagnostic::{Diagnostics, Severity};
use crate::yaml::{Node, Origin, Path};

/// A kind of driver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The kernel module.
    Kmod,
    /// The eBPF probe that is part of Falco.
    ModernEbpf,
    /// Whichever of the two the node can run; the loader finds out.
    Auto,
}

impl Kind {
    const NAMES: [(&str, Kind); 3] = [
        ("kmod", Kind::Kmod),
        ("modern_ebpf", Kind::ModernEbpf),
        ("auto", Kind::Auto),
    ];
    /// Former names that the chart still takes.
    const ALIASES: [(&str, Kind); 2] = [("module", Kind::Kmod), ("modern-bpf", Kind::ModernEbpf)];

    /// Its name in the values of the loader, and in falco.yaml.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Kmod => "kmod",
            Kind::ModernEbpf => "modern_ebpf",
            Kind::Auto => "auto",
        }
    }

    fn named(names: &[(&str, Kind)], name: &str) -> Option<Kind> {
        names
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, kind)| *kind)
    }
}

/// The driver that is on.
#[derive(Clone, Copy, Debug)]
pub struct Driver<'a> {
    /// Its kind.
    pub kind: Kind,
    /// The values below `driver`.
    values: &'a Node,
}

/// The driver, unless it is off. A kind that the chart refuses is reported, and so is a former name of one.
pub fn driver<'a>(values: &'a Node, diagnostics: &mut Diagnostics) -> Option<Driver<'a>> {
    let driver = values.get("driver")?;
    let enabled = driver.get("enabled").is_some_and(Node::is_true);
    let given = driver.get("kind")?;
    let name = given.as_text().unwrap_or_default();
    let path = Path::keys(["driver", "kind"]);
    if let Some(kind) = Kind::named(&Kind::ALIASES, name) {
        diagnostics.push(deprecated_value::alias(&path, given, kind.name()));
    }
    let kind = Kind::named(&Kind::NAMES, name).or_else(|| Kind::named(&Kind::ALIASES, name));
    if kind.is_none() && !diagnostics.has_error_at(given.origin.span()) {
        let names = Kind::NAMES.map(|(name, _)| name);
        let aliases = Kind::ALIASES.map(|(name, _)| name);
        let unknown = invalid_value::driver(given, &names, &aliases);
        // The chart refuses it only if the driver is on.
        let severity = if enabled {
            Severity::Error
        } else {
            Severity::Warning
        };
        diagnostics.push_once(unknown.severity(severity));
    }
    let driver = kind.filter(|_| enabled).map(|kind| Driver {
        kind,
        values: driver,
    })?;
    driver.check_privileges(diagnostics);
    Some(driver)
}

impl Driver<'_> {
    /// Whether an init container gets the driver ready before Falco starts. The modern probe needs none.
    pub fn has_loader(&self) -> bool {
        self.kind != Kind::ModernEbpf && self.is_loader_enabled()
    }

    /// Whether the values ask for that init container.
    pub fn is_loader_enabled(&self) -> bool {
        self.is_set(&["loader", "enabled"])
    }

    /// Whether the node's path `driver.sysfsMountPath` is mounted.
    pub fn mounts_sysfs(&self) -> bool {
        self.kind != Kind::Kmod && self.is_set(&["modernEbpf", "sysfsMount"])
    }

    /// Whether Falco runs with a few capabilities instead of all privileges.
    pub fn is_least_privileged(&self) -> bool {
        self.kind == Kind::ModernEbpf && self.is_set(&["modernEbpf", "leastPrivileged"])
    }

    /// Warns of privileges that stay, though the values say that few are enough.
    fn check_privileges(&self, diagnostics: &mut Diagnostics) {
        let path = ["modernEbpf", "leastPrivileged"];
        let asked = self.values.at(&path).filter(|asked| asked.is_true());
        if let Some(asked) = asked.filter(|_| self.kind != Kind::ModernEbpf) {
            let path = Path::keys(["driver", path[0], path[1]]);
            let reason = "with this kind of driver the Falco container has all privileges";
            let help = "set `driver.kind` to `modern_ebpf`, or take this out";
            diagnostics.push(value_without_effect::idle(&path, asked, reason, help));
        }
    }

    /// Whether the kernel module may be what runs.
    pub fn may_be_module(&self) -> bool {
        self.kind != Kind::ModernEbpf
    }

    /// Where the kind is written.
    pub fn origin(&self) -> Origin {
        let kind = self.values.get("kind");
        kind.map_or(Origin::Program, |kind| kind.origin.clone())
    }

    /// The section `engine` of falco.yaml.
    pub fn engine(&self) -> Node {
        let kmod = self.options(
            "kmod",
            &[
                ("buf_size_preset", "bufSizePreset"),
                ("drop_failed_exit", "dropFailedExit"),
            ],
        );
        let modern_ebpf = self.options(
            "modernEbpf",
            &[
                ("buf_size_preset", "bufSizePreset"),
                ("drop_failed_exit", "dropFailedExit"),
                ("cpus_for_each_buffer", "cpusForEachBuffer"),
                ("disable_iterators", "disableIterators"),
            ],
        );
        let kind = |name: &str| ("kind", Node::text(name, self.origin()));
        let engine = match self.kind {
            Kind::Kmod => vec![kind("kmod"), ("kmod", kmod)],
            Kind::ModernEbpf => vec![kind("modern_ebpf"), ("modern_ebpf", modern_ebpf)],
            // The loader rewrites the kind where it finds that the node cannot run the probe.
            Kind::Auto => vec![
                kind("modern_ebpf"),
                ("kmod", kmod),
                ("modern_ebpf", modern_ebpf),
            ],
        };
        Node {
            origin: self.origin(),
            ..Node::map(engine)
        }
    }

    fn options(&self, section: &str, options: &[(&'static str, &str)]) -> Node {
        let section = self.values.get(section);
        Node::map(options.iter().map(|(option, key)| {
            let value = section.and_then(|section| section.get(key));
            (*option, value.cloned().unwrap_or_else(Node::null))
        }))
    }

    fn is_set(&self, path: &[&str]) -> bool {
        self.values.at(path).is_some_and(Node::is_true)
    }
}

#[cfg(test)]
mod tests {
    use crate::charts::falco::tests::said;

    #[test]
    fn only_the_probe_runs_with_few_privileges() {
        let values =
            |kind| format!("driver: {{kind: {kind}, modernEbpf: {{leastPrivileged: true}}}}");
        for kind in ["auto", "kmod"] {
            assert_eq!(
                said(&values(kind)),
                ["warning: `driver.modernEbpf.leastPrivileged` has no effect"],
                "{kind}"
            );
        }
        assert_eq!(said(&values("modern_ebpf")), [""; 0]);
    }
}
