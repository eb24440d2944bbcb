//! A value that another value overrides.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::yaml::{Node, Path};

/// A value that another value overrides.
pub const CODE: Code = Code {
    name: "value-without-effect",
    severity: Severity::Warning,
    page: include_str!("value_without_effect.md"),
};

/// The option of falco.yaml at `path` has no effect, since the chart sets it from other values; `by` is what it sets.
#[must_use]
pub fn set_by_chart(path: &Path, found: &Node, by: &Node) -> Diagnostic {
    let diagnostic = Diagnostic::new(&CODE, format!("`{path}` has no effect"))
        .at(found.origin.span())
        .label("this does nothing");
    match by.origin.span() {
        Some(place) => diagnostic
            .related(Some(place), "the chart sets it because of this")
            .help("take one of the two out"),
        None => diagnostic.help("take it out; the chart sets it from its own values"),
    }
}

/// The value at `path` has no effect, since `integration` sets something else; `switch` is what turns that on.
#[must_use]
pub fn set_by_integration(
    path: &Path,
    found: &Node,
    integration: &str,
    switch: &Node,
) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` has no effect"))
        .at(found.origin.span())
        .label("this does nothing")
        .related(
            switch.origin.span(),
            format!("the {integration} integration sets it"),
        )
        .help("take it out, or switch the integration off")
}
