//! What the chart's templates see.

use super::command::Command;
use super::{CHART, actions, unused};
use crate::charts::image::image;
use crate::charts::text::{join, text};
use crate::charts::{Derivation, labels, names};
use crate::diagnostic::Diagnostics;
use crate::yaml::{Node, Origin};

/// Everything that the templates may name.
pub fn derive(input: &Derivation<'_>, diagnostics: &mut Diagnostics) -> Node {
    let (values, release) = (input.values, input.release);
    let command = Command::new(values);
    command.check(diagnostics);
    actions::check(values, diagnostics);
    unused::check(values, &command, diagnostics);
    let fullname = names::fullname(values, release, CHART.name);
    let part_of = Node::map([("app.kubernetes.io/part-of", names::name(values, CHART.name))]);
    let labels = labels::common(values, release, &CHART).merged(Some(&part_of));
    let selector = labels::selector(values, release, &CHART).merged(Some(&part_of));
    Node::map([
        ("release", release.as_node()),
        ("chart", Node::map([("name", Node::constant(CHART.name))])),
        ("command", facts(&command, diagnostics)),
        ("image", image(values, &["image"], &CHART, diagnostics)),
        ("security_context", security_context(values, &command)),
        ("descriptions", descriptions(values, &fullname)),
        ("labels", labels),
        ("selector_labels", selector),
        ("fullname", fullname),
        ("values", values.clone()),
    ])
}

/// What the templates see of the command.
fn facts(command: &Command<'_>, diagnostics: &mut Diagnostics) -> Node {
    let fact = |is| Node::bool(is, Origin::Program);
    Node::map([
        ("arguments", command.arguments()),
        ("is_suite", fact(command.is_suite())),
        ("reports", fact(command.reports())),
        ("verifies", fact(command.verifies())),
        ("has_certificate", fact(command.has_certificate())),
        ("is_mutual", fact(command.is_mutual())),
        ("repeats", fact(command.repeats())),
        ("port", command.port(diagnostics)),
    ])
}

/// The security context of the container: the user's own, and for suites what their tests need unless it says
/// otherwise.
fn security_context(values: &Node, command: &Command<'_>) -> Node {
    let own = values.get("securityContext").filter(|own| own.is_true());
    let own = own.cloned().unwrap_or_else(|| Node::map::<&str>([]));
    if command.is_suite() && own.get("privileged").is_none() {
        return own.with(&["privileged"], Node::bool(true, Origin::Program));
    }
    own
}

/// The name of the `ConfigMap` with the descriptions of tests.
fn descriptions(values: &Node, fullname: &Node) -> Node {
    let existing = values.at(&["config", "suite", "existingConfigMap"]);
    match existing.filter(|existing| existing.is_true()) {
        Some(existing) => text(existing),
        None => join([fullname, &Node::constant("-descriptions")]),
    }
}
