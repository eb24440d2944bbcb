//! A value of another type than the chart expects.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::yaml::{Node, Path};

/// A value of another type than the chart expects.
pub const CODE: Code = Code {
    name: "wrong-type",
    severity: Severity::Error,
    page: include_str!("wrong_type.md"),
};

/// The value at `path` is none of the expected types, and cannot be taken for one.
#[must_use]
pub fn refused(path: &Path, found: &Node, expected: &str) -> Diagnostic {
    let message = format!("`{path}` is {}, expected {expected}", found.describe());
    let diagnostic = Diagnostic::new(&CODE, message).at(found.origin.span());
    match remedy(expected) {
        Some(remedy) => diagnostic.help(remedy),
        None => diagnostic,
    }
}

fn remedy(expected: &str) -> Option<&'static str> {
    Some(match expected {
        "a list" => {
            "write each item on a line of its own behind `- `, or all of them as `[first, second]`"
        }
        "a map" => "write `key: value` lines below it, indented deeper",
        "a boolean" => "write `true` or `false`, without quotes",
        "a number" | "a whole number" => "write a number, without quotes",
        _ => return None,
    })
}

/// The value at `path` is a number or boolean where the chart works on a text.
#[must_use]
pub fn not_a_text(path: &Path, found: &Node) -> Diagnostic {
    refused(path, found, "a text").help("write it in quotes, or give it by `--set-string`")
}

/// The value at `path` is of another type, and is taken for `reading`: a text that may be shown, if it is no secret.
#[must_use]
pub fn taken(path: &Path, found: &Node, expected: &str, reading: Option<&str>) -> Diagnostic {
    let message = format!("`{path}` is {}, expected {expected}", found.describe());
    let label = match reading {
        Some(reading) => format!("taken as {reading}"),
        None => format!("taken as {expected}"),
    };
    let help = match (found.as_text(), expected) {
        (Some(_), _) => "write it without quotes",
        (None, "a text") => "write it in quotes",
        _ => "write it as the type that is expected",
    };
    Diagnostic::new(&CODE, message)
        .severity(Severity::Warning)
        .at(found.origin.span())
        .label(label)
        .help(help)
}

/// The value at `path` is of another type, and empty, where the chart makes nothing of what is empty.
#[must_use]
pub fn empty(path: &Path, found: &Node, expected: &str) -> Diagnostic {
    refused(path, found, expected)
        .severity(Severity::Warning)
        .label("counts as empty")
        .help("take it out, or write null")
}

/// The value at `path` is of another type than Falco expects, and goes into falco.yaml as it is.
#[must_use]
pub fn printed(path: &Path, found: &Node, expected: &str) -> Diagnostic {
    refused(path, found, expected)
        .severity(Severity::Warning)
        .label("goes into falco.yaml as it is")
}

/// A values file holds something else than a map.
#[must_use]
pub fn not_a_map(found: &Node) -> Diagnostic {
    let message = format!("a values file is a map, and this is {}", found.describe());
    Diagnostic::new(&CODE, message)
        .at(found.origin.span())
        .help("begin lines with the keys that `falcogen show values` prints")
}
