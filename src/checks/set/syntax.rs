//! `set-syntax`: an argument that does not follow the grammar of its flag.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A `--set` argument, or one of its kin, cannot be read.
pub const CODE: Code = Code {
    name: "set-syntax",
    severity: Severity::Error,
    page: include_str!("syntax.md"),
};

/// A name that no equals sign follows.
#[must_use]
pub fn missing_value(name: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "this name has no value")
        .at(name)
        .label("no `=` follows")
        .help("write `name=value`; a comma that belongs to a value is written `\\,`")
}

/// Nothing where a name belongs.
#[must_use]
pub fn missing_name(place: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "a name is missing")
        .at(place)
        .label("expected a name")
        .help("write `name=value`, and `name.inner=value` for a value inside a map")
}

/// An opening bracket without a closing one.
#[must_use]
pub fn open_index(place: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "this index is not closed")
        .at(place)
        .label("expected `]`")
        .help("write `name[0]=value`; a bracket that belongs to a name is written `\\[`")
}

/// Brackets around something that is no number.
#[must_use]
pub fn invalid_index(place: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "this index is not a whole number")
        .at(place)
        .help("count the items of a list from 0; a bracket that belongs to a name is written `\\[`")
}

/// An index below zero.
#[must_use]
pub fn negative_index(place: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "this index is negative")
        .at(place)
        .help("count the items of a list from 0")
}

/// Text between an index and what may follow it.
#[must_use]
pub fn behind_index(place: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "an index is followed by something else")
        .at(place)
        .label("expected `=`, `.` or `[`")
        .help("write `name[0]=value` or `name[0].inner=value`")
}

/// An opening brace without a closing one.
#[must_use]
pub fn open_list(place: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "this list is not closed")
        .at(place)
        .label("expected `}`")
        .help("write `name={first,second}`; a text that begins with a brace is written `\\{`")
}

/// A `--set-json` value that is not JSON; `reason` says why.
#[must_use]
pub fn invalid_json(place: Span, reason: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("this value is not JSON: {reason}"))
        .at(place)
        .help("write `name=JSON`, with texts in double quotes; `--set` takes texts without quotes")
}

/// A `--set-json` argument that is an object rather than an assignment.
#[must_use]
pub fn bare_object(place: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "a JSON object stands where an assignment belongs")
        .at(place)
        .label("no name says where to put it")
        .help("write `name={…}`, one assignment for each key of the object")
}
