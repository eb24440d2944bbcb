//! An output that prints no field of the event.

use crate::condition;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::View;

/// An output that prints no field of the event.
pub const CODE: Code = Code {
    name: "rule-output-without-fields",
    severity: Severity::Warning,
    page: include_str!("rule_output_without_fields.md"),
};

/// Reports the outputs without a field.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    for rule in view.rules() {
        let output = rule.output.as_str();
        // A percent sign without a field behind it is an error.
        if output.is_empty() || output.contains('%') {
            continue;
        }
        let whole = condition::Span::new(0, output.len());
        if let Some(place) = view.place(&rule.output, whole) {
            let said = Diagnostic::new(&CODE, "the output names no field of the event")
                .at(place)
                .help("say what happened where and by whom, such as `file=%fd.name command=%proc.cmdline`");
            diagnostics.push(said.item(rule.definition.item(ItemKind::Rule)));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_rule;

    #[test]
    fn an_output_without_a_field_is_mentioned() {
        let said = said_of_rule("condition: evt.type = kill\n  output: Someone opened a file");
        assert_eq!(
            said,
            ["warning[rule-output-without-fields] 4:11 the output names no field of the event"]
        );
        assert!(said_of_rule("condition: evt.type = kill\n  output: '*%evt.num'").is_empty());
    }
}
