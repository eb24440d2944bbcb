//! A text in the other case than a transformer gives.

use crate::condition::{Literal, Operator, Term, TransformerKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::rules::advice::{Comparison, View};

/// A text in the other case than a transformer gives.
pub const CODE: Code = Code {
    name: "rule-case-never-matches",
    severity: Severity::Warning,
    page: include_str!("rule_case_never_matches.md"),
};

/// Operators to which the case counts.
const EXACT: [Operator; 10] = [
    Operator::Equal,
    Operator::DoubleEqual,
    Operator::NotEqual,
    Operator::In,
    Operator::Intersects,
    Operator::Contains,
    Operator::StartsWith,
    Operator::EndsWith,
    Operator::PMatch,
    Operator::Glob,
];

/// Reports what `tolower` and `toupper` make of a field compared with texts that have letters of the other case.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    view.each_comparison(diagnostics, |comparison| {
        let literals = comparison.literals().iter();
        literals.filter_map(move |literal| other_case(comparison, *literal))
    });
}

fn other_case(comparison: Comparison, literal: Literal) -> Option<Diagnostic> {
    let Term::Transformer(transformer) = &comparison.check.left else {
        return None;
    };
    let value = comparison.value(literal);
    let (fitting, letters) = match transformer.kind {
        TransformerKind::ToLower => (value.to_ascii_lowercase(), "capital"),
        TransformerKind::ToUpper => (value.to_ascii_uppercase(), "small"),
        _ => return None,
    };
    // A class of a pattern may have both.
    if fitting == *value || value.contains('[') || !comparison.is_by(&EXACT) {
        return None;
    }
    let kind = transformer.kind.word();
    let message = format!("`{kind}` gives no {letters} letters, and `{value}` has some");
    let said = Diagnostic::new(&CODE, message).at(comparison.place(literal.span)?);
    Some(said.help(format!("write `{fitting}`")))
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_condition;

    #[test]
    fn a_text_of_the_other_case_never_matches() {
        let said = said_of_condition("evt.type = kill and tolower(fd.name) = /etc/Passwd");
        assert_eq!(
            said,
            [
                "warning[rule-case-never-matches] 3:53 `tolower` gives no capital letters, and `/etc/Passwd` has some"
            ]
        );
        assert!(said_of_condition("evt.type = kill and tolower(fd.name) = /etc/passwd").is_empty());
        assert!(
            said_of_condition("evt.type = kill and tolower(fd.name) icontains Passwd").is_empty()
        );
    }
}
