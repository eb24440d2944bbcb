//! Values that the chart documents and nothing in it reads.

use crate::checks::values::value_without_effect;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Node, Path};

/// Each such value, with the one that does what it promises.
const UNREAD: [(&[&str], &str); 3] = [
    (&["podHostname"], "falco.podHostname"),
    (
        &["metrics", "service", "ports", "metrics", "ipFamilyPolicy"],
        "metrics.service.ipFamilyPolicy",
    ),
    (
        &["metrics", "service", "ports", "metrics", "ipFamilies"],
        "metrics.service.ipFamilies",
    ),
];

/// Warns of each value that the user wrote and nothing reads, unless it says nothing.
pub fn check(values: &Node, diagnostics: &mut Diagnostics) {
    for (path, instead) in UNREAD {
        let written = values.at(path).filter(|value| value.is_true());
        if let Some(value) = written.filter(|value| value.origin.span().is_some()) {
            let path = Path::keys(path.iter().copied());
            diagnostics.push(value_without_effect::unread(&path, value, instead));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::charts::falco::tests::said;

    #[test]
    fn a_value_that_nothing_reads_has_no_effect() {
        assert_eq!(
            said("podHostname: a"),
            ["warning: `podHostname` has no effect"]
        );
        assert_eq!(said("podHostname: ''"), [""; 0]);
    }
}
