//! Lists of rules as JSON.

use serde_json::{Value, json};

use super::matrix::Tactic;
use super::{Row, State};
use crate::report::pretty;

/// An array with an object for each rule.
pub fn list(rows: &[Row<'_>]) -> String {
    let rules: Vec<Value> = rows.iter().map(rule).collect();
    pretty(&rules)
}

fn rule(row: &Row<'_>) -> Value {
    let changes = row.changes.iter().map(|change| {
        json!({
            "way": change.way,
            "keys": change.keys,
            "file": change.file,
            "line": change.line,
        })
    });
    json!({
        "rule": row.name,
        "source": row.source,
        "priority": row.priority,
        "tags": row.tags,
        "enabled": row.state == State::Enabled,
        "state": row.state.name(),
        "file": row.file,
        "line": row.line,
        "changes": changes.collect::<Vec<_>>(),
    })
}

/// An array with an object for each tactic.
pub fn matrix(tactics: &[Tactic<'_>]) -> String {
    let tactics: Vec<Value> = tactics
        .iter()
        .map(|tactic| {
            let techniques = tactic
                .techniques
                .iter()
                .map(|(technique, rules)| json!({ "technique": technique, "rules": rules }));
            json!({ "tactic": tactic.name, "techniques": techniques.collect::<Vec<_>>() })
        })
        .collect();
    pretty(&tactics)
}
