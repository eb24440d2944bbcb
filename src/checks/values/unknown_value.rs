//! A key that the chart does not know.

use crate::charts::OtherKey;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::yaml::Path;

/// A key that the chart does not know.
pub const CODE: Code = Code {
    name: "unknown-value",
    severity: Severity::Warning,
    page: include_str!("unknown_value.md"),
};

/// The chart has the key at `path` in other versions than `version`, the one that is rendered.
#[must_use]
pub fn of_other_version(
    path: &Path,
    key: Option<Span>,
    other: &OtherKey,
    version: &str,
) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("version {version} of the chart has no value `{path}`"),
    )
    .at(key)
    .label(format!(
        "this does nothing, the chart has it {}",
        other.versions
    ))
    .help(other.instead)
}

/// The chart does not know the key at `path`, which is written at `key`; `similar` is what may be meant.
#[must_use]
pub fn unknown(path: &Path, key: Option<Span>, similar: Option<&Path>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&CODE, format!("the chart has no value `{path}`"))
        .at(key)
        .label("this does nothing");
    match similar {
        Some(similar) => diagnostic.help(format!("did you mean `{similar}`?")),
        None => diagnostic,
    }
}
