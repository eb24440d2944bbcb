//! The name of a process that is longer than the kernel keeps.

use foldhash::HashSet;

use super::rule_undefined_list;
use crate::condition::{Literal, Operator};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::rules::advice::{Comparison, View};

/// The name of a process that is longer than the kernel keeps.
pub const CODE: Code = Code {
    name: "rule-long-process-name",
    severity: Severity::Warning,
    page: include_str!("rule_long_process_name.md"),
};

/// So many bytes of a name does Linux keep (`TASK_COMM_LEN` less the byte behind it).
const KEPT: usize = 15;

/// Operators that compare with the whole name.
const OPERATORS: [Operator; 4] = [
    Operator::Equal,
    Operator::DoubleEqual,
    Operator::NotEqual,
    Operator::In,
];

/// Reports names of processes that are compared with longer texts, unless another field is compared with the same text:
/// lists are made for several fields.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    let mut long = HashSet::default();
    view.comparisons(|comparison, _| {
        let names = too_long(comparison).map(|literal| comparison.value(literal).into_owned());
        long.extend(names);
    });
    if long.is_empty() {
        return;
    }
    view.comparisons(|comparison, _| {
        if comparison.field().is_none_or(|field| !is_name(field)) {
            for literal in comparison.literals() {
                long.remove(&*comparison.value(*literal));
            }
        }
    });
    view.each_comparison(diagnostics, |comparison| {
        let long = &long;
        let literals = too_long(comparison).filter(move |literal| {
            long.contains(&*comparison.value(*literal))
                && !rule_undefined_list::seems_list(view, comparison, *literal)
                && !rule_undefined_list::is_maintained(view, comparison.text(literal.span))
        });
        literals.filter_map(move |literal| never(comparison, literal))
    });
}

/// The texts of a comparison that no name of a process equals. Whoever has written one of just the length that the kernel
/// keeps beside them knows of that.
fn too_long(comparison: Comparison<'_>) -> impl Iterator<Item = Literal> {
    let literals = comparison.literals();
    let is_name = comparison.field().is_some_and(is_name) && comparison.is_by(&OPERATORS);
    let length = move |literal: &Literal| comparison.value(*literal).len();
    let is_looked_at = is_name && !literals.iter().any(|literal| length(literal) == KEPT);
    let is_path = move |literal: &Literal| comparison.value(*literal).starts_with('/');
    // A path is wrong for another reason, which `rule-impossible-value` says.
    let long = literals
        .iter()
        .filter(move |literal| is_looked_at && length(literal) > KEPT && !is_path(literal))
        .filter(move |literal| !comparison.is_term(**literal));
    long.copied()
}

fn never(comparison: Comparison, literal: Literal) -> Option<Diagnostic> {
    let (field, value) = (comparison.field()?, comparison.value(literal));
    let message = format!(
        "`{field}` never has more than {KEPT} bytes, and this text has {}",
        value.len()
    );
    let said = Diagnostic::new(&CODE, message).at(comparison.place(literal.span)?);
    let mut end = KEPT;
    while !value.is_char_boundary(end) {
        end -= 1;
    }
    Some(said.help(format!(
        "write `{}`, as the kernel cuts it, or compare the path of the program, such as `proc.exepath`",
        value[..end].trim_end()
    )))
}

/// Whether a field is the name that the kernel keeps of a process.
fn is_name(field: &str) -> bool {
    matches!(field, "proc.name" | "proc.pname" | "proc.aname") || field.starts_with("proc.aname[")
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_condition;

    #[test]
    fn a_longer_name_than_the_kernel_keeps_never_matches() {
        let said = said_of_condition("evt.type = kill and proc.name = unattended-upgrade");
        assert_eq!(
            said,
            [
                "warning[rule-long-process-name] 3:46 `proc.name` never has more than 15 bytes, and this text has 18"
            ]
        );
        assert!(said_of_condition("evt.type = kill and proc.name = unattended-upgr").is_empty());
        let both =
            "evt.type = kill and (proc.name = unattended-upgrade or proc.exe = unattended-upgrade)";
        assert!(said_of_condition(both).is_empty());
        assert!(
            said_of_condition(
                "evt.type = kill and proc.name in (unattended-upgr, apt-check-updates)"
            )
            .is_empty()
        );
    }
}
