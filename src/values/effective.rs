//! The values as a chart is to see them.

use std::sync::{Arc, LazyLock};

use serde_json::Value;

use super::merge::{Removed, with_defaults};
use super::validate::validate;
use crate::charts::Chart;
use crate::checks::values::missing_value;
use crate::diagnostic::Diagnostics;
use crate::source::Sources;
use crate::yaml::{Entry, Kind, Node, Origin, Path, defaults_from_json};

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
    let validated = validate(user, &schema, chart, sources, diagnostics);
    let merged = with_defaults(&validated, &defaults);
    let mut values = merged.values;
    for removed in merged.removed {
        restore(&mut values, removed, &schema, &defaults, diagnostics);
    }
    values
}

/// Puts a declared value that was removed back as null. A whole section cannot be removed, unless the chart looks into
/// it only if it is there.
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
    let path = Path::keys(removed.path.clone());
    let value = if declared["x-removable"] == true {
        let section = path
            .find(defaults)
            .map(|section| emptied(section, &removed.by));
        section.unwrap_or_else(Node::null)
    } else if declared["properties"].is_object() {
        diagnostics.push(missing_value::section_removed(&path, &removed.by));
        path.find(defaults).cloned().unwrap_or_else(Node::null)
    } else {
        Node::new(Kind::Null, removed.by)
    };
    insert(values, &removed.path, value);
}

/// A section in which nothing is set, because of the null that `by` is.
fn emptied(section: &Node, by: &Origin) -> Node {
    let kind = match section.as_map() {
        None => Kind::Null,
        Some(entries) => {
            let mut entries = entries.clone();
            for entry in entries.values_mut() {
                entry.value = emptied(&entry.value, by);
            }
            Kind::Map(entries.into())
        }
    };
    Node::new(kind, by.clone())
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::charts::stable::CHART;
    use crate::values::tests::node;

    fn values_of(user: &Value) -> (Node, Vec<(&'static str, String)>) {
        let mut diagnostics = Diagnostics::default();
        let values = effective(&node(user), &CHART, &Sources::default(), &mut diagnostics);
        let said = diagnostics
            .sorted()
            .into_iter()
            .map(|diagnostic| (diagnostic.code.name, diagnostic.message.clone()));
        (values, said.collect())
    }

    #[test]
    fn an_empty_value_of_another_type_is_nothing_where_the_chart_tests_for_something() {
        let (values, said) = values_of(&json!({
            "timezone": false, "nameOverride": 0, "extraArgs": {}, "customRules": [], "nodeSelector": ""
        }));
        assert!(said.iter().all(|(code, _)| *code == "wrong-type"));
        assert_eq!(said.len(), 5);
        for key in [
            "timezone",
            "nameOverride",
            "extraArgs",
            "customRules",
            "nodeSelector",
        ] {
            assert!(!values.get(key).unwrap().is_true(), "{key}");
        }
        assert!(values.get("extraArgs").unwrap().as_list().is_some());
    }

    #[test]
    fn a_number_is_no_text_where_the_chart_works_on_a_text() {
        for user in [
            json!({"fullnameOverride": 5}),
            json!({"customRules": {"rules.yaml": true}}),
            json!({"integrations": {"pubsubOutput": {"projectID": 123_456}}}),
        ] {
            let (_, said) = values_of(&user);
            assert_eq!(said[0].0, "wrong-type", "{user}");
        }
    }

    #[test]
    fn a_section_that_the_chart_tests_for_may_be_removed() {
        let (values, said) = values_of(&json!({"global": null, "ebpf": {"settings": null}}));
        assert_eq!(said, []);
        let set = |path: [&str; 2]| values.at(&path[..1]).unwrap().get(path[1]).cloned();
        assert_eq!(set(["global", "imageRegistry"]), Some(Node::null()));
        assert_eq!(values.at(&["ebpf", "settings", "hostNetwork"]), None);
    }

    #[test]
    fn a_section_that_the_chart_needs_cannot_be_removed() {
        let (_, said) = values_of(&json!({"docker": null}));
        assert_eq!(said[0].0, "missing-value");
    }

    #[test]
    fn a_key_of_another_version_is_told_apart_from_a_misspelled_one() {
        let (_, said) = values_of(&json!({"containerd": {"enabled": true}, "contianerd": {}}));
        let messages: Vec<_> = said.iter().map(|(_, message)| message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "version 1.0.10 of the chart has no value `containerd`",
                "the chart has no value `contianerd`"
            ]
        );
    }
}
