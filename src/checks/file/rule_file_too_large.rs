//! A rules file that no `ConfigMap` holds.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A rules file that no `ConfigMap` holds.
pub const CODE: Code = Code {
    name: "rule-file-too-large",
    severity: Severity::Error,
    page: include_str!("rule_file_too_large.md"),
};

/// So many lines are named at most.
const NAMED: usize = 8;

/// The rules file of that name has more bytes than a `ConfigMap` may have. It could be divided before these lines.
#[must_use]
pub fn refused(name: &str, at: Option<Span>, lines: &[usize]) -> Diagnostic {
    let message = format!(
        "the rules file `{name}` has more than 1 MiB, which is the most that a ConfigMap holds"
    );
    Diagnostic::new(&CODE, message)
        .at(at)
        .help(divided(name, lines))
}

/// How to divide a rules file before these lines, into files that Falco can load in their order.
pub(super) fn divided(name: &str, lines: &[usize]) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let count = lines.len() + 1;
    let digits = count.to_string().len();
    let part = |number| format!("`{stem}-{number:0digits$}.yaml`");
    let named: Vec<String> = lines.iter().take(NAMED).map(ToString::to_string).collect();
    let before = match lines.len() {
        0 => {
            let rest = "which Falco has to load in this order";
            return format!(
                "divide it between items, into {}, `{stem}-2.yaml` and so on, {rest}",
                part(1)
            );
        }
        1 => format!("before line {}", named.join("")),
        2..=NAMED => format!("before lines {}", named.join(", ")),
        _ => format!("before lines {} and so on", named.join(", ")),
    };
    let last = if count == 2 { "and" } else { "to" };
    format!(
        "divide it {before}, into {} {last} {}, which Falco has to load in this order",
        part(1),
        part(count)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_file_are_named_so_that_they_are_loaded_in_their_order() {
        let lines: Vec<usize> = (1..=11).map(|part| part * 100).collect();
        for (count, said) in [
            (0, "between items, into `a-1.yaml`, `a-2.yaml` and so on"),
            (1, "before line 100, into `a-1.yaml` and `a-2.yaml`"),
            (2, "before lines 100, 200, into `a-1.yaml` to `a-3.yaml`"),
            (
                11,
                "before lines 100, 200, 300, 400, 500, 600, 700, 800 and so on, into `a-01.yaml` to `a-12.yaml`",
            ),
        ] {
            let expected = format!("divide it {said}, which Falco has to load in this order");
            assert_eq!(divided("a.yaml", &lines[..count]), expected);
        }
    }
}
