//! A macro that is defined only behind what uses it.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A macro that is defined only behind what uses it.
pub const CODE: Code = Code {
    name: "rule-macro-after-use",
    severity: Severity::Error,
    page: include_str!("rule_macro_after_use.md"),
};

/// A macro that is defined at `later`, which is too late.
#[must_use]
pub fn too_late(at: Span, name: &str, later: Span, in_later_file: bool) -> Diagnostic {
    let (message, help) = if in_later_file {
        (
            "is defined in a file that is loaded later",
            "let the file that defines it be loaded first",
        )
    } else {
        (
            "is defined only behind the macro that uses it",
            "put its definition first",
        )
    };
    Diagnostic::new(&CODE, format!("the macro `{name}` {message}"))
        .at(at)
        .related(later, "defined here")
        .falco("LOAD_ERR_VALIDATE")
        .help(help)
}
