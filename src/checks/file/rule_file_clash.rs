//! Two rules files that would have the same name in the pod.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::yaml::Origin;

/// Two rules files that would have the same name in the pod.
pub const CODE: Code = Code {
    name: "rule-file-clash",
    severity: Severity::Error,
    page: include_str!("rule_file_clash.md"),
};

/// The file that begins at `file` has the name of the one that begins at `other`.
#[must_use]
pub fn of_files(name: &str, file: Span, other: Span) -> Diagnostic {
    clash(name, file).related(other, "the other one")
}

/// The file that begins at `file` has the name of one in `customRules`, whose key comes from `key`.
#[must_use]
pub fn with_values(name: &str, file: Span, key: &Origin) -> Diagnostic {
    clash(name, file).related(key.span(), "the other one, in `customRules`")
}

fn clash(name: &str, file: Span) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("two rules files are called `{name}` in the pod"),
    )
    .at(file)
    .label("one of them")
    .help("rename one of them, or take it out")
}
