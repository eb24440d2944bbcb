//! `--show-only` names a template that makes no object.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::manifest::NoSuchTemplate;
use crate::source::{SourceKind, Sources, Span};

/// `--show-only` names a template that makes no object.
pub const CODE: Code = Code {
    name: "no-such-template",
    severity: Severity::Error,
    page: include_str!("no_such_template.md"),
};

/// No object comes from the template that was asked for. The message is Helm's, since programs look for it.
pub fn missing(error: &NoSuchTemplate, sources: &mut Sources) -> Diagnostic {
    let name = error.template();
    let source = sources.add("--show-only", name, SourceKind::Argument);
    Diagnostic::new(&CODE, error.to_string())
        .at(Span::new(source, 0..name.len()))
        .help("templates are named as in the `# Source:` comments, without the chart: templates/daemonset.yaml")
}
