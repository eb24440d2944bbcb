//! A condition that cannot be read.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A condition that cannot be read.
pub const CODE: Code = Code {
    name: "rule-condition-syntax",
    severity: Severity::Error,
    page: include_str!("rule_condition_syntax.md"),
};

/// A condition that cannot be read, in the words of the parser.
#[must_use]
pub fn broken(at: Span, message: String, help: Option<String>) -> Diagnostic {
    let said = Diagnostic::new(&CODE, message)
        .at(at)
        .falco("LOAD_ERR_COMPILE_CONDITION");
    match help {
        Some(help) => said.help(help),
        None => said,
    }
}
