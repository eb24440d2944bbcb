//! A name that cannot be one.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::Span;
use crate::yaml::Node;

/// A name that cannot be one.
pub const CODE: Code = Code {
    name: "invalid-name",
    severity: Severity::Error,
    page: include_str!("invalid_name.md"),
};

/// Checks the name of a release: at most 53 characters, as Helm has it, and a DNS subdomain.
#[must_use]
pub fn release(name: &Node) -> Option<Diagnostic> {
    let text = name.as_text().unwrap_or_default();
    let wrong = match text.len() {
        0 => Some("it is empty"),
        1..=53 => not_a_subdomain(text),
        _ => Some("it is longer than 53 characters"),
    };
    wrong.map(|wrong| invalid("release name", name, wrong))
}

/// Checks the name of a namespace: a DNS label.
#[must_use]
pub fn namespace(name: &Node) -> Option<Diagnostic> {
    label(name).map(|wrong| invalid("namespace", name, wrong))
}

/// Checks the name of an object: a DNS label that begins with a letter for a Service, a DNS subdomain for most others.
/// The names of roles and their bindings are free but for `/` and `%`.
#[must_use]
pub fn object(kind: &str, name: &Node) -> Option<Diagnostic> {
    let text = name.as_text().unwrap_or_default();
    let wrong = match kind {
        "Service" => label(name).or_else(|| {
            let digit = text.starts_with(|c: char| c.is_ascii_digit());
            digit.then_some("the name of a Service begins with a letter")
        }),
        "Namespace" => label(name),
        "Role" | "RoleBinding" | "ClusterRole" | "ClusterRoleBinding" => {
            let free =
                !text.is_empty() && !text.contains(['/', '%']) && text != "." && text != "..";
            (!free).then_some("it is empty, `.`, `..`, or holds `/` or `%`")
        }
        _ if text.is_empty() => Some("it is empty"),
        _ if text.len() > 253 => Some("it is longer than 253 characters"),
        _ => not_a_subdomain(text),
    };
    wrong.map(|wrong| invalid(&format!("name for kind {kind}"), name, wrong))
}

/// Checks keys of a `ConfigMap`, each with the place where it is written. One that is told already is not told again.
pub fn configmap_keys<'k>(
    keys: impl IntoIterator<Item = (&'k str, Option<Span>)>,
    diagnostics: &mut Diagnostics,
) {
    for (key, span) in keys {
        if let Some(wrong) = configmap_key(key, span) {
            diagnostics.push_once(wrong);
        }
    }
}

/// Checks a key of a `ConfigMap` or Secret, which is written at `span`.
#[must_use]
pub fn configmap_key(key: &str, span: Option<Span>) -> Option<Diagnostic> {
    let wrong = match key {
        "" => "it is empty",
        "." => "`.` is no file name",
        _ if key.starts_with("..") => "no file name begins with `..`",
        _ if key.len() > 253 => "it is longer than 253 characters",
        _ if key
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-._".contains(c)) =>
        {
            return None;
        }
        _ => "only letters, digits, `-`, `_` and `.` are allowed",
    };
    let diagnostic = Diagnostic::new(
        &CODE,
        format!("`{key}` is not a valid name for a file in a ConfigMap"),
    )
    .at(span)
    .label(wrong);
    Some(match valid_key(key) {
        Some(proposal) => diagnostic.help(format!("name it `{proposal}`")),
        None => diagnostic,
    })
}

/// Checks the value of a label: at most 63 characters, with letters or digits at its ends.
#[must_use]
pub fn label_value(value: &Node) -> Option<Diagnostic> {
    let text = value.as_text()?;
    let inside = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let wrong = if text.len() > 63 {
        "it is longer than 63 characters"
    } else if text.is_empty() || text.chars().all(inside) && ends_well(text) {
        return None;
    } else {
        "only letters, digits, `-`, `_` and `.` are allowed, and a letter or digit at both ends"
    };
    Some(invalid("label value", value, wrong))
}

/// The name of a file in a `ConfigMap` that is most like a key, with its ending, if there is anything of it.
fn valid_key(key: &str) -> Option<String> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let valid: String = key
        .chars()
        .map(|c| if allowed(c) { c } else { '-' })
        .collect();
    let valid = match valid.strip_prefix("..") {
        Some(rest) => rest.trim_start_matches('.'),
        None => &valid,
    };
    let (stem, ending) = match valid.rfind('.').filter(|dot| valid.len() - dot <= 10) {
        Some(dot) => valid.split_at(dot),
        None => (valid, ""),
    };
    let stem = &stem[..stem.len().min(253 - ending.len())];
    (!valid.trim_matches('.').is_empty()).then(|| format!("{stem}{ending}"))
}

fn label(name: &Node) -> Option<&'static str> {
    let text = name.as_text().unwrap_or_default();
    match text.len() {
        0 => Some("it is empty"),
        1..=63 if text.contains('.') => Some("it holds a dot"),
        1..=63 => not_a_subdomain(text),
        _ => Some("it is longer than 63 characters"),
    }
}

/// What keeps a text from being labels of lower-case letters, digits and dashes, joined by dots.
fn not_a_subdomain(text: &str) -> Option<&'static str> {
    let inside = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
    if !text.chars().all(inside) {
        Some("only lower-case letters, digits, `-` and `.` are allowed")
    } else if text.split('.').all(ends_well) {
        None
    } else {
        Some("a name, and each of its parts between dots, begins and ends with a letter or digit")
    }
}

fn ends_well(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.ends_with(|c: char| c.is_ascii_alphanumeric())
}

fn invalid(what: &str, name: &Node, wrong: &str) -> Diagnostic {
    let text = name.as_text().unwrap_or_default();
    Diagnostic::new(&CODE, format!("`{text}` is not a valid {what}"))
        .at(name.origin.span())
        .label(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_name_has_at_most_53_characters() {
        assert_eq!(release(&Node::constant("r".repeat(53))), None);
        assert!(release(&Node::constant("r".repeat(54))).is_some());
    }

    #[test]
    fn a_service_name_is_stricter_than_others() {
        let name = Node::constant("1.falco");
        assert_eq!(object("ConfigMap", &name), None);
        assert!(object("Service", &name).is_some());
        assert!(object("Service", &Node::constant("1falco")).is_some());
    }

    #[test]
    fn a_role_may_hold_colons() {
        assert_eq!(object("ClusterRole", &Node::constant("system:falco")), None);
        assert!(object("ClusterRole", &Node::constant("a/b")).is_some());
    }

    #[test]
    fn a_key_does_not_begin_with_two_dots() {
        assert_eq!(configmap_key(".a", None), None);
        assert_eq!(configmap_key("a..b", None), None);
        let long = format!("{}.yaml", "a".repeat(300));
        let cut = format!("name it `{}.yaml`", "a".repeat(248));
        for (key, help) in [
            ("...a b", Some("name it `a-b`")),
            ("..", None),
            (".", None),
            (&long, Some(&cut)),
        ] {
            let diagnostic = configmap_key(key, None).unwrap();
            assert_eq!(diagnostic.help.as_deref(), help, "{key}");
        }
    }

    #[test]
    fn a_key_with_a_slash_gets_a_proposal() {
        let diagnostic = configmap_key("team a/rules.yaml", None).unwrap();
        assert_eq!(
            diagnostic.help.as_deref(),
            Some("name it `team-a-rules.yaml`")
        );
    }
}
