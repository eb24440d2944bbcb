//! A text that says no, where any text means yes.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::yaml::{Node, Path};

/// A text that says no, where any text means yes.
pub const CODE: Code = Code {
    name: "misread-boolean",
    severity: Severity::Error,
    page: include_str!("misread_boolean.md"),
};

/// The switch at `path` is a text that says no.
#[must_use]
pub fn misread(path: &Path, found: &Node) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("`{path}` is a text, and the chart takes any text for true"),
    )
    .at(found.origin.span())
    .label("this would switch it on")
    .help("write `false` without quotes; on the command line give it by `--set`")
}
