//! Where Kubernetes takes a text and nothing else: labels, annotations, node selectors, arguments, environment
//! variables (Kubernetes 1.34, `io.k8s.api.core.v1`). Parts of objects that come whole from the values may hold numbers
//! and booleans there, which mean the text that they print as.

use std::sync::Arc;

use crate::checks::values::wrong_type;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Entry, Kind, Node, Number, Path, Step};

/// The object with texts wherever Kubernetes takes nothing else. A number or boolean that the user wrote there gives a
/// warning, except in an environment variable, where everybody writes them.
#[must_use]
pub fn with_texts(object: &Node, diagnostics: &mut Diagnostics) -> Node {
    if is_all_texts(object, true) {
        return object.clone();
    }
    within(object, &Path::default(), diagnostics)
}

/// Whether there is nothing to do below a node, as in most objects.
fn is_all_texts(node: &Node, is_object: bool) -> bool {
    match &node.kind {
        Kind::List(items) => items.iter().all(|item| is_all_texts(item, false)),
        Kind::Map(map) => map
            .iter()
            .all(|(key, entry)| match (&**key, &entry.value.kind) {
                ("data" | "stringData" | "binaryData", _) if is_object => true,
                ("labels" | "annotations" | "nodeSelector" | "matchLabels", Kind::Map(texts)) => {
                    !texts.values().any(|entry| is_other(&entry.value))
                }
                ("args" | "command", Kind::List(texts)) => !texts.iter().any(is_other),
                ("env", Kind::List(variables)) => {
                    let mut values = variables
                        .iter()
                        .filter_map(|variable| variable.get("value"));
                    !values.any(is_other)
                }
                _ => is_all_texts(&entry.value, false),
            }),
        _ => true,
    }
}

fn within(node: &Node, path: &Path, diagnostics: &mut Diagnostics) -> Node {
    let kind = match &node.kind {
        Kind::Map(map) => {
            let mut map = Arc::clone(map);
            for at in 0..map.len() {
                let Some((key, entry)) = map.get_index(at) else {
                    continue;
                };
                // Files are data of their own.
                if path.0.is_empty() && matches!(&**key, "data" | "stringData" | "binaryData") {
                    continue;
                }
                let below = path.join(Step::Key(Arc::clone(key)));
                let value = under(key, &entry.value, &below, diagnostics);
                replace(&mut map, at, value);
            }
            Kind::Map(map)
        }
        Kind::List(items) => {
            let items = items.iter().enumerate();
            let items =
                items.map(|(at, item)| within(item, &path.join(Step::Index(at)), diagnostics));
            Kind::List(Arc::new(items.collect()))
        }
        _ => return node.clone(),
    };
    Node::new(kind, node.origin.clone())
}

/// Puts another value into a map, which is copied only if it changes.
fn replace(map: &mut Arc<crate::yaml::Map>, at: usize, value: Node) {
    if let Some((_, entry)) = Arc::make_mut(map).get_index_mut(at) {
        *entry = Entry {
            key: entry.key.clone(),
            value,
        };
    }
}

/// What stands under a key.
fn under(key: &str, node: &Node, path: &Path, diagnostics: &mut Diagnostics) -> Node {
    match (key, &node.kind) {
        ("labels" | "annotations" | "nodeSelector" | "matchLabels", Kind::Map(_))
        | ("args" | "command", Kind::List(_)) => texts(node, path, diagnostics),
        ("env", Kind::List(variables)) => {
            let variables = variables.iter().enumerate().map(|(at, variable)| {
                let Some(value) = variable.get("value") else {
                    return variable.clone();
                };
                let read = text(value);
                if loses_digits(value, &read) {
                    let path = path.join(Step::Index(at)).join(Step::Key("value".into()));
                    say(&path, value, diagnostics);
                }
                variable.with(&["value"], read)
            });
            Node {
                origin: node.origin.clone(),
                ..Node::list(variables)
            }
        }
        _ => within(node, path, diagnostics),
    }
}

