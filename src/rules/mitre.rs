//! The tactics and techniques of MITRE ATT&CK as tags of rules name them.

/// The tactics of the enterprise matrix, version 17, in its order: as a tag, and as MITRE writes them.
pub const TACTICS: [(&str, &str); 14] = [
    ("mitre_reconnaissance", "Reconnaissance"),
    ("mitre_resource_development", "Resource Development"),
    ("mitre_initial_access", "Initial Access"),
    ("mitre_execution", "Execution"),
    ("mitre_persistence", "Persistence"),
    ("mitre_privilege_escalation", "Privilege Escalation"),
    ("mitre_defense_evasion", "Defense Evasion"),
    ("mitre_credential_access", "Credential Access"),
    ("mitre_discovery", "Discovery"),
    ("mitre_lateral_movement", "Lateral Movement"),
    ("mitre_collection", "Collection"),
    ("mitre_command_and_control", "Command and Control"),
    ("mitre_exfiltration", "Exfiltration"),
    ("mitre_impact", "Impact"),
];

/// The tactic that a tag names.
#[must_use]
pub fn tactic(tag: &str) -> Option<&'static str> {
    let tactic = TACTICS.iter().find(|(known, _)| *known == tag);
    tactic.map(|(_, name)| *name)
}

/// Whether a tag is the number of a technique or of a part of one: `T1059`, `T1059.004`.
#[must_use]
pub fn is_technique(tag: &str) -> bool {
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some(number) = tag.strip_prefix('T') else {
        return false;
    };
    match number.split_once('.') {
        Some((technique, part)) => digits(technique, 4) && digits(part, 3),
        None => digits(number, 4),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_technique_has_four_digits_and_its_parts_three_more() {
        assert!(is_technique("T1059"));
        assert!(is_technique("T1059.004"));
        for tag in ["t1059", "T105", "T10599", "T1059.4", "T1059.", "TA0001"] {
            assert!(!is_technique(tag), "{tag}");
        }
    }
}
