//! Rules by tactic and technique of MITRE ATT&CK, as their tags name them: `mitre_execution` and `T1059`.

use std::collections::BTreeMap;

use super::Row;
use crate::rules::mitre::{TACTICS, is_technique, tactic};

/// A tactic with the techniques that rules name beside it.
#[derive(Debug)]
pub struct Tactic<'a> {
    /// Its name, as MITRE has it.
    pub name: &'static str,
    /// The rules of each technique; `-` for rules that name none.
    pub techniques: BTreeMap<&'a str, Vec<&'a str>>,
}

/// The tactics in MITRE's order, those without rules too. Rules that name no tactic are not in it.
pub fn of<'a>(rows: &'a [Row<'a>]) -> Vec<Tactic<'a>> {
    let of_tactic = |name: &'static str| {
        let mut techniques: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let rows = rows
            .iter()
            .filter(|row| row.tags.iter().any(|tag| tactic(tag) == Some(name)));
        for row in rows {
            let named: Vec<&str> = row
                .tags
                .iter()
                .copied()
                .filter(|tag| is_technique(tag))
                .collect();
            let named = if named.is_empty() { vec!["-"] } else { named };
            for technique in named {
                techniques.entry(technique).or_default().push(row.name);
            }
        }
        Tactic { name, techniques }
    };
    TACTICS.iter().map(|(_, name)| of_tactic(name)).collect()
}

/// The matrix as texts, with a first row of names.
pub fn cells(tactics: &[Tactic<'_>]) -> Vec<Vec<String>> {
    let mut cells = vec![["TACTIC", "TECHNIQUE", "RULES"].map(str::to_owned).to_vec()];
    for tactic in tactics {
        if tactic.techniques.is_empty() {
            cells.push(vec![
                tactic.name.to_owned(),
                "-".to_owned(),
                "none".to_owned(),
            ]);
        }
        for (technique, rules) in &tactic.techniques {
            let technique = (*technique).to_owned();
            cells.push(vec![tactic.name.to_owned(), technique, rules.join("; ")]);
        }
    }
    cells
}
