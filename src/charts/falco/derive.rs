//! What the chart's templates see.

use super::driver;
use super::{
    CHART, artifacts, certificates, configuration, containers, dashboard, environment, images,
    loaded_plugins, monitor, pod, services, unread,
};
use crate::charts::names as shared_names;
use crate::charts::text::join;
use crate::charts::{Derivation, labels, rules_files};
use crate::checks::values::invalid_value;
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::{Kind, Node, Origin, Path};

/// Reports a kind of controller for which the chart makes nothing: Falco would not run anywhere.
fn check_controller(values: &Node, diagnostics: &mut Diagnostics) {
    const KINDS: [&str; 2] = ["daemonset", "deployment"];
    let path = ["controller", "kind"];
    let kind = needed(values, &path, diagnostics);
    if !kind.is_null() && !kind.as_text().is_some_and(|kind| KINDS.contains(&kind)) {
        let path = Path::keys(path);
        diagnostics.push_once(invalid_value::refused(&path, kind, &KINDS));
    }
}

/// Everything that the templates may name.
pub fn derive(input: &Derivation<'_>, diagnostics: &mut Diagnostics) -> Node {
    let driver = driver::driver(input.values, diagnostics);
    let driver = driver.as_ref();
    let release = input.release;
    let fullname = shared_names::fullname(input.values, release, CHART.name);
    let namespace = shared_names::namespace(input.values, release);
    let values = configuration::configured(input, driver, &fullname, diagnostics);
    unread::check(input.values, diagnostics);
    loaded_plugins::check(&values, diagnostics);
    certificates::check_complete(&values, diagnostics);
    certificates::check_namespace(&values, &namespace, release, diagnostics);
    check_controller(&values, diagnostics);
    let common = labels::common(&values, release, &CHART);
    let selector = labels::selector(&values, release, &CHART);
    let service_account = shared_names::service_account(&values, &fullname);
    let rules = rules_files::of_custom_rules(&values, &fullname, input.sources, diagnostics);
    let certificates = certificates::certificates(&values, &fullname);
    let section = |path: &[&str]| values.at(path).cloned();
    let document = |path: &[&str]| {
        let section = section(path).unwrap_or_else(Node::null);
        Node::new(Kind::Document(section.into()), Origin::Program)
    };
    Node::map([
        ("release", release.as_node()),
        ("chart", Node::map([("name", Node::constant(CHART.name))])),
        ("images", images::images(&values, driver, diagnostics)),
        (
            "environment",
            environment::environment(input, &values, driver, diagnostics),
        ),
        (
            "pod_labels",
            selector.merged(section(&["podLabels"]).as_ref()),
        ),
        ("pod_annotations", pod::annotations(&values, driver)),
        (
            "workload_labels",
            common.merged(section(&["controller", "labels"]).as_ref()),
        ),
        (
            "metrics_labels",
            services::metrics_labels(&values, &common, diagnostics),
        ),
        (
            "hostname",
            section(&["falco", "podHostname"]).unwrap_or_else(Node::null),
        ),
        ("security_context", pod::security_context(&values, driver)),
        ("disabled_source", pod::disabled_source(&values)),
        ("webserver", pod::webserver(&values, diagnostics)),
        ("mounts_proc", pod::mounts_proc(&values, driver)),
        ("initialises", pod::initialises(&values, driver)),
        ("driver", pod::driver(driver)),
        ("sockets", containers::sockets(&values, driver)),
        ("artifacts", artifacts::artifacts(&values, diagnostics)),
        (
            "services",
            services::services(&values, &fullname, &selector, diagnostics),
        ),
        (
            "monitor",
            monitor::monitor(input, &values, &namespace, &common, &selector, diagnostics),
        ),
        ("dashboard", dashboard::dashboard(&values, &common)),
        (
            "on_openshift",
            Node::bool(
                input.capabilities.has_version("security.openshift.io/v1"),
                Origin::Program,
            ),
        ),
        (
            "account_user",
            join([
                &Node::constant("system:serviceaccount:"),
                &namespace,
                &Node::constant(":"),
                &service_account,
            ]),
        ),
        (
            "rules",
            Node::map([
                ("config_maps", rules_files::as_node(&rules)),
                ("volume", rules_files::custom_rules_volume(&rules)),
            ]),
        ),
        ("falco_yaml", document(&["falco"])),
        ("falcoctl_yaml", document(&["falcoctl", "config"])),
        ("certificates", certificates),
        ("labels", common),
        ("selector_labels", selector),
        ("service_account", service_account),
        ("fullname", fullname),
        ("namespace", namespace),
        ("values", values),
    ])
}
