//! A key that the chart does not know.

use crate::charts::{Effect, OtherKey, Versions};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::yaml::Path;

/// A key that the chart does not know.
pub const CODE: Code = Code {
    name: "unknown-value",
    severity: Severity::Warning,
    page: include_str!("unknown_value.md"),
};

/// The key at `path` is none of `version` of the chart, the one that is rendered, and `other` is what is known of it.
#[must_use]
pub fn of_other_version(
    path: &Path,
    key: Option<Span>,
    other: &OtherKey,
    version: &str,
) -> Diagnostic {
    let message = match other.versions {
        Versions::None => format!("the chart has no value `{path}`"),
        _ => format!("version {version} of the chart has no value `{path}`"),
    };
    Diagnostic::new(&CODE, message)
        .at(key)
        .label(label(other))
        .help(other.help())
}

/// What comes of the key, and since or until when something came of it.
fn label(other: &OtherKey) -> String {
    match (other.effect, other.versions) {
        (Effect::InFalcoYaml(there), Versions::None) => {
            format!("this goes into falco.yaml, {there}")
        }
        (Effect::InFalcoYaml(there), versions) => {
            format!("this goes into falco.yaml, {there}; {versions}")
        }
        (_, Versions::None) => "this does nothing".to_owned(),
        (_, versions) => format!("this does nothing, {versions}"),
    }
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
