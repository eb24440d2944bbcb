//! `unreadable-file`: a file that the user named and that cannot be read.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::values::file::{Unreadable, is_stdin};

/// A file that the user named cannot be read.
pub const CODE: Code = Code {
    name: "unreadable-file",
    severity: Severity::Error,
    page: include_str!("unreadable.md"),
};

/// The file at `path`, which has a flag of its own, cannot be read; `place` is its start.
#[must_use]
pub fn named(path: &str, reason: &Unreadable, place: Span) -> Diagnostic {
    let what = if is_stdin(path) {
        "standard input".to_owned()
    } else {
        format!("`{path}`")
    };
    diagnostic(format!("cannot read {what}: {reason}"), reason, place)
}

/// The folder at `path` cannot be read, or is not what belongs there; `place` is its start.
#[must_use]
pub fn folder(path: &str, reason: &Unreadable, place: Span) -> Diagnostic {
    let said = diagnostic(format!("cannot read `{path}`: {reason}"), reason, place);
    match reason {
        Unreadable::NotDirectory => said.help("name the folder in which the file is"),
        _ => said,
    }
}

/// The file whose path is written at `place` cannot be read. What is written there may be a secret that was taken for
/// a path, so the message leaves it to the place to show it.
#[must_use]
pub fn written(reason: &Unreadable, place: Span) -> Diagnostic {
    diagnostic(format!("cannot read this file: {reason}"), reason, place)
}

fn diagnostic(message: String, reason: &Unreadable, place: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(&CODE, message).at(place);
    match remedy(reason) {
        Some(remedy) => diagnostic.help(remedy),
        None => diagnostic,
    }
}

fn remedy(reason: &Unreadable) -> Option<&'static str> {
    match reason {
        Unreadable::Missing => Some("paths are relative to the working directory"),
        Unreadable::Directory => Some("name a file in it"),
        Unreadable::Remote => Some("download it first, and name the local file"),
        Unreadable::Nothing => Some("see why the command in front of the pipe printed nothing"),
        Unreadable::NoRules => Some("name the folder in which the rules files are"),
        Unreadable::Configuration => {
            Some("leave it out of the folder; falco.yaml is made from the values below `falco`")
        }
        Unreadable::NotDirectory
        | Unreadable::TooLarge
        | Unreadable::NotText(_)
        | Unreadable::Refused(_) => None,
    }
}
