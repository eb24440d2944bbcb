//! A rule that is defined again, or changed, with another source.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A rule that is defined again, or changed, with another source.
pub const CODE: Code = Code {
    name: "rule-other-source",
    severity: Severity::Error,
    page: include_str!("rule_other_source.md"),
};

/// The rule at `at` has another source than that of its name at `first`.
#[must_use]
pub fn changed(at: Span, first: Option<Span>) -> Diagnostic {
    Diagnostic::new(&CODE, "a rule of this name exists for another source")
        .at(at)
        .related(first, "first defined here")
        .falco("LOAD_ERR_VALIDATE")
        .help("give the rule another name, or the same `source`")
}
