//! A value of an exception that excludes nothing.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::View;
use crate::rules::item::{Entry, Exception};

/// A value of an exception that excludes nothing.
pub const CODE: Code = Code {
    name: "rule-exception-never-matches",
    severity: Severity::Warning,
    page: include_str!("rule_exception_never_matches.md"),
};

/// Reports values of exceptions with an empty list in them, in which nothing can be.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    for rule in view.rules() {
        for exception in &rule.exceptions {
            for (field, part) in empty_parts(exception) {
                if !view.is_own_place(part.span()) {
                    continue;
                }
                let message = format!(
                    "this value of the exception `{}` matches nothing: the list for `{}` is empty",
                    exception.name,
                    field.text()
                );
                let said = Diagnostic::new(&CODE, message)
                    .at(part.span())
                    .help("write what the field is compared with, or take the value out");
                diagnostics.push(said.item(rule.definition.item(ItemKind::Rule)));
            }
        }
    }
}

/// The parts of values that are empty lists, each with its field.
fn empty_parts(exception: &Exception) -> impl Iterator<Item = (&Entry, &Entry)> {
    let fields = exception.fields.items();
    let parts = exception
        .values
        .iter()
        .flat_map(|value| fields.iter().zip(value.items()));
    parts.filter(|(_, part)| part.is_list() && part.items().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_rule;

    #[test]
    fn nothing_is_in_an_empty_list() {
        let exception = |part| {
            said_of_rule(&format!(
                "condition: evt.type = kill\n  output: '%evt.num'\n  exceptions: [{{name: a, \
                 fields: [proc.name, fd.name], comps: [=, in], values: [[sh, {part}]]}}]"
            ))
        };
        let [said] = &*exception("[]") else {
            panic!("{:?}", exception("[]"))
        };
        assert!(
            said.starts_with("warning[rule-exception-never-matches] 5:"),
            "{said}"
        );
        assert!(exception("[/etc/passwd]").is_empty());
    }
}
