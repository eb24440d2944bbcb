//! A tag that is nearly one of MITRE ATT&CK.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, ItemKind, Severity};
use crate::rules::advice::View;
use crate::rules::mitre::{TACTICS, is_technique, tactic};

/// A tag that is nearly one of MITRE ATT&CK.
pub const CODE: Code = Code {
    name: "rule-nearly-mitre-tag",
    severity: Severity::Warning,
    page: include_str!("rule_nearly_mitre_tag.md"),
};

/// Reports tags that name a tactic or technique otherwise than the maintained rules do.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    for rule in view.rules() {
        for tag in &rule.tags {
            let Some(meant) = meant(&tag.text) else {
                continue;
            };
            if view.is_own_place(tag.at.span) {
                let said = Diagnostic::new(
                    &CODE,
                    format!("the tag `{}` is nearly `{meant}`", tag.text),
                )
                .at(tag.at.span)
                .help(format!(
                    "write `{meant}`, so that the rule is found with all others that have this tag"
                ));
                diagnostics.push(said.item(rule.definition.item(ItemKind::Rule)));
            }
        }
    }
}

/// The tag that is meant by one that is none of MITRE's.
fn meant(tag: &str) -> Option<String> {
    if tag.len() > 100 || tactic(tag).is_some() || is_technique(tag) {
        return None;
    }
    let plain = tag
        .trim()
        .to_ascii_lowercase()
        .replace(['-', ' ', '.', '/'], "_");
    let rest = plain.strip_prefix("mitre_").unwrap_or(&plain);
    technique(rest).or_else(|| nearest_tactic(&plain))
}

/// The technique that a text in lower case names, such as `t1059_4`.
fn technique(text: &str) -> Option<String> {
    let number = text.strip_prefix('t')?;
    let technique = match number.split_once('_') {
        Some((technique, part)) if !part.is_empty() => format!("T{technique}.{part:0>3}"),
        _ => format!("T{number}"),
    };
    is_technique(&technique).then_some(technique)
}

/// The tactic that a text with MITRE's prefix names with a slip or two.
fn nearest_tactic(text: &str) -> Option<String> {
    if !text.starts_with("mitre") {
        return None;
    }
    let distance = |known: &str| strsim::osa_distance(text, known);
    let nearest = TACTICS
        .iter()
        .map(|(known, _)| (distance(known), *known))
        .min()?;
    (nearest.0 <= 2).then(|| nearest.1.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_tag_of_mitre_is_found() {
        for (tag, wanted) in [
            ("MITRE_EXECUTION", "mitre_execution"),
            ("mitre_execution ", "mitre_execution"),
            ("mitre-lateral-movment", "mitre_lateral_movement"),
            ("t1059", "T1059"),
            ("T1059.4", "T1059.004"),
            ("mitre_T1059_004", "T1059.004"),
        ] {
            assert_eq!(meant(tag).as_deref(), Some(wanted), "{tag}");
        }
    }

    #[test]
    fn other_tags_are_what_they_are() {
        for tag in [
            "mitre_execution",
            "T1059.004",
            "TA0002",
            "mitre_port_knocking",
            "execution",
            "t1",
            "T10",
            "",
        ] {
            assert_eq!(meant(tag), None, "{tag}");
        }
    }
}
