//! The values as a chart is to see them.

use std::sync::{Arc, LazyLock};

use serde_json::Value;

use super::merge::{Removed, with_defaults};
use super::validate::validate;
use crate::charts::Chart;
use crate::checks::values::missing_value;
use crate::diagnostic::Diagnostics;
use crate::source::Sources;
use crate::yaml::{Entry, Kind, Node, Path, defaults_from_json};

/// The user's values over the chart's defaults, validated. Every declared value is there, if only as null, so that a
/// template which names one that is not declared is found out.
pub fn effective(
    user: &Node,
    chart: &Chart,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Node {
    let defaults = defaults_from_json((chart.defaults)());
    if user.is_null() {
        return defaults;
    }
    let schema: Value = serde_json::from_str(chart.schema_text).unwrap_or_default();
    let validated = validate(user, &schema, sources, diagnostics);
    let merged = with_defaults(&validated, &defaults);
    let mut values = merged.values;
    for removed in merged.removed {
        restore(&mut values, removed, &schema, &defaults, diagnostics);
    }
    values
}

/// Puts a declared value that was removed back as null. A whole section cannot be removed.
fn restore(
    values: &mut Node,
    removed: Removed,
    schema: &Value,
    defaults: &Node,
    diagnostics: &mut Diagnostics,
) {
    let declared = removed
        .path
        .iter()
        .try_fold(schema, |schema, key| schema["properties"].get(&**key));
    let Some(declared) = declared else {
        return;
    };
    let value = if declared["properties"].is_object() {
        let path = Path::keys(removed.path.clone());
        diagnostics.push(missing_value::section_removed(&path, &removed.by));
        path.find(defaults).cloned().unwrap_or_else(Node::null)
    } else {
        Node::new(Kind::Null, removed.by)
    };
    insert(values, &removed.path, value);
}

fn insert(node: &mut Node, path: &[Arc<str>], value: Node) {
    let (Some((key, rest)), Kind::Map(map)) = (path.split_first(), &mut node.kind) else {
        return;
    };
    let map = Arc::make_mut(map);
    if rest.is_empty() {
        let entry = Entry {
            key: value.origin.clone(),
            value,
        };
        map.insert(Arc::clone(key), entry);
    } else if let Some(entry) = map.get_mut(key) {
        insert(&mut entry.value, rest, value);
    }
}

/// The value at a path that the chart cannot do without; if it is null, that is reported where the user wrote it.
pub fn needed<'a>(values: &'a Node, path: &[&str], diagnostics: &mut Diagnostics) -> &'a Node {
    static NULL: LazyLock<Node> = LazyLock::new(Node::null);
    let path = Path::keys(path.iter().copied());
    let node = path.find(values).unwrap_or(&NULL);
    if node.is_null() {
        diagnostics.push(missing_value::removed(&path, &node.origin));
    }
    node
}
