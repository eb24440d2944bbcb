//! One Kubernetes object, made by a template.

use std::sync::Arc;

use crate::checks::names;
use crate::diagnostic::{Diagnostics, Severity};
use crate::kubernetes::scope::is_namespaced;
use crate::yaml::{Entry, Kind, Map, Node, Origin};

/// One Kubernetes object.
#[derive(Clone, Debug)]
pub struct Object {
    /// The template that made it, as Helm names it: `falco/templates/daemonset.yaml`.
    pub source: Arc<str>,
    /// The object itself. Entries that are null are left out: to Kubernetes they are not there.
    pub node: Node,
    /// The switch in the values that makes it, if there is one.
    pub switch: Option<Origin>,
}

impl Object {
    /// The object that a template has made.
    #[must_use]
    pub fn new(source: Arc<str>, node: &Node, switch: Option<Origin>) -> Self {
        let node = without_nulls(node);
        Object {
            source,
            node,
            switch,
        }
    }

    /// Its kind; empty if it has none, which the tests of the templates rule out.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.node
            .get("kind")
            .and_then(Node::as_text)
            .unwrap_or_default()
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.node
            .at(&["metadata", "name"])
            .and_then(Node::as_text)
            .unwrap_or_default()
    }

    /// Its template's name below the chart, as `--show-only` takes it: `templates/daemonset.yaml`.
    #[must_use]
    pub fn template(&self) -> &str {
        self.source
            .split_once('/')
            .map_or(&self.source, |(_, template)| template)
    }

    /// Whether it belongs to a Helm hook, such as a test.
    #[must_use]
    pub fn is_hook(&self) -> bool {
        self.hook().is_some()
    }

    /// Whether it belongs to a Helm hook that tests.
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.hook().is_some_and(|events| {
            events
                .split(',')
                .any(|event| event.trim().starts_with("test"))
        })
    }

    fn hook(&self) -> Option<&str> {
        self.node
            .at(&["metadata", "annotations", "helm.sh/hook"])
            .and_then(Node::as_text)
    }

    /// Gives it the namespace of the release, if its kind has one and it names none.
    pub fn put_into(&mut self, namespace: &Node) {
        if !is_namespaced(self.kind()) || self.node.at(&["metadata", "namespace"]).is_some() {
            return;
        }
        let Kind::Map(object) = &mut self.node.kind else {
            return;
        };
        let metadata = Arc::make_mut(object)
            .get_mut("metadata")
            .map(|entry| &mut entry.value.kind);
        if let Some(Kind::Map(metadata)) = metadata {
            let metadata = Arc::make_mut(metadata);
            let entry = Entry {
                key: Origin::Program,
                value: namespace.clone(),
            };
            let behind_name = metadata.get_index_of("name").map_or(0, |at| at + 1);
            metadata.shift_insert(behind_name, "namespace".into(), entry);
        }
    }

    /// Reports names in it that Kubernetes does not take: its own, its namespace, its labels, the files of a
    /// `ConfigMap` or Secret, other objects that it names. A name that stands in many objects is reported once.
    /// The names of objects are reported with `severity`.
    pub fn check_names(&self, severity: Severity, diagnostics: &mut Diagnostics) {
        let null = Node::null();
        let name = self.node.at(&["metadata", "name"]).unwrap_or(&null);
        let namespace = self.node.at(&["metadata", "namespace"]);
        let of_object = |kind: &str, name: &Node| {
            names::object(kind, name).map(|wrong| wrong.severity(severity))
        };
        let wrong = of_object(self.kind(), name)
            .into_iter()
            .chain(namespace.and_then(names::namespace))
            .chain(self.labels().filter_map(names::label_value))
            .chain(
                self.named_objects()
                    .filter_map(|(kind, name)| of_object(kind, name)),
            )
            .chain(
                self.files()
                    .filter_map(|(name, origin)| names::configmap_key(name, origin.span())),
            );
        for diagnostic in wrong {
            diagnostics.push_once(diagnostic);
        }
    }

    /// The values of its labels, and of those of its pods.
    fn labels(&self) -> impl Iterator<Item = &Node> {
        let own = self.node.at(&["metadata", "labels"]);
        let pods = self.node.at(&["spec", "template", "metadata", "labels"]);
        let labels = own.into_iter().chain(pods).filter_map(Node::as_map);
        labels.flat_map(Map::values).map(|entry| &entry.value)
    }

    /// The kinds and names of the objects that it names: the account of its pods, and for a binding the role and
    /// the accounts. Users and groups are no objects, and their names are free.
    fn named_objects(&self) -> impl Iterator<Item = (&str, &Node)> {
        let account = [
            &["spec", "serviceAccountName"][..],
            &["spec", "template", "spec", "serviceAccountName"],
        ];
        let accounts = account
            .into_iter()
            .filter_map(|path| Some(("ServiceAccount", self.node.at(path)?)));
        let subjects = self.node.get("subjects").and_then(Node::as_list);
        let bound = subjects
            .into_iter()
            .flatten()
            .chain(self.node.get("roleRef"));
        let bound = bound.filter_map(|named| {
            let kind = named.get("kind")?.as_text()?;
            let is_object = matches!(kind, "ServiceAccount" | "Role" | "ClusterRole");
            is_object.then_some((kind, named.get("name")?))
        });
        accounts.chain(bound)
    }

    /// The names of the files that a `ConfigMap` or Secret holds.
    fn files(&self) -> impl Iterator<Item = (&str, &Origin)> {
        let holds_files = matches!(self.kind(), "ConfigMap" | "Secret");
        let fields = ["data", "binaryData", "stringData"]
            .into_iter()
            .filter(move |_| holds_files);
        let files = fields
            .filter_map(|field| self.node.get(field)?.as_map())
            .flatten();
        files.map(|(name, entry)| (name.as_ref(), &entry.key))
    }
}

