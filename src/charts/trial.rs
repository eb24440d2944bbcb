//! What the tests of charts start from.

use super::{Chart, Derivation};
use crate::capabilities::Capabilities;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::release::Release;
use crate::source::{SourceKind, Sources};
use crate::values::effective;
use crate::yaml::{self, Limits, Node};

/// The values that a file of this text makes for a chart, the texts that they are read from, and what is said of them.
pub fn values_of(chart: &Chart, text: &str) -> (Node, Sources, Diagnostics) {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("values.yaml", text, SourceKind::File);
    let user = yaml::read(&sources, file, &Limits::default(), &mut diagnostics).unwrap();
    let values = effective(&user, chart, &sources, &mut diagnostics);
    (values, sources, diagnostics)
}

/// The values that a file of this text makes for a chart, with nothing wrong in it.
pub fn values(chart: &Chart, text: &str) -> Node {
    let (values, _, diagnostics) = values_of(chart, text);
    assert!(!diagnostics.has_errors(), "{diagnostics:?}");
    values
}

/// A release of that name.
pub fn release(name: &str) -> Release {
    Release {
        name: Node::constant(name),
        namespace: Node::constant("default"),
        is_upgrade: false,
    }
}

/// What the templates of a chart see of a values file of this text, and what is said of it.
pub fn derived(chart: &Chart, text: &str) -> (Node, Vec<String>) {
    let (values, sources, mut diagnostics) = values_of(chart, text);
    let derivation = Derivation {
        values: &values,
        release: &release("falco"),
        sources: &sources,
        capabilities: &Capabilities::default(),
        base_rules: None,
    };
    let context = (chart.derive)(&derivation, &mut diagnostics);
    (context, lines(&diagnostics))
}

/// What is said, a line each: severity and message.
pub fn lines(diagnostics: &Diagnostics) -> Vec<String> {
    let line = |said: &Diagnostic| format!("{}: {}", said.severity.name(), said.message);
    diagnostics.sorted().into_iter().map(line).collect()
}
