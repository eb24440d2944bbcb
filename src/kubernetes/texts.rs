//! Where Kubernetes takes a text and nothing else: labels, annotations, node selectors, arguments, environment
//! variables (Kubernetes 1.34, `io.k8s.api.core.v1`). Parts of objects that come whole from the values may hold numbers
//! and booleans there, which mean the text that they print as.

use crate::checks::values::wrong_type;
use crate::diagnostic::Diagnostics;
use crate::source::Sources;
use crate::yaml::{Kind, Map, Node, Number, Origin, Path, Step};

/// The object with texts wherever Kubernetes takes nothing else. A number or boolean that the user wrote there gives a
/// warning; in an environment variable, where everybody writes them, only if it prints otherwise than it is written in
/// `sources`.
#[must_use]
pub fn with_texts(object: &Node, sources: &Sources, diagnostics: &mut Diagnostics) -> Node {
    if is_all_texts(object, true) {
        return object.clone();
    }
    let mut reading = Reading {
        sources,
        diagnostics,
    };
    reading.within(object, &Path::default())
}

/// A place in an object where Kubernetes takes texts.
enum Place<'a> {
    /// The values of a map, such as labels.
    Values(&'a Map),
    /// Arguments of a program.
    Arguments(&'a [Node]),
    /// Environment variables.
    Variables(&'a [Node]),
}

impl<'a> Place<'a> {
    /// The place that a key names.
    fn of(key: &str, node: &'a Node) -> Option<Self> {
        match (key, &node.kind) {
            ("labels" | "annotations" | "nodeSelector" | "matchLabels", Kind::Map(map)) => {
                Some(Place::Values(map))
            }
            ("args" | "command", Kind::List(items)) => Some(Place::Arguments(items)),
            ("env", Kind::List(items)) => Some(Place::Variables(items)),
            _ => None,
        }
    }

    /// Whether there is nothing else than texts.
    fn is_all_texts(&self) -> bool {
        match self {
            Place::Values(map) => !map.values().any(|entry| is_other(&entry.value)),
            Place::Arguments(items) => !items.iter().any(is_other),
            Place::Variables(items) => {
                let mut values = items.iter().filter_map(|variable| variable.get("value"));
                !values.any(is_other)
            }
        }
    }
}

/// Whether a key of an object holds files, which are data of their own.
fn holds_files(key: &str) -> bool {
    matches!(key, "data" | "stringData" | "binaryData")
}

/// Whether there is nothing to do below a node, as in most objects.
fn is_all_texts(node: &Node, is_object: bool) -> bool {
    match &node.kind {
        Kind::List(items) => items.iter().all(|item| is_all_texts(item, false)),
        Kind::Map(map) => map.iter().all(|(key, entry)| {
            is_object && holds_files(key)
                || Place::of(key, &entry.value).map_or_else(
                    || is_all_texts(&entry.value, false),
                    |place| place.is_all_texts(),
                )
        }),
        _ => true,
    }
}

/// The reading of one object.
struct Reading<'a> {
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
}

impl Reading<'_> {
    fn within(&mut self, node: &Node, path: &Path) -> Node {
        node.map_children(|step, child| {
            let below = path.join(step.clone());
            match &step {
                Step::Key(key) if path.0.is_empty() && holds_files(key) => child.clone(),
                Step::Key(key) => self.under(key, child, &below),
                Step::Index(_) => self.within(child, &below),
            }
        })
    }

    /// What stands under a key.
    fn under(&mut self, key: &str, node: &Node, path: &Path) -> Node {
        let read = match Place::of(key, node) {
            None => return self.within(node, path),
            Some(Place::Values(_)) => Reading::value,
            Some(Place::Arguments(_)) => Reading::argument,
            Some(Place::Variables(_)) => Reading::variable,
        };
        node.map_children(|step, child| read(self, child, &path.join(step)))
    }

    /// A value of a map of texts as a text.
    fn value(&mut self, value: &Node, path: &Path) -> Node {
        let read = text(value);
        if is_other(value) {
            let shown = format!("`{}`", crate::yaml::write(&read).trim_end());
            self.say(path, value, Some(&shown));
        }
        read
    }

    /// An argument of a program as a text, which may be a secret.
    fn argument(&mut self, value: &Node, path: &Path) -> Node {
        if is_other(value) {
            self.say(path, value, None);
        }
        text(value)
    }

    /// An environment variable with a text as its value, which may be a secret.
    fn variable(&mut self, variable: &Node, path: &Path) -> Node {
        let Some(value) = variable.get("value") else {
            return variable.clone();
        };
        let read = text(value);
        if is_other(value) && self.prints_otherwise(value, &read) {
            self.say(&path.join(Step::Key("value".into())), value, None);
        }
        variable.with(&["value"], read)
    }

    /// Says that a value that the user wrote is taken for a text: the one that is shown.
    fn say(&mut self, path: &Path, value: &Node, shown: Option<&str>) {
        if value.origin.span().is_some() {
            let taken = wrong_type::taken(path, value, "a text", shown);
            self.diagnostics.push_once(taken);
        }
    }

    /// Whether a number or boolean does not print as it was written.
    fn prints_otherwise(&self, value: &Node, read: &Node) -> bool {
        let (Origin::Written(place) | Origin::Override { by: place, .. }) = &value.origin else {
            return loses_digits(value, read);
        };
        let written = self.sources.text(*place).trim_matches(['"', '\'']);
        read.as_text() != Some(written)
    }
}

/// Whether a number does not print as it was read.
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
        let made = with_texts(&object, &sources, &mut diagnostics);
        (to_json(&made), diagnostics.sorted().len())
    }

    /// What an environment variable of this value becomes, and how much is said.
    fn variable(value: &str) -> (Value, usize) {
        let (object, said) = made(&format!("{{env: [{{name: A, value: {value}}}]}}"));
        (object["env"][0]["value"].clone(), said)
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
    fn an_environment_variable_that_prints_as_it_is_written_is_a_text_without_a_word() {
        let (object, said) = made(
            "{env: [{name: A, value: true}, {name: B, valueFrom: {x: 1}}, {name: C, value: 5}]}",
        );
        let expected = json!([
            {"name": "A", "value": "true"},
            {"name": "B", "valueFrom": {"x": 1}},
            {"name": "C", "value": "5"},
        ]);
        assert_eq!(object, json!({"env": expected}));
        assert_eq!(said, 0);
        assert_eq!(made("{a: &a 5, env: [{name: A, value: *a}]}").1, 0);
    }

    #[test]
    fn an_environment_variable_that_prints_otherwise_is_said() {
        for (written, printed) in [
            ("y", "true"),
            ("0644", "420"),
            ("1_000", "1000"),
            ("1e3", "1000"),
        ] {
            assert_eq!(variable(written), (json!(printed), 1), "{written}");
        }
        assert_eq!(variable("'0644'"), (json!("0644"), 0));
    }

    #[test]
    fn what_may_be_a_secret_is_not_shown() {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let text = "{env: [{name: A, value: 0644}], args: [0644], command: [0644]}";
        let file = sources.add("values.yaml", text, SourceKind::File);
        let object = read(&sources, file, &Limits::default(), &mut diagnostics).unwrap();
        let _ = with_texts(&object, &sources, &mut diagnostics);
        let said = diagnostics.sorted();
        assert_eq!(said.len(), 3);
        assert!(!format!("{said:?}").contains("420"));
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
