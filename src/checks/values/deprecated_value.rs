//! A value that still works, and has another form now.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::yaml::{Node, Path};

/// A value that still works, and has another form now.
pub const CODE: Code = Code {
    name: "deprecated-value",
    severity: Severity::Warning,
    page: include_str!("deprecated_value.md"),
};

/// The text at `path` is a former name of `name`.
#[must_use]
pub fn alias(path: &Path, found: &Node, name: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` has a former name"))
        .at(found.origin.span())
        .label("a later version of the chart may not know it")
        .help(format!("write `{name}`, which means the same"))
}
