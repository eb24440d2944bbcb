//! A file that is not text in UTF-8.

use crate::diagnostic::{Code, Diagnostic, Severity};

/// A file that is not text in UTF-8.
pub const CODE: Code = Code {
    name: "invalid-utf8",
    severity: Severity::Error,
    page: include_str!("invalid_utf8.md"),
};

/// The bytes of the source called `name` stop being UTF-8 at `offset`.
#[must_use]
pub fn not_text(name: &str, offset: usize) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("`{name}` is not UTF-8: the byte at offset {offset} begins no character"),
    )
    .help("save the file as UTF-8")
}
