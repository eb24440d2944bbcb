//! A value of the right type that cannot be meant.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::values::similar;
use crate::yaml::{Node, Path};

/// A value of the right type that cannot be meant.
pub const CODE: Code = Code {
    name: "invalid-value",
    severity: Severity::Error,
    page: include_str!("invalid_value.md"),
};

/// The text at `path` is none of those that Falco or Kubernetes know.
#[must_use]
pub fn not_one_of(
    path: &Path,
    found: &Node,
    options: &[&str],
    similar: Option<&str>,
) -> Diagnostic {
    let help = match similar {
        Some(similar) => format!("did you mean `{similar}`?"),
        None => format!("write one of {}", options.join(", ")),
    };
    Diagnostic::new(
        &CODE,
        format!("`{path}` is none of the values that it can have"),
    )
    .severity(Severity::Warning)
    .at(found.origin.span())
    .help(help)
}

/// The kind of driver at `path` is none that the chart knows. The message is the chart's, since programs look for it.
#[must_use]
pub fn driver(found: &Node, kinds: &[&str], aliases: &[&str]) -> Diagnostic {
    let message = format!(
        "unsupported driver kind: \"{}\". Supported drivers [{}], alias [{}]",
        found.as_text().unwrap_or_default(),
        kinds.join(" "),
        aliases.join(" ")
    );
    let similar = found
        .as_text()
        .and_then(|text| similar::word(text, kinds.iter().copied()));
    let help = match similar {
        Some(similar) => format!("did you mean `{similar}`?"),
        None => "write `auto` to let the loader find out what the node can run".to_owned(),
    };
    Diagnostic::new(&CODE, message)
        .at(found.origin.span())
        .help(help)
}

/// The text at `path` is none of those that the chart knows, which makes nothing for any other.
#[must_use]
pub fn refused(path: &Path, found: &Node, options: &[&str]) -> Diagnostic {
    let similar = found
        .as_text()
        .and_then(|text| similar::word(text, options.iter().copied()));
    not_one_of(path, found, options, similar)
        .severity(Severity::Error)
        .label("the chart makes nothing for it")
}

/// The pattern of actions at `path` is something else when Helm reads what the chart writes.
#[must_use]
pub fn misread(path: &Path, found: &Node) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` is a text that the chart misreads"))
        .at(found.origin.span())
        .label("YAML reads something else here, since the chart puts it into no quotes")
        .help("names of actions have letters and dots only; write a pattern without `: ` and ` #`")
}

/// The address at `path` does not end in a port.
#[must_use]
pub fn without_port(path: &Path, found: &Node) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` has no port"))
        .at(found.origin.span())
        .help("put a colon and a number from 1 to 65535 behind it")
}

/// Both switches are on, and the chart takes one of them only.
#[must_use]
pub fn both(paths: [&str; 2], switches: [&Node; 2]) -> Diagnostic {
    let message = format!("`{}` and `{}` are both true", paths[0], paths[1]);
    Diagnostic::new(&CODE, message)
        .at(switches[1].origin.span())
        .related(switches[0].origin.span(), "this is true, too")
        .help(format!("set `{}` to false to use the other one", paths[0]))
}

/// Both switches are off, and the chart needs one of them.
#[must_use]
pub fn neither(paths: [&str; 2], switches: [&Node; 2]) -> Diagnostic {
    let message = format!("neither `{}` nor `{}` is true", paths[0], paths[1]);
    Diagnostic::new(&CODE, message)
        .at(switches[0].origin.span())
        .related(switches[1].origin.span(), "this is not true, either")
        .help("switch one of the two on")
}

/// The number at `path` is too small or too large for the program that reads it, and goes there as it is.
#[must_use]
pub fn passed_out_of_range(path: &Path, found: &Node, bound: &str) -> Diagnostic {
    out_of_range(path, found, bound).severity(Severity::Warning)
}

/// The number at `path` is too small or too large.
#[must_use]
pub fn out_of_range(path: &Path, found: &Node, bound: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` is out of range"))
        .at(found.origin.span())
        .label(bound)
}

/// The program listens at the port at `path`, and all who call it do so at `called`.
#[must_use]
pub fn not_called(path: &Path, found: &Node, called: i64) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` is a port that nobody calls"))
        .severity(Severity::Warning)
        .at(found.origin.span())
        .label(format!("probes and Services lead to {called}"))
        .help("take it out; `service.port` is the port at which others find the Service")
}
