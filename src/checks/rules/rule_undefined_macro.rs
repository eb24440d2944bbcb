//! A name in a condition that is no macro.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A name in a condition that is no macro.
pub const CODE: Code = Code {
    name: "rule-undefined-macro",
    severity: Severity::Error,
    page: include_str!("rule_undefined_macro.md"),
};

/// A macro that there is not. `similar` is one that there is; `file` is one of the rules that Falco maintains which has it, and
/// is not loaded.
#[must_use]
pub fn undefined(at: Span, name: &str, similar: Option<&str>, file: Option<&str>) -> Diagnostic {
    let said = Diagnostic::new(&CODE, format!("there is no macro `{name}`"))
        .at(at)
        .falco("LOAD_ERR_VALIDATE");
    match (file, similar) {
        _ if ["and", "or"].contains(&name) => said.help(format!(
            "take `{name}` out: a condition is expected in its place"
        )),
        (Some(file), _) => said.help(of_file_that_is_not_loaded(file)),
        (None, Some(similar)) => said.help(format!("did you mean `{similar}`?")),
        (None, None) => said
            .help("define it, or name by `--after` the files that are loaded before and define it"),
    }
}

/// What to do about something of a file of the rules that Falco maintains which is not loaded.
pub(super) fn of_file_that_is_not_loaded(file: &str) -> String {
    format!(
        "it is in `{file}`, which Falco maintains, and which `falco.rules_files` does not name: let Falco load that, too"
    )
}
