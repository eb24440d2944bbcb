//! A text that no value of the field can be.

use crate::condition::{Literal, Operator};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::rules::advice::{Comparison, View};

/// A text that no value of the field can be.
pub const CODE: Code = Code {
    name: "rule-impossible-value",
    severity: Severity::Warning,
    page: include_str!("rule_impossible_value.md"),
};

/// What values of a field look like.
#[derive(Clone, Copy)]
enum Form {
    /// The name of a process.
    Process,
    /// The name of a file, without its folders.
    Name,
    /// The path of a program from the root on.
    Path,
    /// The path of a folder, without a slash at its end.
    Folder,
    /// The name of an image, without its tag.
    Repository,
}

/// Fields with values of one form (libs 0.25, `sinsp_filtercheck_{thread,fd}.cpp`; plugins, `container` 0.7.1).
const FORMS: [(&str, Form); 10] = [
    ("proc.name", Form::Process),
    ("proc.pname", Form::Process),
    ("proc.aname", Form::Process),
    ("fd.filename", Form::Name),
    ("proc.exepath", Form::Path),
    ("proc.pexepath", Form::Path),
    ("proc.aexepath", Form::Path),
    ("fd.directory", Form::Folder),
    ("container.image.repository", Form::Repository),
    ("ka.req.pod.containers.image.repository", Form::Repository),
];

/// Operators that compare with the whole value.
const WHOLE: [Operator; 4] = [
    Operator::Equal,
    Operator::DoubleEqual,
    Operator::NotEqual,
    Operator::In,
];

/// Reports names where paths are compared, paths where names are, and the like.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    view.each_comparison(diagnostics, |comparison| {
        let form = comparison
            .field()
            .filter(|_| comparison.is_by(&WHOLE))
            .and_then(form);
        let literals = comparison.literals().iter();
        literals.filter_map(move |literal| impossible(comparison, *literal, form?))
    });
}

/// The form of the values of a field, which may have an argument.
fn form(field: &str) -> Option<Form> {
    let name = field.split('[').next()?;
    let known = FORMS.iter().find(|(known, _)| *known == name);
    known.map(|(_, form)| *form)
}

fn impossible(comparison: Comparison, literal: Literal, form: Form) -> Option<Diagnostic> {
    let value = comparison.value(literal);
    let (fact, remedy) = form.refuse(&value)?;
    let field = comparison.field()?;
    let said =
        Diagnostic::new(&CODE, format!("`{field}` {fact}")).at(comparison.place(literal.span)?);
    Some(said.help(remedy))
}

impl Form {
    /// Why a text is no such value, and what to do about it.
    fn refuse(self, value: &str) -> Option<(&'static str, String)> {
        match self {
            // Perl puts the path of a script there, cut to 15 bytes.
            Form::Process if value.len() == 15 => None,
            Form::Process | Form::Name if value.starts_with('/') => {
                let name = value.rsplit('/').find(|part| !part.is_empty())?;
                Some((
                    "is a name without folders",
                    format!("write `{name}`, or compare a field with the whole path"),
                ))
            }
            Form::Path if is_bare_name(value) => Some((
                "is a path from the root on",
                format!("write the whole path, such as `/usr/bin/{value}`, or compare `proc.name`"),
            )),
            Form::Folder if value.len() > 1 && value.ends_with('/') => {
                let folder = value.trim_end_matches('/');
                Some(("has no slash at its end", format!("write `{folder}`")))
            }
            Form::Repository => {
                let (repository, _) = tagged(value)?;
                Some((
                    "has no tag",
                    format!("write `{repository}`, and compare the tag by `container.image.tag`"),
                ))
            }
            _ => None,
        }
    }
}

/// Whether a text is nothing but letters, digits and the like, as the name of a program is.
fn is_bare_name(value: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !value.is_empty() && value.bytes().all(is_part)
}

/// The name and the tag of an image. The colon before a port stands before a slash.
fn tagged(value: &str) -> Option<(&str, &str)> {
    let (repository, tag) = value.rsplit_once(':')?;
    (!tag.contains('/') && !repository.is_empty()).then_some((repository, tag))
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_condition;

    #[test]
    fn values_of_some_fields_have_one_form() {
        for (comparison, fact) in [
            (
                "proc.name = /usr/bin/curl",
                "`proc.name` is a name without folders",
            ),
            (
                "proc.exepath in (curl)",
                "`proc.exepath` is a path from the root on",
            ),
            (
                "fd.directory = /etc/",
                "`fd.directory` has no slash at its end",
            ),
            (
                "container.image.repository = nginx:1.25",
                "`container.image.repository` has no tag",
            ),
        ] {
            let said = said_of_condition(&format!("evt.type = execve and {comparison}"));
            assert_eq!(said.len(), 1, "{said:?}");
            assert!(said[0].ends_with(fact), "{said:?}");
        }
    }

    #[test]
    fn values_of_that_form_are_fine() {
        for comparison in [
            "proc.name in (curl, kworker/0:1, /usr/sbin/spamd)",
            "proc.exepath in (/usr/bin/curl, 'memfd:x')",
            "fd.directory in (/, /etc)",
            "container.image.repository = registry:5000/nginx",
        ] {
            assert!(
                said_of_condition(&format!("evt.type = execve and {comparison}")).is_empty(),
                "{comparison}"
            );
        }
    }
}
