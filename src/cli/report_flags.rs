//! The flags that say how what is wrong is reported, and what becomes of warnings.

use clap::Args;

use crate::checks;
use crate::diagnostic::Diagnostics;
use crate::report::Format;

/// How what is wrong is reported.
#[derive(Clone, Copy, Args)]
pub struct ReportFlags {
    /// Treat every warning as an error
    #[arg(long, help_heading = "Checks")]
    pub strict: bool,
    /// Format of errors and warnings, which go to the standard error stream
    #[arg(
        long,
        value_enum,
        default_value = "human",
        value_name = "FORMAT",
        help_heading = "Checks"
    )]
    pub diagnostics: Format,
}

impl ReportFlags {
    /// Makes errors of warnings, if they count as such.
    pub fn apply(self, diagnostics: &mut Diagnostics) {
        if self.strict {
            diagnostics.escalate(checks::ALWAYS_WARNINGS);
        }
    }
}
