//! A rules file that is no YAML.

use super::yaml::{Broken, Reason};
use crate::checks::yaml::{yaml_limit, yaml_syntax};
use crate::diagnostic::Diagnostic;

/// The diagnostic of a text that Falco's reader of YAML cannot read.
#[must_use]
pub fn diagnostic(broken: &Broken) -> Diagnostic {
    match broken.reason {
        Reason::Limit(exceeded) => yaml_limit::passed(broken.span, exceeded),
        reason => yaml_syntax::broken(broken.span, reason.to_string(), reason.help())
            .related(broken.opened, "what it stands in begins here")
            .falco("LOAD_ERR_YAML_PARSE"),
    }
}