/// The list or map with texts as its items.
fn texts(node: &Node, path: &Path, diagnostics: &mut Diagnostics) -> Node {
    let mut item = |step: Step, value: &Node| {
        let read = text(value);
        if is_other(value) {
            say(&path.join(step), value, diagnostics);
        }
        read
    };
    let kind = match &node.kind {
        Kind::List(items) => {
            let items = items.iter().enumerate();
            Kind::List(Arc::new(
                items
                    .map(|(at, value)| item(Step::Index(at), value))
                    .collect(),
            ))
        }
        Kind::Map(map) => {
            let entries = map.iter().map(|(key, entry)| {
                let value = item(Step::Key(Arc::clone(key)), &entry.value);
                let key_origin = entry.key.clone();
                (
                    Arc::clone(key),
                    Entry {
                        key: key_origin,
                        value,
                    },
                )
            });
            Kind::Map(Arc::new(entries.collect()))
        }
        other => other.clone(),
    };
    Node::new(kind, node.origin.clone())
}

/// Says what a value that the user wrote is taken for, and not the value itself, which may be a credential.
fn say(path: &Path, value: &Node, diagnostics: &mut Diagnostics) {
    if value.origin.span().is_some() {
        diagnostics.push_once(wrong_type::taken(path, value, "a text", None));
    }
}

/// Whether a number does not print as it was written.
fn loses_digits(value: &Node, read: &Node) -> bool {
    match &value.kind {
        Kind::Number(number) => read.as_text() != Some(&number.to_string()),
        _ => false,
    }
}

fn is_other(node: &Node) -> bool {
    matches!(node.kind, Kind::Number(_) | Kind::Bool(_))
}

/// A number or boolean as the text that it prints as. Helm takes every number for one of 64 bits with a fraction, so
/// that a larger one loses digits.
fn text(node: &Node) -> Node {
    let text = match &node.kind {
        Kind::Bool(value) => value.to_string(),
        Kind::Number(number) => Number::Float(number.as_f64()).to_string(),
        _ => return node.clone(),
    };
    Node::text(text, node.origin.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceKind, Sources};
    use crate::yaml::{Limits, read, to_json};
    use serde_json::{Value, json};

    /// What becomes of an object of this text, and how much is said.
    fn made(text: &str) -> (Value, usize) {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let file = sources.add("values.yaml", text, SourceKind::File);
        let object = read(&sources, file, &Limits::default(), &mut diagnostics).unwrap();
        let made = with_texts(&object, &mut diagnostics);
        (to_json(&made), diagnostics.sorted().len())
    }

    #[test]
    fn labels_and_arguments_are_texts_and_that_is_said() {
        let (object, said) =
            made("{metadata: {labels: {a: 1, b: x}}, spec: [{args: [1.50, true, null]}]}");
        assert_eq!(
            object,
            json!({"metadata": {"labels": {"a": "1", "b": "x"}}, "spec": [{"args": ["1.5", "true", null]}]})
        );
        assert_eq!(said, 3);
    }

    #[test]
    fn an_environment_variable_is_a_text_without_a_word() {
        let (object, said) = made("{env: [{name: A, value: yes}, {name: B, valueFrom: {x: 1}}]}");
        let expected =
            json!([{"name": "A", "value": "true"}, {"name": "B", "valueFrom": {"x": 1}}]);
        assert_eq!(object, json!({"env": expected}));
        assert_eq!(said, 0);
    }

    #[test]
    fn a_number_that_helm_does_not_print_whole_is_said() {
        let (object, said) = made("{env: [{name: A, value: 12345678901234567890}]}");
        assert_eq!(object["env"][0]["value"], "12345678901234567000");
        assert_eq!(said, 1);
    }

    #[test]
    fn numbers_elsewhere_stay_numbers() {
        let text = "{spec: {replicas: 2}, data: {labels: {a: 1}}}";
        assert_eq!(
            made(text),
            (
                json!({"spec": {"replicas": 2}, "data": {"labels": {"a": 1}}}),
                0
            )
        );
    }
}
