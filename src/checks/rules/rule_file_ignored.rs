//! A rules file that Falco does not load.

use crate::checks::listed::listed;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::yaml::Node;

/// A rules file that Falco does not load.
pub const CODE: Code = Code {
    name: "rule-file-ignored",
    severity: Severity::Warning,
    page: include_str!("rule_file_ignored.md"),
};

/// A key of `customRules` that ends neither in `.yaml` nor in `.yml`: Falco loads only such files of a folder (Falco
/// 0.44, `configuration.cpp`: `read_rules_file_directory`).
#[must_use]
pub fn ignored(at: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("Falco does not load the rules file `{name}`"),
    )
    .at(at)
    .label("ends neither in `.yaml` nor in `.yml`")
    .help(format!("write `{}.yaml`", without_ending(name)))
}

/// A name without an ending that only looks like the right one.
fn without_ending(name: &str) -> &str {
    let known = [".yaml", ".yml"];
    let is_known = |ending: &str| known.iter().any(|known| ending.eq_ignore_ascii_case(known));
    let dot = name.rfind('.').filter(|dot| is_known(&name[*dot..]));
    dot.map_or(name, |dot| &name[..dot])
}

/// These files are in the folder of rules, and none of the `paths` that falco.yaml names leads to them.
#[must_use]
pub fn not_named(names: &[&str], paths: &Node) -> Diagnostic {
    let files = if names.len() == 1 { "file" } else { "files" };
    let message = format!("Falco does not load the rules {files} {}", listed(names));
    Diagnostic::new(&CODE, message)
        .at(paths.origin.span())
        .label("no path leads there")
        .help("add `/etc/falco/rules.d`, in which they are")
}
