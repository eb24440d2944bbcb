//! A rules file that would overwrite what is there.

use std::path::Path;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A rules file that would overwrite what is there.
pub const CODE: Code = Code {
    name: "rule-file-exists",
    severity: Severity::Error,
    page: include_str!("rule_file_exists.md"),
};

/// What is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A file with other content.
    File,
    /// A link, whatever it leads to.
    Link,
    /// A folder.
    Folder,
    /// A device, or what else is no file.
    Other,
}

/// At `path` there is something, where the file of values whose name is written at `key` belongs.
#[must_use]
pub fn taken(path: &Path, found: Found, key: Option<Span>) -> Diagnostic {
    let path = path.display();
    let (there, help) = match found {
        Found::File => ("with other content", "`--force` overwrites it"),
        Found::Link => ("as a link", "`--force` puts the file in place of the link"),
        Found::Folder => ("as a folder", "take it away, or choose another folder"),
        Found::Other => (
            "as something else than a file",
            "`--force` puts the file in its place",
        ),
    };
    Diagnostic::new(&CODE, format!("`{path}` is there already, {there}"))
        .at(key)
        .help(help)
}
