//! Two definitions of one name in the same file.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::View;
use crate::rules::item::Definition;
use crate::source::Span;

/// Two definitions of one name in the same file.
pub const CODE: Code = Code {
    name: "rule-defined-again",
    severity: Severity::Warning,
    page: include_str!("rule_defined_again.md"),
};

/// Reports what is defined twice in one file. What an earlier file defines is often replaced on purpose.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    let rules = view.rules().map(|rule| (&rule.definition, ItemKind::Rule));
    let macros = view
        .macros()
        .map(|macro_| (&macro_.definition, ItemKind::Macro));
    let lists = view.lists().map(|list| (&list.definition, ItemKind::List));
    for (definition, kind) in rules.chain(macros).chain(lists) {
        let places: Vec<Span> = places(definition).collect();
        for pair in places.windows(2) {
            let [before, again] = *pair else { continue };
            if before.source == again.source && view.is_own_place(again) {
                let message = format!("the {} `{}` is defined again", kind.name(), definition.name);
                let said = Diagnostic::new(&CODE, message)
                    .at(again)
                    .related(before, "nothing is left of this definition")
                    .help("give one of the two another name; to change the first one, say how by `override`");
                diagnostics.push(said.item(definition.item(kind)));
            }
        }
    }
}

/// The places of all definitions of a name, in their order.
fn places(definition: &Definition) -> impl Iterator<Item = Span> {
    let earlier = definition
        .changes
        .iter()
        .filter(|change| change.way == "defined before");
    earlier.map(|change| change.at).chain([definition.at])
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said;

    #[test]
    fn a_second_definition_in_one_file_is_mentioned() {
        let text = "- list: a\n  items: [sh]\n- list: a\n  items: [bash]\n\
                    - macro: b\n  condition: proc.name in (a)\n- macro: b\n  condition: proc.pname in (a)\n";
        let said = said(text);
        assert!(
            said.contains(&"warning[rule-defined-again] 3:9 the list `a` is defined again".into()),
            "{said:?}"
        );
        assert!(
            said.contains(
                &"warning[rule-defined-again] 7:10 the macro `b` is defined again".into()
            ),
            "{said:?}"
        );
    }
}
