//! A subchart that this version of the program does not render.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::yaml::Node;

/// A subchart that this version of the program does not render.
pub const CODE: Code = Code {
    name: "subchart-missing",
    severity: Severity::Error,
    page: include_str!("subchart_missing.md"),
};

/// The values switch the subchart called `name` on by `switch`.
#[must_use]
pub fn switched_on(name: &str, switch: &Node) -> Diagnostic {
    let message = format!("the values switch {name} on, which this version cannot render");
    Diagnostic::new(&CODE, message)
        .at(switch.origin.span())
        .label("switched on here")
        .help("switch it off and install it by Helm, or use Helm for all of it")
}
