//! A key that an item of a rules file has twice.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A key that an item of a rules file has twice.
pub const CODE: Code = Code {
    name: "rule-repeated-key",
    severity: Severity::Warning,
    page: include_str!("rule_repeated_key.md"),
};

/// A key that stands in the same map already: Falco takes the first one in silence (yaml-cpp).
#[must_use]
pub fn again(at: Span, key: &str, first: Span) -> Diagnostic {
    Diagnostic::new(&CODE, format!("the key `{key}` is there twice"))
        .at(at)
        .label("Falco does not read this one")
        .related(first, "it takes the first one")
        .help("take one of them out; a new item begins with `- `")
}

#[cfg(test)]
mod tests {
    use crate::rules::trial::said_of_rule;

    #[test]
    fn a_second_key_of_one_name_is_mentioned() {
        let said =
            said_of_rule("condition: evt.type = kill\n  output: '%evt.num'\n  output: '%evt.time'");
        assert_eq!(
            said,
            ["warning[rule-repeated-key] 5:3 the key `output` is there twice"]
        );
    }
}
