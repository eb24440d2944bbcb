//! Files in a folder of rules files that are none.

use crate::checks::listed::listed;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// Files in a folder of rules files that are none.
pub const CODE: Code = Code {
    name: "rule-file-left-out",
    severity: Severity::Note,
    page: include_str!("rule_file_left_out.md"),
};

/// These files in a folder are left out, and these folders, whose names end in a slash. `remedy` is for the latter.
#[must_use]
pub fn left_out(folder: &str, names: &[String], remedy: &str, at: Span) -> Diagnostic {
    let message = format!("of `{folder}` this is left out: {}", listed(names));
    let files = "rules files are files that end in `.yaml` or `.yml` and do not begin with a dot";
    Diagnostic::new(&CODE, message)
        .at(at)
        .help(format!("{files}{remedy}"))
}
