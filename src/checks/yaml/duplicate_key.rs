//! A key that is given twice in one map.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A key that is given twice in one map.
pub const CODE: Code = Code {
    name: "duplicate-key",
    severity: Severity::Error,
    page: include_str!("duplicate_key.md"),
};

/// `key` stands at `second` although it stands at `first` already.
#[must_use]
pub fn twice(second: Span, key: &str, first: Span) -> Diagnostic {
    Diagnostic::new(&CODE, format!("the key `{key}` is given twice in one map"))
        .at(second)
        .label("given again here")
        .related(first, "first given here")
        .help("keep one of the two, or join what they hold")
}
