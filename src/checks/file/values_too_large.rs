//! Rules files that no values file can hold.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::values::file::MAX_BYTES;

/// Rules files that no values file can hold.
pub const CODE: Code = Code {
    name: "values-too-large",
    severity: Severity::Error,
    page: include_str!("values_too_large.md"),
};

/// The values would be larger than a values file may be.
#[must_use]
pub fn refused() -> Diagnostic {
    let most = MAX_BYTES / 1024 / 1024;
    let message = format!(
        "the values would have more than {most} MiB, which is the most that a values file may have"
    );
    Diagnostic::new(&CODE, message)
        .help("put the rules files into a folder, and give that to `falcogen render --rules-dir`")
}
