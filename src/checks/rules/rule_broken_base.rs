//! A file that rules build on, and that does not load itself.

use crate::diagnostic::{Code, Diagnostic, Severity};

/// A file that rules build on, and that does not load itself.
pub const CODE: Code = Code {
    name: "rule-broken-base",
    severity: Severity::Warning,
    page: include_str!("rule_broken_base.md"),
};

/// The file `name` is loaded before, and `error` is the first of what is wrong with it.
#[must_use]
pub fn broken(name: &str, error: &Diagnostic) -> Diagnostic {
    let message = format!(
        "`{name}` is loaded before, and does not load: {}",
        error.message
    );
    Diagnostic::new(&CODE, message)
        .at(error.primary.as_ref().map(|label| label.span))
        .help("look at it alone with `falcogen rules check`: it may be made for another version of Falco")
}
