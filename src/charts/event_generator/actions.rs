//! The pattern of actions, which the chart writes without quotes (chart file templates/pod-template.tpl).

use crate::charts::text::text;
use crate::checks::values::invalid_value;
use crate::diagnostic::Diagnostics;
use crate::source::{SourceKind, Sources};
use crate::yaml::{self, Limits, Node, Path};

/// Reports a pattern that is something else when Helm reads it back. Where Helm cannot read it at all, it is no harm
/// that the event-generator gets it.
pub fn check(values: &Node, diagnostics: &mut Diagnostics) {
    let path = ["config", "actions"];
    if let Some(actions) = values.at(&path)
        && actions.as_text().is_some_and(is_misread)
    {
        diagnostics.push(invalid_value::misread(&Path::keys(path), actions));
    }
}

/// Whether a text is another one, or none, as an item of a list without quotes.
fn is_misread(pattern: &str) -> bool {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let source = sources.add("", format!("- {pattern}"), SourceKind::File);
    let read = yaml::read(&sources, source, &Limits::default(), &mut diagnostics);
    let Some(read) = read.filter(|_| !diagnostics.has_errors()) else {
        return false;
    };
    match read.as_list() {
        Some([item]) => text(item).as_text() != Some(pattern),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_misread_if_yaml_makes_something_else_of_it() {
        for pattern in ["helper.*: x", "helper #all", "[a]", "yes", "'a'"] {
            assert!(is_misread(pattern), "{pattern}");
        }
        for pattern in ["^syscall", "^(syscall|helper)\\.", "[a-z]+", ".*", "7"] {
            assert!(!is_misread(pattern), "{pattern}");
        }
    }
}
