//! A key that the chart does not know.

use crate::charts::{Effect, OtherKey, Versions};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::yaml::{Path, Step};

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
        Some(similar) => diagnostic.help(proposal(path, similar)),
        None => diagnostic,
    }
}

/// The help line which proposes `similar` for the unknown key at `path`, and says so if it is on another level.
#[must_use]
pub fn proposal(path: &Path, similar: &Path) -> String {
    let is_joined = matches!(path.0.last(), Some(Step::Key(key)) if key.contains('.'));
    match similar.0.len() {
        _ if is_joined => {
            "write each key on a line of its own below the one before, indented deeper; only `--set` joins them by dots"
                .to_owned()
        }
        1 if path.0.len() > 1 => format!("did you mean `{similar}`, at the top level?"),
        _ => format!("did you mean `{similar}`?"),
    }
}
