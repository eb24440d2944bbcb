//! A wildcard where none counts.

use crate::condition::{Literal, Operator};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::rules::advice::{Comparison, View};

/// A wildcard where none counts.
pub const CODE: Code = Code {
    name: "rule-wildcard-as-text",
    severity: Severity::Warning,
    page: include_str!("rule_wildcard_as_text.md"),
};

/// Operators that compare with the text as it is. `pmatch` takes wildcards (libs 0.25, `prefix_search.h`).
const PLAIN: [Operator; 8] = [
    Operator::Equal,
    Operator::DoubleEqual,
    Operator::NotEqual,
    Operator::In,
    Operator::Contains,
    Operator::IContains,
    Operator::StartsWith,
    Operator::EndsWith,
];

/// Fields whose values are names and paths, which have no star; those of command lines and of requests may.
const NAMES: [&str; 14] = [
    "fd.name",
    "fd.directory",
    "fd.filename",
    "fs.path.",
    "proc.name",
    "proc.pname",
    "proc.aname",
    "proc.exepath",
    "proc.pexepath",
    "proc.aexepath",
    "container.name",
    "container.image",
    "k8s.",
    "user.name",
];

/// Reports texts with a star in them that are compared with names and paths as they are.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    view.each_comparison(diagnostics, |comparison| {
        let literals = comparison.literals().iter();
        literals.filter_map(move |literal| wildcard(comparison, *literal))
    });
}

fn wildcard(comparison: Comparison, literal: Literal) -> Option<Diagnostic> {
    let field = comparison.field()?;
    let holds_names = NAMES.iter().any(|name| field.starts_with(name));
    let text = comparison.text(literal.span);
    if !text.contains('*') || !holds_names || !comparison.is_by(&PLAIN) || is_cut_name(text) {
        return None;
    }
    let operator = comparison.check.operator.word();
    let said = Diagnostic::new(
        &CODE,
        format!("`{operator}` takes `*` for a star, not for a wildcard"),
    )
    .at(comparison.place(literal.span)?);
    Some(said.help(remedy(comparison.check.operator)))
}

/// Whether a text may be the name of a thread that Ruby has cut to 15 bytes, the last of which it makes a star.
fn is_cut_name(text: &str) -> bool {
    text.len() == 15 && text.ends_with('*') && !text.contains('/')
}

fn remedy(operator: Operator) -> &'static str {
    match operator {
        Operator::In => {
            "compare by `glob`, or by `pmatch` if paths are meant with all that is below them"
        }
        Operator::Contains | Operator::IContains | Operator::StartsWith | Operator::EndsWith => {
            "take the star out, or compare by `glob`"
        }
        _ => "compare by `glob`",
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_condition;

    #[test]
    fn a_star_is_a_wildcard_to_some_operators_only() {
        let said = said_of_condition("evt.type = kill and fd.name in (/etc/*)");
        assert_eq!(
            said,
            ["warning[rule-wildcard-as-text] 3:46 `in` takes `*` for a star, not for a wildcard"]
        );
        assert!(said_of_condition("evt.type = kill and fd.name pmatch (/etc/*)").is_empty());
        assert!(said_of_condition("evt.type = kill and proc.args contains \"*\"").is_empty());
    }
}
