//! The values as a chart is to see them.

use std::cell::LazyCell;
use std::sync::{Arc, LazyLock};

use serde_json::Value;

use super::merge::{Removed, with_defaults};
use super::refused;
use super::schema::{declared, owner};
use super::touched::Schema;
use super::unwritable::as_written;
use super::validate::validate;
use crate::charts::Chart;
use crate::checks::values::missing_value;
use crate::diagnostic::Diagnostics;
use crate::source::Sources;
use crate::yaml::{Entry, Kind, Node, Origin, Path};

/// The user's values over the chart's defaults, validated. Every declared value is there, if only as null, so that a
/// template which names one that is not declared is found out.
pub fn effective(
    user: &Node,
    chart: &Chart,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Node {
    let defaults = chart.default_nodes(Some(user));
    if user.is_null() {
        return defaults;
    }
    refused::report(user, chart, diagnostics);
    let schema = Schema::new(chart.schema_text, user);
    let validated = validate(user, &schema, chart, sources, diagnostics);
    let validated = without_null_sections(validated, chart, diagnostics);
    let written = if chart.writes_as_helm {
        as_written(&validated, &schema.touched, diagnostics)
    } else {
        validated
    };
    let merged = with_defaults(&written, &defaults);
    let mut values = merged.values;
    for removed in merged.removed {
        restore(
            &mut values,
            removed,
            &schema.touched,
            &defaults,
            diagnostics,
        );
    }
    values
}

/// The values with sections of subcharts in place of nulls. As in Helm, such a null takes away what the chart itself
/// sets there, and the subchart's own defaults stay; where the chart sets nothing it is refused.
fn without_null_sections(values: Node, chart: &Chart, diagnostics: &mut Diagnostics) -> Node {
    let defaults = LazyCell::new(|| (chart.defaults)());
    chart.subcharts.iter().fold(values, |values, subchart| {
        let name = subchart.chart.name;
        let Some(null) = values.get(name).filter(|section| section.is_null()) else {
            return values;
        };
        let origin = &null.origin;
        let Some(own) = defaults[name].as_object() else {
            let path = Path::keys([name]);
            diagnostics.push(missing_value::section_removed(&path, origin));
            return values;
        };
        let removed = || Node::new(Kind::Null, origin.clone());
        let section = Node::map(own.keys().map(|key| (key.as_str(), removed())));
        values.with(&[name], section)
    })
}

/// Puts a declared value that was removed back as null, but not in a section that goes into another program's
/// configuration, where it is simply not there. A whole section cannot be removed, unless the chart looks into it only
/// if it is there.
fn restore(
    values: &mut Node,
    removed: Removed,
    schema: &Value,
    defaults: &Node,
    diagnostics: &mut Diagnostics,
) {
    let path = Path::keys(removed.path.clone());
    let Some(declared) = declared(schema, &path.0) else {
        return;
    };
    if owner(schema, &path.0).is_some() && declared["x-needed"] != true {
        return;
    }
    let value = if declared["x-removable"] == true {
        let section = path
            .find(defaults)
            .map(|section| emptied(section, &removed.by));
        section.unwrap_or_else(Node::null)
    } else if declared["properties"].is_object() {
        if !diagnostics.has_error_at(removed.by.span()) {
            diagnostics.push(missing_value::section_removed(&path, &removed.by));
        }
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
    if node.is_null() && !diagnostics.has_error_at(node.origin.span()) {
        diagnostics.push(missing_value::removed(&path, &node.origin));
    }
    node
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::stable::CHART;
    use crate::values::tests::node;
    use crate::yaml::defaults_from_json;
    use serde_json::json;

    fn of(user: &Value) -> (Node, Vec<String>) {
        let mut diagnostics = Diagnostics::default();
        let values = effective(&node(user), &CHART, &Sources::default(), &mut diagnostics);
        let messages = diagnostics
            .sorted()
            .into_iter()
            .map(|said| said.message.clone());
        (values, messages.collect())
    }

    #[test]
    fn without_values_the_defaults_are_what_a_chart_sees() {
        let defaults = defaults_from_json(CHART.default_values());
        assert_eq!(of(&Value::Null).0, defaults);
        assert_eq!(of(&json!({})).0, defaults);
        assert_eq!(of(&json!({"image": {}})).0, defaults);
    }

    #[test]
    fn a_default_that_was_removed_is_there_as_null() {
        let (values, said) =
            of(&json!({"timezone": null, "falco": {"priority": null}, "extraArgs": null}));
        assert_eq!(said, [""; 0]);
        for path in [&["timezone"][..], &["falco", "priority"], &["extraArgs"]] {
            let path = Path::keys(path.iter().copied());
            assert!(path.find(&values).unwrap().is_null(), "{path}");
        }
    }

    #[test]
    fn a_part_of_a_kubernetes_object_that_was_removed_is_gone() {
        let (values, said) = of(&json!({"resources": {"limits": null, "requests": {"cpu": null}}}));
        assert_eq!(said, [""; 0]);
        assert_eq!(
            values.get("resources"),
            Some(&node(&json!({"requests": {"memory": "512Mi"}})))
        );
    }

    #[test]
    fn a_section_cannot_be_removed() {
        let (values, said) = of(&json!({"falco": {"webserver": null}}));
        assert_eq!(
            said,
            ["`falco.webserver` is null, and the chart needs the values below it"]
        );
        assert!(values.at(&["falco", "webserver", "listenPort"]).is_some());
    }

    #[test]
    fn what_is_needed_and_null_is_reported() {
        let mut diagnostics = Diagnostics::default();
        let values = node(&json!({"a": {"b": null, "c": 1}}));
        assert!(needed(&values, &["a", "b"], &mut diagnostics).is_null());
        assert!(!needed(&values, &["a", "c"], &mut diagnostics).is_null());
        assert_eq!(diagnostics.sorted().len(), 1);
    }

    #[test]
    fn an_empty_value_of_another_type_is_nothing_where_the_chart_tests_for_something() {
        let (values, said) = of(&json!({
            "timezone": false, "nameOverride": 0, "extraArgs": {}, "customRules": [], "nodeSelector": ""
        }));
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
            let (_, said) = of(&user);
            assert!(said[0].ends_with("expected a text"), "{user}");
        }
    }

    #[test]
    fn kubernetes_counts_pods_in_32_bits() {
        let replicas = |count: i64| of(&json!({"fakeEventGenerator": {"replicas": count}})).1;
        assert_eq!(replicas(2_147_483_647), [""; 0]);
        assert_eq!(
            replicas(2_147_483_648),
            ["`fakeEventGenerator.replicas` is out of range"]
        );
    }

    #[test]
    fn a_section_that_the_chart_tests_for_may_be_removed() {
        let (values, said) = of(&json!({"global": null, "ebpf": {"settings": null}}));
        assert_eq!(said, [""; 0]);
        let set = |path: [&str; 2]| values.at(&path[..1]).unwrap().get(path[1]).cloned();
        assert_eq!(set(["global", "imageRegistry"]), Some(Node::null()));
        assert_eq!(values.at(&["ebpf", "settings", "hostNetwork"]), None);
    }

    #[test]
    fn a_key_of_another_version_is_told_apart_from_a_misspelled_one() {
        let (_, said) = of(&json!({"containerd": {"enabled": true}, "contianerd": {}}));
        assert_eq!(
            said,
            [
                "version 1.0.10 of the chart has no value `containerd`",
                "the chart has no value `contianerd`"
            ]
        );
    }
}
