//! A value of another type than the chart expects.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Sources;
use crate::values::schema::Owner;
use crate::yaml::{Kind, Node, Number, Path, Step, resolve};

/// A value of another type than the chart expects.
pub const CODE: Code = Code {
    name: "wrong-type",
    severity: Severity::Error,
    page: include_str!("wrong_type.md"),
};

/// The value at `path` is none of the expected types, and cannot be taken for one.
#[must_use]
pub fn refused(path: &Path, found: &Node, expected: &str, sources: &Sources) -> Diagnostic {
    let message = format!("`{path}` is {}, expected {expected}", found.describe());
    let place = found.origin.span();
    let diagnostic = Diagnostic::new(&CODE, message).at(place);
    let remedy = if place.is_some_and(|place| sources.is_argument(place)) {
        remedy_in_argument(path, found, expected)
    } else {
        remedy(path, found, expected).map(str::to_owned)
    };
    match remedy {
        Some(remedy) => diagnostic.help(remedy),
        None => diagnostic,
    }
}

fn remedy(path: &Path, found: &Node, expected: &str) -> Option<&'static str> {
    Some(match (expected, &found.kind, path.0.last()) {
        ("a list", ..) => {
            "write each item on a line of its own behind `- `, or all of them as `[first, second]`"
        }
        ("a map", ..) => "write `key: value` lines below it, indented deeper",
        ("a text", Kind::List(_) | Kind::Map(_), Some(Step::Key(_))) => {
            "if it is meant as a text, write `|` behind the key and indent the text below it"
        }
        ("a boolean", ..) => "write `true` or `false`, without quotes",
        ("a whole number", Kind::Number(_), _) => "write a whole number",
        ("a number" | "a whole number", ..) => "write a number, without quotes",
        _ => return None,
    })
}

/// The remedy for what is given on the command line, where types are written in another way.
fn remedy_in_argument(path: &Path, found: &Node, expected: &str) -> Option<String> {
    match expected {
        "a list" => Some(format!("write `{path}={{first,second}}`")),
        "a map" => Some(format!(
            "set the keys below it, such as `{path}.name=value`"
        )),
        "a text" => None,
        _ => remedy(path, found, expected).map(str::to_owned),
    }
}

/// The value at `path` is a number or boolean where the chart works on a text.
#[must_use]
pub fn not_a_text(path: &Path, found: &Node, sources: &Sources) -> Diagnostic {
    refused(path, found, "a text", sources).help("write it in quotes, or give it by `--set-string`")
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
pub fn empty(path: &Path, found: &Node, expected: &str, sources: &Sources) -> Diagnostic {
    refused(path, found, expected, sources)
        .severity(Severity::Warning)
        .label("counts as empty")
        .help("take it out, or write null")
}

/// The value at `path` is of another type than Falco expects, and goes into falco.yaml as it is.
#[must_use]
pub fn printed(path: &Path, found: &Node, expected: &str, sources: &Sources) -> Diagnostic {
    refused(path, found, expected, sources)
        .severity(Severity::Warning)
        .label("goes into falco.yaml as it is")
}

/// The value at `path` is of another type than the program expects that reads it, and goes there as it is.
#[must_use]
pub fn passed(path: &Path, found: &Node, expected: &str, owner: Owner<'_>) -> Diagnostic {
    let Owner { name, file, .. } = owner;
    let message = format!(
        "`{path}` is {}, and {name} expects {expected}",
        found.describe()
    );
    let help = match (found.as_text(), expected) {
        (Some(text), _) if is_quoted(text, expected) => "write it without quotes",
        (None, "a text") if is_number_or_boolean(found) => "write it in quotes",
        _ => remedy(path, found, expected).unwrap_or("write it as the type that is expected"),
    };
    Diagnostic::new(&CODE, message)
        .severity(Severity::Warning)
        .at(found.origin.span())
        .label(format!("goes into {file} as it is"))
        .help(help)
}

/// Whether a text would be what is expected if it had no quotes.
fn is_quoted(text: &str, expected: &str) -> bool {
    match resolve(text) {
        Kind::Bool(_) => expected == "a boolean",
        Kind::Number(Number::Float(_)) => expected == "a number",
        Kind::Number(_) => matches!(expected, "a number" | "a whole number"),
        _ => false,
    }
}

fn is_number_or_boolean(node: &Node) -> bool {
    matches!(node.kind, Kind::Number(_) | Kind::Bool(_))
}

/// The text at `path` is a template that does not print a list.
#[must_use]
pub fn makes_no_list(path: &Path, found: &Node) -> Diagnostic {
    let message = format!("`{path}` is a text that makes no list, expected a list");
    Diagnostic::new(&CODE, message)
        .at(found.origin.span())
        .help("write a list, or a text that is one in YAML when its templates are evaluated")
}

/// A values file holds something else than a map.
#[must_use]
pub fn not_a_map(found: &Node) -> Diagnostic {
    let message = format!("a values file is a map, and this is {}", found.describe());
    Diagnostic::new(&CODE, message)
        .at(found.origin.span())
        .help("begin lines with the keys that `falcogen show values` prints")
}
