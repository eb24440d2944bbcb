//! What the tests of this chart start from.

use super::CHART;
use crate::capabilities::Capabilities;
use crate::charts::Derivation;
use crate::diagnostic::Diagnostics;
use crate::release::Release;
use crate::source::{SourceKind, Sources};
use crate::values::effective;
use crate::yaml::{self, Limits, Node};

/// What the templates see of a values file of this text, and what is said of it.
pub fn derived(text: &str) -> (Node, Vec<String>) {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("values.yaml", text, SourceKind::File);
    let user = yaml::read(&sources, file, &Limits::default(), &mut diagnostics).unwrap();
    let values = effective(&user, &CHART, &sources, &mut diagnostics);
    let release = Release {
        name: Node::constant("falco"),
        namespace: Node::constant("default"),
        is_upgrade: false,
    };
    let derivation = Derivation {
        values: &values,
        release: &release,
        sources: &sources,
        capabilities: &Capabilities::default(),
        base_rules: None,
    };
    let context = super::derive::derive(&derivation, &mut diagnostics);
    let said = diagnostics.sorted().into_iter();
    let line = |said: &crate::diagnostic::Diagnostic| {
        format!("{}: {}", said.severity.name(), said.message)
    };
    (context, said.map(line).collect())
}
