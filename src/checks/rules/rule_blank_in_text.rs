//! A text with a blank at an end where the field has none.

use crate::condition::{Literal, Operator};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::rules::advice::{Comparison, View};

/// A text with a blank at an end where the field has none.
pub const CODE: Code = Code {
    name: "rule-blank-in-text",
    severity: Severity::Warning,
    page: include_str!("rule_blank_in_text.md"),
};

/// Reports texts with a blank at an end that is compared with an end of the field.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    view.each_comparison(diagnostics, |comparison| {
        let literals = comparison.literals().iter();
        literals.filter_map(move |literal| blank(comparison, *literal))
    });
}

fn blank(comparison: Comparison, literal: Literal) -> Option<Diagnostic> {
    let value = comparison.value(literal);
    let (begins, ends) = (value.starts_with(' '), value.ends_with(' '));
    let is_odd = match comparison.check.operator {
        Operator::Equal | Operator::DoubleEqual | Operator::NotEqual | Operator::In => {
            begins || ends
        }
        Operator::StartsWith => begins,
        Operator::EndsWith => ends,
        _ => false,
    };
    if !is_odd || value.trim().is_empty() || comparison.field().is_none_or(has_blanks) {
        return None;
    }
    let end = if begins { "begins" } else { "ends" };
    let said = Diagnostic::new(&CODE, format!("the text {end} with a blank"))
        .at(comparison.place(literal.span)?)
        .label("a value without it does not match");
    Some(said.help("take the blank out, or compare by `contains` if it is meant"))
}

/// Whether values of a field may well end with a blank: those of command lines do, if their last argument does.
fn has_blanks(field: &str) -> bool {
    field.contains("cmdline") || field.contains("args") || field.starts_with("evt.")
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_condition;

    #[test]
    fn a_blank_at_the_end_of_a_text_is_mentioned() {
        let said = said_of_condition("evt.type = kill and proc.name = \"sh \"");
        assert_eq!(
            said,
            ["warning[rule-blank-in-text] 3:46 the text ends with a blank"]
        );
        assert!(said_of_condition("evt.type = kill and proc.cmdline contains \" -c \"").is_empty());
        assert!(
            said_of_condition("evt.type = kill and proc.cmdline startswith \"sh \"").is_empty()
        );
        assert!(said_of_condition("evt.type = kill and proc.cmdline = \"sh -c ls \"").is_empty());
    }
}
