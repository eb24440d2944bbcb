//! What the tests of this chart start from.

use super::CHART;
use crate::capabilities::Capabilities;
use crate::charts::Derivation;
use crate::diagnostic::{Diagnostics, Severity};
use crate::release::Release;
use crate::source::{SourceKind, Sources};
use crate::values::effective;
use crate::yaml::{self, Limits, Node};

/// The values that a file of this text makes, and what is said of it.
fn values_of(text: &str) -> (Node, Sources, Diagnostics) {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("values.yaml", text, SourceKind::File);
    let user = yaml::read(&sources, file, &Limits::default(), &mut diagnostics).unwrap();
    let values = effective(&user, &CHART, &sources, &mut diagnostics);
    (values, sources, diagnostics)
}

/// The values that a file of this text makes.
pub fn values(text: &str) -> Node {
    values_of(text).0
}

/// What is said of a values file of this text.
pub fn said(text: &str) -> Vec<String> {
    let (values, sources, mut diagnostics) = values_of(text);
    let derivation = Derivation {
        values: &values,
        release: &Release {
            name: Node::constant("demo"),
            namespace: Node::constant("default"),
            is_upgrade: false,
        },
        sources: &sources,
        capabilities: &Capabilities::default(),
        base_rules: None,
    };
    super::derive::derive(&derivation, &mut diagnostics);
    let said = diagnostics.sorted().into_iter().map(|diagnostic| {
        let severity = if diagnostic.severity == Severity::Error {
            "error"
        } else {
            "warning"
        };
        format!("{severity}: {}", diagnostic.message)
    });
    said.collect()
}