fn without_nulls(node: &Node) -> Node {
    if !has_null(node) {
        return node.clone();
    }
    let mut node = node.map_children(|_, child| without_nulls(child));
    if let Kind::Map(map) = &mut node.kind {
        Arc::make_mut(map).retain(|_, entry| !entry.value.is_null());
    }
    node
}

/// Whether an entry of a map in the tree is null.
fn has_null(node: &Node) -> bool {
    match &node.kind {
        Kind::Map(map) => {
            let mut values = map.values().map(|entry| &entry.value);
            values.any(|value| value.is_null() || has_null(value))
        }
        Kind::List(items) => items.iter().any(has_null),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{from_json, to_json};
    use serde_json::{Value, json};

    fn object(value: Value) -> Object {
        Object::new(
            "falco/templates/t.yaml".into(),
            &from_json(value, &Origin::Program),
            None,
        )
    }

    fn in_namespace(value: Value) -> Value {
        let mut object = object(value);
        object.put_into(&Node::constant("ours"));
        to_json(&object.node)
    }

    #[test]
    fn entries_that_are_null_are_left_out_and_items_stay() {
        let object =
            object(json!({"a": null, "b": {"c": null}, "d": [null, {"e": null}], "f": []}));
        assert_eq!(
            to_json(&object.node),
            json!({"b": {}, "d": [null, {}], "f": []})
        );
    }

    #[test]
    fn an_object_gets_the_namespace_of_the_release_behind_its_name() {
        let value =
            in_namespace(json!({"kind": "ConfigMap", "metadata": {"name": "a", "labels": {}}}));
        let text = value["metadata"].to_string();
        assert_eq!(text, r#"{"name":"a","namespace":"ours","labels":{}}"#);
    }

    #[test]
    fn a_namespace_that_is_there_stays() {
        let value = json!({"kind": "ConfigMap", "metadata": {"name": "a", "namespace": "own"}});
        assert_eq!(in_namespace(value.clone()), value);
    }

    #[test]
    fn an_object_of_the_whole_cluster_gets_no_namespace() {
        for kind in ["ClusterRole", "PodSecurityPolicy", "AuditSink"] {
            let value = json!({"kind": kind, "metadata": {"name": "a"}});
            assert_eq!(in_namespace(value.clone()), value);
        }
    }

    #[test]
    fn a_hook_is_known_by_its_annotation() {
        let hook = |events: &str| {
            object(
                json!({"kind": "Pod", "metadata": {"name": "a", "annotations": {"helm.sh/hook": events}}}),
            )
        };
        assert!(hook("post-install, test").is_test());
        assert!(hook("test-success").is_test());
        assert!(!hook("post-install").is_test());
        assert!(hook("post-install").is_hook());
        assert!(!object(json!({"kind": "Pod", "metadata": {"name": "a"}})).is_hook());
    }

    #[test]
    fn a_template_is_named_below_its_chart() {
        assert_eq!(object(json!({})).template(), "templates/t.yaml");
    }

    #[test]
    fn names_that_kubernetes_does_not_take_are_reported() {
        let mut diagnostics = Diagnostics::default();
        let object = object(json!({
            "kind": "ConfigMap",
            "metadata": {"name": "A", "namespace": "a.b", "labels": {"app": "-"}},
            "data": {"a/b": ""},
            "spec": {"template": {"metadata": {"labels": {"app": "a b"}}}},
        }));
        object.check_names(Severity::Error, &mut diagnostics);
        let messages: Vec<_> = diagnostics
            .sorted()
            .iter()
            .map(|said| said.message.clone())
            .collect();
        assert_eq!(
            messages,
            [
                "`A` is not a valid name for kind ConfigMap",
                "`a.b` is not a valid namespace",
                "`-` is not a valid label value",
                "`a b` is not a valid label value",
                "`a/b` is not a valid name for a file in a ConfigMap",
            ]
        );
    }

    #[test]
    fn names_of_other_objects_are_checked_as_theirs_are() {
        let mut diagnostics = Diagnostics::default();
        for value in [
            json!({"kind": "DaemonSet", "metadata": {"name": "a"}, "spec": {"template": {"spec": {"serviceAccountName": "A b"}}}}),
            json!({"kind": "Pod", "metadata": {"name": "a"}, "spec": {"serviceAccountName": "B"}}),
            json!({
                "kind": "ClusterRoleBinding",
                "metadata": {"name": "a"},
                "roleRef": {"kind": "ClusterRole", "name": "a/b"},
                "subjects": [{"kind": "ServiceAccount", "name": "C"}, {"kind": "User", "name": "Dora D."}],
            }),
        ] {
            object(value).check_names(Severity::Error, &mut diagnostics);
        }
        let messages: Vec<_> = diagnostics
            .sorted()
            .iter()
            .map(|said| said.message.clone())
            .collect();
        assert_eq!(
            messages,
            [
                "`A b` is not a valid name for kind ServiceAccount",
                "`B` is not a valid name for kind ServiceAccount",
                "`C` is not a valid name for kind ServiceAccount",
                "`a/b` is not a valid name for kind ClusterRole",
            ]
        );
    }
}
