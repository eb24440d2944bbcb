//! What the tests of this chart start from.

use super::CHART;
use crate::diagnostic::Diagnostics;
use crate::source::{SourceKind, Sources};
use crate::values::effective;
use crate::yaml::{self, Limits, Node};

/// The values that a file of this text makes, with nothing wrong in it.
pub fn values(text: &str) -> Node {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("values.yaml", text, SourceKind::File);
    let user = yaml::read(&sources, file, &Limits::default(), &mut diagnostics).unwrap();
    let values = effective(&user, &CHART, &sources, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{diagnostics:?}");
    values
}
