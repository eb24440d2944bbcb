//! Every kind of diagnostic that there is: one constant and one page each, grouped by what is looked at.

pub mod file;
mod listed;
pub mod manifests;
pub mod names;
pub mod rules;
pub mod set;
pub mod values;
pub mod yaml;

use crate::diagnostic::Code;

/// What stays a warning under `--strict`: there may be nothing to mend.
pub const ALWAYS_WARNINGS: &[&Code] = &[&rules::rule_not_given::CODE];

/// The groups of codes.
const GROUPS: &[&[&Code]] = &[
    file::CODES,
    yaml::CODES,
    set::CODES,
    values::CODES,
    names::CODES,
    rules::CODES,
    manifests::CODES,
];

/// All codes.
pub fn all() -> impl Iterator<Item = &'static Code> {
    GROUPS.iter().flat_map(|group| group.iter().copied())
}

/// The code of that name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Code> {
    all().find(|code| code.name == name)
}
