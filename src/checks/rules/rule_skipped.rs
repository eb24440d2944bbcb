//! A rule that is left out, since it names what this Falco does not know.

use crate::diagnostic::{Code, Diagnostic, Severity};

/// A rule that is left out, since it names what this Falco does not know.
pub const CODE: Code = Code {
    name: "rule-skipped",
    severity: Severity::Warning,
    page: include_str!("rule_skipped.md"),
};

/// A rule with `skip-if-unknown-filter` whose condition or output names what is not there.
#[must_use]
pub fn unknown(reason: Diagnostic) -> Diagnostic {
    let message = format!("{}, and so the rule is left out", reason.message);
    Diagnostic {
        code: &CODE,
        severity: CODE.severity,
        message,
        falco_code: Some("LOAD_UNKNOWN_FILTER"),
        ..reason
    }
}
