//! `set-limit`: an argument that goes beyond what a values tree may hold.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::values::set::{MAX_DOTS, MAX_HOLES, MAX_INDEX, MAX_STEPS};

/// A `--set` argument, or one of its kin, goes beyond a bound.
pub const CODE: Code = Code {
    name: "set-limit",
    severity: Severity::Error,
    page: include_str!("limit.md"),
};

/// An index beyond [`MAX_INDEX`].
#[must_use]
pub fn high_index(place: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "this index is too high")
        .at(place)
        .label(format!("more than {MAX_INDEX}"))
        .help("count the items of a list from 0")
}

/// A path of too many names or indexes.
#[must_use]
pub fn deep_path(path: Span) -> Diagnostic {
    let bound = format!("more than {MAX_DOTS} dots, or {MAX_STEPS} names and indexes");
    Diagnostic::new(&CODE, "this path is too deep")
        .at(path)
        .label(bound)
        .help("write a dot that belongs to a name as `\\.`")
}

/// Items set so far beyond the ends of their lists that too many empty ones would come before them.
#[must_use]
pub fn many_holes(path: Option<Span>) -> Diagnostic {
    let message = format!("this argument adds more than {MAX_HOLES} empty items");
    Diagnostic::new(&CODE, message)
        .at(path)
        .help("count the items of a list from 0, without gaps")
}

/// A JSON value that is nested too deep.
#[must_use]
pub fn deep_json(place: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "this value is nested too deep")
        .at(place)
        .label("more than 127 lists and maps in one another")
}
