//! Configuration that the chart refuses, since what it configured is gone.

use crate::charts::{OtherKey, OtherValue};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::yaml::{Node, Path};

/// Configuration that the chart refuses, since what it configured is gone.
pub const CODE: Code = Code {
    name: "removed-value",
    severity: Severity::Error,
    page: include_str!("removed_value.md"),
};

/// The key at `path`, written at `key`, is there at all; `version` of the chart is the one that is rendered.
#[must_use]
pub fn key(path: &Path, key: Option<Span>, other: &OtherKey, version: &str) -> Diagnostic {
    let message = format!("version {version} of the chart refuses values that have `{path}`");
    Diagnostic::new(&CODE, message)
        .at(key)
        .label(format!(
            "even if it is null or switched off; {}",
            other.versions
        ))
        .help(other.help())
}

/// The value at `path` is one that the chart takes no longer; `version` is the one that is rendered.
#[must_use]
pub fn value(path: &Path, found: &Node, other: &OtherValue, version: &str) -> Diagnostic {
    let message = format!(
        "version {version} of the chart refuses `{}` for `{path}`",
        other.value
    );
    Diagnostic::new(&CODE, message)
        .at(found.origin.span())
        .label(other.versions.to_string())
        .help(other.instead)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::Versions;
    use crate::source::{SourceKind, Sources};
    use crate::yaml::Origin;

    fn span() -> Span {
        let source = Sources::default().add("values.yaml", "grpc:", SourceKind::File);
        Span::new(source, 0..4)
    }

    #[test]
    fn a_refused_key_says_that_null_does_not_help() {
        let other = OtherKey::gone("falco.grpc", Versions::Former("until 8.0.5"), "take it out");
        let said = key(
            &"falco.grpc".parse().unwrap(),
            Some(span()),
            &other,
            "9.1.0",
        );
        assert_eq!(
            said.message,
            "version 9.1.0 of the chart refuses values that have `falco.grpc`"
        );
        assert_eq!(
            said.remark(),
            Some("even if it is null or switched off; the chart had it until 8.0.5")
        );
        assert_eq!(said.help.as_deref(), Some("take it out"));
        assert_eq!(said.severity, Severity::Error);
    }

    #[test]
    fn a_refused_value_says_who_had_it_until_when() {
        let other = OtherValue {
            path: "driver.kind",
            value: "gvisor",
            versions: Versions::FormerOf("Falco", "until 0.43"),
            instead: "set another",
        };
        let found = Node::text("gvisor", Origin::Written(span()));
        let said = value(&"driver.kind".parse().unwrap(), &found, &other, "9.1.0");
        assert_eq!(
            said.message,
            "version 9.1.0 of the chart refuses `gvisor` for `driver.kind`"
        );
        assert_eq!(said.remark(), Some("Falco had it until 0.43"));
    }
}
