//! A file that is not text in UTF-8.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A file that is not text in UTF-8.
pub const CODE: Code = Code {
    name: "invalid-utf8",
    severity: Severity::Error,
    page: include_str!("invalid_utf8.md"),
};

/// The bytes of a source stop being UTF-8 at `place`.
#[must_use]
pub fn not_text(place: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "this is not text in UTF-8")
        .at(place)
        .label("this byte begins no character")
        .help("save the file as UTF-8")
}
