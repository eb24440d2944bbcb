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
    let message = format!("there is no macro `{name}`{}", but_in(file));
    let said = Diagnostic::new(&CODE, message)
        .at(at)
        .falco("LOAD_ERR_VALIDATE");
    match (file, similar) {
        _ if ["and", "or"].contains(&name) => said.help(format!(
            "take `{name}` out: a condition is expected in its place"
        )),
        (Some(file), _) => said.help(let_load(file)),
        (None, Some(similar)) => said.help(format!("did you mean `{similar}`?")),
        (None, None) => said
            .help("define it, or name by `--after` the files that are loaded before and define it"),
    }
}

/// In which file of the rules that Falco maintains something is, which is not loaded.
pub(super) fn but_in(file: Option<&str>) -> String {
    let but_in = |file| format!(" in what is loaded, but in `{file}`");
    file.map(but_in).unwrap_or_default()
}

/// What to do about something of a file of the rules that Falco maintains, which is not loaded.
pub(super) fn let_load(file: &str) -> String {
    format!(
        "let Falco load that file, too: `/etc/falco/{file}` in `falco.rules_files`, and its artifact in \
         `falcoctl.config.artifact.install.refs`"
    )
}
