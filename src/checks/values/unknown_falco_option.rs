//! An option that the program does not know into whose configuration it goes.

use crate::checks::values::unknown_value;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::values::schema::Owner;
use crate::yaml::Path;

/// An option that the program does not know into whose configuration it goes.
pub const CODE: Code = Code {
    name: "unknown-falco-option",
    severity: Severity::Warning,
    page: include_str!("unknown_falco_option.md"),
};

/// What may be meant by an unknown option.
#[derive(Clone, Copy, Debug)]
pub enum Proposal<'a> {
    /// A value of similar name.
    Similar(&'a Path),
    /// One of the few that there are.
    OneOf(&'a [&'a str]),
}

/// The program that owns the section has no option at `path`, which is written at `key`.
#[must_use]
pub fn unknown(
    path: &Path,
    key: Option<Span>,
    owner: Owner<'_>,
    proposal: Option<Proposal<'_>>,
) -> Diagnostic {
    let Owner {
        name,
        file,
        unknown,
    } = owner;
    let diagnostic = Diagnostic::new(&CODE, format!("{name} has no option `{path}`"))
        .at(key)
        .label(format!("goes into {file}, {unknown}"));
    match proposal {
        Some(Proposal::Similar(similar)) => diagnostic.help(unknown_value::proposal(path, similar)),
        Some(Proposal::OneOf(options)) => {
            diagnostic.help(format!("it knows {}", options.join(", ")))
        }
        None => diagnostic,
    }
}
