//! A link in a folder of rules files that leads out of it.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A link in a folder of rules files that leads out of it.
pub const CODE: Code = Code {
    name: "rule-file-outside",
    severity: Severity::Error,
    page: include_str!("rule_file_outside.md"),
};

/// The link at `path`, in `folder`, leads elsewhere. Where to is not said: who wrote the link may want to know what there is.
#[must_use]
pub fn refused(path: &str, folder: &str, place: Span) -> Diagnostic {
    Diagnostic::new(&CODE, format!("the link `{path}` leads out of `{folder}`"))
        .at(place)
        .help("put the file itself into the folder, or name its own folder as well")
}
