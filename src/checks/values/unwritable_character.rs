//! A character that Helm cannot write, or writes as another one.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::yaml::{Node, Path};

/// A character that Helm cannot write, or writes as another one.
pub const CODE: Code = Code {
    name: "unwritable-character",
    severity: Severity::Warning,
    page: include_str!("unwritable_character.md"),
};

/// The list or map at `path` holds a text, `found`, that Helm cannot write. Of a list or map it then prints nothing;
/// a configuration file (`is_section`) would be empty, which nobody can mean.
#[must_use]
pub fn lost(path: &Path, found: &Node, is_section: bool) -> Diagnostic {
    let help = "U+007F to U+009F, U+FEFF, U+FFFE and U+FFFF are not allowed in YAML 1.1: take the character out";
    if is_section {
        let message = format!("`{path}` holds a character that Helm cannot write");
        return Diagnostic::new(&CODE, message)
            .severity(Severity::Error)
            .at(found.origin.span())
            .label("the whole file would be empty")
            .help(help);
    }
    let message = format!("`{path}` has no effect: it holds a character that Helm cannot write");
    Diagnostic::new(&CODE, message)
        .at(found.origin.span())
        .label("all of it is left out because of this")
        .help(help)
}

/// The text at `path` holds the line break of YAML 1.1 that JSON takes for an ordinary character.
#[must_use]
pub fn line_break(path: &Path, found: &Node) -> Diagnostic {
    let message = format!("`{path}` holds U+0085, which Helm takes for a line break");
    Diagnostic::new(&CODE, message)
        .at(found.origin.span())
        .label("one becomes a blank, of several in a row the first is lost")
        .help("write `\\n` for a line break")
}
