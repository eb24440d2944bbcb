//! The pods of Falco (chart file templates/pod-template.tpl).

use super::driver::Driver;
use super::lists::has_text;
use crate::charts::rules_files;
use crate::charts::text::digest;
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::{Node, Origin};

/// What the templates see of the driver: whether it is `on`, its `kind`, whether a `loader` gets it ready, whether it
/// may be a `module`, whether `sysfs` is mounted, and whether Falco itself `reads_node`, for want of a loader.
pub fn driver(driver: Option<&Driver<'_>>) -> Node {
    let origin = driver.map_or(Origin::Program, Driver::origin);
    let fact = |is: Option<bool>| Node::bool(is.unwrap_or_default(), Origin::Program);
    let kind = driver.map_or_else(Node::null, |driver| {
        Node::text(driver.kind.name(), origin.clone())
    });
    Node::map([
        ("on", fact(driver.map(|_| true))),
        ("kind", kind),
        ("loader", fact(driver.map(Driver::has_loader))),
        ("module", fact(driver.map(Driver::may_be_module))),
        ("sysfs", fact(driver.map(Driver::mounts_sysfs))),
        (
            "reads_node",
            fact(driver.map(|driver| !driver.is_loader_enabled())),
        ),
    ])
}

/// The annotations of the pods: digests of what they read when they start, so that a change of it replaces them, and
/// the user's own.
pub fn annotations(values: &Node, driver: Option<&Driver<'_>>) -> Node {
    let part = |path: &[&str]| values.at(path).cloned().unwrap_or_else(Node::null);
    let mut annotations = vec![
        ("checksum/config", digest(&part(&["falco"]))),
        ("checksum/rules", rules_files::custom_rules_digest(values)),
    ];
    if !part(&["certs", "existingSecret"]).is_true() {
        annotations.push(("checksum/certs", digest(&part(&["certs"]))));
    }
    let mut annotations: Vec<_> = annotations
        .into_iter()
        .map(|(key, digest)| (key, Node::constant(digest)))
        .collect();
    if driver.is_some_and(Driver::is_least_privileged) {
        let profile = "container.apparmor.security.beta.kubernetes.io/falco";
        annotations.push((profile, Node::constant("unconfined")));
    }
    Node::map(annotations).merged(values.get("podAnnotations"))
}

/// The security context of the Falco container: the user's own, or what the driver needs.
pub fn security_context(values: &Node, driver: Option<&Driver<'_>>) -> Node {
    let own = values.get("containerSecurityContext");
    if let Some(own) = own.filter(|own| own.is_true()) {
        return own.clone();
    }
    let Some(driver) = driver else {
        return Node::map::<&str>([]);
    };
    if driver.is_least_privileged() {
        let needed = ["BPF", "SYS_RESOURCE", "PERFMON", "SYS_PTRACE"].map(Node::constant);
        let capabilities = Node::map([("add", Node::list(needed))]);
        return Node::map([("capabilities", capabilities)]);
    }
    Node::map([("privileged", Node::bool(true, driver.origin()))])
}

/// The event source that Falco must not open, since nothing makes its events: without a driver, and unless an argument
/// says that a program in user space makes them.
pub fn disabled_source(values: &Node) -> Node {
    let arguments = values.at(&["extra", "args"]);
    let from_userspace = ["-u", "--userspace"]
        .iter()
        .any(|argument| has_text(arguments, argument));
    match values.at(&["driver", "enabled"]) {
        Some(enabled) if enabled.is_true() => Node::null(),
        _ if from_userspace => Node::null(),
        enabled => {
            let origin = enabled.map_or(Origin::Program, |enabled| enabled.origin.clone());
            Node::text("syscall", origin)
        }
    }
}

/// The webserver as the probes reach it: `port`, `path` and `scheme`; null if it is off.
pub fn webserver(values: &Node, diagnostics: &mut Diagnostics) -> Node {
    let is_on = |key| {
        let switch = values.at(&["falco", "webserver", key]);
        switch.is_some_and(Node::is_true)
    };
    if !is_on("enabled") {
        return Node::null();
    }
    let mut setting = |key| needed(values, &["falco", "webserver", key], diagnostics).clone();
    let scheme = if is_on("ssl_enabled") {
        Node::constant("HTTPS")
    } else {
        Node::null()
    };
    Node::map([
        ("port", setting("listen_port")),
        ("path", setting("k8s_healthz_endpoint")),
        ("scheme", scheme),
    ])
}

/// Whether the node's /proc is mounted.
pub fn mounts_proc(values: &Node, driver: Option<&Driver<'_>>) -> Node {
    let hostinfo = values.at(&["falco", "plugins_hostinfo"]);
    let needed = driver.is_some() || hostinfo.is_some_and(Node::is_true);
    Node::bool(needed, Origin::Program)
}

/// Whether there is any init container.
pub fn initialises(values: &Node, driver: Option<&Driver<'_>>) -> Node {
    let is_set = |path: &[&str]| values.at(path).is_some_and(Node::is_true);
    let any = is_set(&["extra", "initContainers"])
        || is_set(&["falcoctl", "artifact", "install", "enabled"])
        || driver.is_some_and(Driver::has_loader);
    Node::bool(any, Origin::Program)
}
