//! A field that is compared with itself.

use crate::condition::{Right, Term, TransformerKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::rules::advice::{Comparison, View};

/// A field that is compared with itself.
pub const CODE: Code = Code {
    name: "rule-compares-with-itself",
    severity: Severity::Warning,
    page: include_str!("rule_compares_with_itself.md"),
};

/// Reports comparisons that have the same on both sides.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    view.each_comparison(diagnostics, with_itself);
}

fn with_itself(comparison: Comparison) -> Option<Diagnostic> {
    let Right::Term(right) = &comparison.check.right else {
        return None;
    };
    let left = comparison.text(comparison.check.left.span());
    let inner = comparison.text(without_val(right).span());
    if left != inner {
        return None;
    }
    let said = Diagnostic::new(&CODE, format!("`{left}` is compared with itself"))
        .at(comparison.place(comparison.check.span)?);
    Some(said.help("name the other field that is meant"))
}

/// What stands within `val(…)`.
fn without_val(term: &Term) -> &Term {
    match term {
        Term::Transformer(transformer) if transformer.kind == TransformerKind::Val => {
            transformer.arguments.first().unwrap_or(term)
        }
        _ => term,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_condition;

    #[test]
    fn a_field_compared_with_itself_is_mentioned() {
        let said = said_of_condition("evt.type = kill and proc.name = val(proc.name)");
        assert_eq!(
            said,
            ["warning[rule-compares-with-itself] 3:34 `proc.name` is compared with itself"]
        );
        assert!(said_of_condition("evt.type = kill and proc.name = val(proc.pname)").is_empty());
    }
}
