//! A second YAML document where one is read.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A second YAML document where one is read.
pub const CODE: Code = Code {
    name: "several-documents",
    severity: Severity::Error,
    page: include_str!("several_documents.md"),
};

/// A further document begins at `start`.
#[must_use]
pub fn further(start: Span) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        "the file holds more than one YAML document",
    )
    .at(start)
    .label("the second one begins here")
    .help(
        "put each document into a file of its own and give them in order, or remove the separator",
    )
}
