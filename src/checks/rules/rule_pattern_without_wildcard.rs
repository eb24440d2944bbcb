//! A comparison with a pattern that has no wildcard.

use crate::condition::Operator;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::rules::advice::{Comparison, View};

/// A comparison with a pattern that has no wildcard.
pub const CODE: Code = Code {
    name: "rule-pattern-without-wildcard",
    severity: Severity::Warning,
    page: include_str!("rule_pattern_without_wildcard.md"),
};

/// Reports `glob` with texts that fit nothing but themselves.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    view.each_comparison(diagnostics, plain);
}

fn plain(comparison: Comparison) -> Option<Diagnostic> {
    let literals = comparison.literals();
    let has_wildcard = |text: &str| text.contains(['*', '?', '[', '\\']);
    let is_plain = literals
        .iter()
        .all(|literal| !has_wildcard(&comparison.value(*literal)));
    let first = literals
        .first()
        .filter(|_| is_plain && comparison.is_by(&[Operator::Glob]))?;
    let said = Diagnostic::new(&CODE, "the pattern has no wildcard")
        .at(comparison.place(first.span)?)
        .label("fits this very text alone");
    Some(if comparison.check.modifier.is_some() {
        said.help("write `in` in the place of `glob`, or a pattern with `*` in it")
    } else {
        said.help("write `=` in the place of `glob`, or a pattern with `*` in it")
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_condition;

    #[test]
    fn a_pattern_without_a_wildcard_is_mentioned() {
        let said = said_of_condition("evt.type = kill and fd.name glob /etc/passwd");
        assert_eq!(
            said,
            ["warning[rule-pattern-without-wildcard] 3:47 the pattern has no wildcard"]
        );
        assert!(said_of_condition("evt.type = kill and fd.name glob /etc/*").is_empty());
        assert!(said_of_condition("evt.type = kill and fd.name iglob /etc/passwd").is_empty());
    }
}
