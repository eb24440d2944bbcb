//! A tree of YAML data in which every node knows where it comes from.

use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;

use super::{Number, Origin, Step};

/// One node of the tree. Cloning is cheap: texts, lists and maps are shared.
#[derive(Clone)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Where it comes from.
    pub origin: Origin,
}

/// What a node is.
#[derive(Clone)]
pub enum Kind {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(Arc<str>),
    /// A list.
    List(Arc<Vec<Node>>),
    /// A map with texts as keys.
    Map(Arc<Map>),
    /// A text that is itself a YAML document, such as falco.yaml in a `ConfigMap`. It is written when the text is
    /// needed, so that the places inside it keep their origins until then.
    Document(Arc<Node>),
}

/// The entries of a map in the order in which they were written.
pub type Map = IndexMap<Arc<str>, Entry>;

/// One entry of a map.
#[derive(Clone)]
pub struct Entry {
    /// Where the key comes from.
    pub key: Origin,
    /// The value.
    pub value: Node,
}

impl Node {
    /// A node of the given kind and origin.
    #[must_use]
    pub fn new(kind: Kind, origin: Origin) -> Self {
        Node { kind, origin }
    }

    /// A text of the given origin.
    pub fn text(text: impl Into<Arc<str>>, origin: Origin) -> Self {
        Node::new(Kind::Text(text.into()), origin)
    }

    /// A text that nobody wrote.
    pub fn constant(text: impl Into<Arc<str>>) -> Self {
        Node::text(text, Origin::Program)
    }

    /// A truth value of the given origin.
    #[must_use]
    pub fn bool(value: bool, origin: Origin) -> Self {
        Node::new(Kind::Bool(value), origin)
    }

    /// A node that is null and comes from nowhere.
    #[must_use]
    pub fn null() -> Self {
        Node::new(Kind::Null, Origin::Program)
    }

    /// A list; its origin is the program's.
    pub fn list(items: impl IntoIterator<Item = Node>) -> Self {
        Node::new(
            Kind::List(Arc::new(items.into_iter().collect())),
            Origin::Program,
        )
    }

    /// A map whose keys are the program's own.
    pub fn map<K: Into<Arc<str>>>(entries: impl IntoIterator<Item = (K, Node)>) -> Self {
        let entries = entries.into_iter().map(|(key, value)| {
            let key_origin = Origin::Program;
            let entry = Entry {
                key: key_origin,
                value,
            };
            (key.into(), entry)
        });
        Node::new(Kind::Map(Arc::new(entries.collect())), Origin::Program)
    }

    /// The text that it is, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The entries, if it is a map.
    #[must_use]
    pub fn as_map(&self) -> Option<&Map> {
        match &self.kind {
            Kind::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The items, if it is a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Node]> {
        match &self.kind {
            Kind::List(items) => Some(items),
            _ => None,
        }
    }

    /// Whether it is null.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    /// The value of a key, if it is a map that has the key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.as_map()?.get(key).map(|entry| &entry.value)
    }

    /// The node at the end of a path of keys, if there is one and it is not null.
    #[must_use]
    pub fn at(&self, path: &[&str]) -> Option<&Node> {
        let mut node = self;
        for key in path {
            node = node.get(key)?;
        }
        (!node.is_null()).then_some(node)
    }

    /// The same tree with `value` at the end of a path of keys. What is missing on the way, or is no map, becomes one.
    #[must_use]
    pub fn with(&self, path: &[&str], value: Node) -> Node {
        let Some((key, rest)) = path.split_first() else {
            return value;
        };
        let mut map = self.as_map().cloned().unwrap_or_default();
        if let Some(entry) = map.get_mut(*key) {
            entry.value = entry.value.with(rest, value);
        } else {
            let value = Node::null().with(rest, value);
            let key_origin = value.origin.clone();
            let entry = Entry {
                key: key_origin,
                value,
            };
            map.insert((*key).into(), entry);
        }
        Node::new(Kind::Map(map.into()), self.origin.clone())
    }

    /// The same list or map with other nodes in it: what `child` makes of each, given the step that leads to it.
    #[must_use]
    pub fn map_children(&self, mut child: impl FnMut(Step, &Node) -> Node) -> Node {
        let kind = match &self.kind {
            Kind::List(items) => {
                let items = items.iter().enumerate();
                let items = items.map(|(at, item)| child(Step::Index(at), item));
                Kind::List(Arc::new(items.collect()))
            }
            Kind::Map(map) => {
                let entries = map.iter().map(|(name, entry)| {
                    let key = entry.key.clone();
                    let value = child(Step::Key(Arc::clone(name)), &entry.value);
                    (Arc::clone(name), Entry { key, value })
                });
                Kind::Map(Arc::new(entries.collect()))
            }
            other => other.clone(),
        };
        Node::new(kind, self.origin.clone())
    }

    /// The same tree with other origins, of keys too.
    #[must_use]
    pub fn with_origins(&self, other: &impl Fn(&Origin) -> Origin) -> Node {
        let mut node = self.map_children(|_, child| child.with_origins(other));
        if let Kind::Map(map) = &mut node.kind {
            for entry in Arc::make_mut(map).values_mut() {
                entry.key = other(&entry.key);
            }
        }
        node.origin = other(&node.origin);
        node
    }

    /// The map with the entries of `over` behind its own; of a key that both have, `over` has the value. Anything but a
    /// map has no entries.
    #[must_use]
    pub fn merged(&self, over: Option<&Node>) -> Node {
        let mut map = self.as_map().cloned().unwrap_or_default();
        for (key, entry) in over.and_then(Node::as_map).into_iter().flatten() {
            map.insert(Arc::clone(key), entry.clone());
        }
        Node::new(Kind::Map(map.into()), self.origin.clone())
    }

    /// Whether Go's templates, and so the charts, take it for true: anything but null, false, 0, and an empty text,
    /// list or map.
    #[must_use]
    pub fn is_true(&self) -> bool {
        match &self.kind {
            Kind::Null => false,
            Kind::Bool(value) => *value,
            Kind::Number(number) => number.as_f64() != 0.0,
            Kind::Text(text) => !text.is_empty(),
            Kind::List(items) => !items.is_empty(),
            Kind::Map(map) => !map.is_empty(),
            Kind::Document(_) => true,
        }
    }

    /// What it is, in words that fit "expected …, found …"; never its value.
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "a boolean",
            Kind::Number(_) => "a number",
            Kind::Text(_) | Kind::Document(_) => "a text",
            Kind::List(_) => "a list",
            Kind::Map(_) => "a map",
        }
    }
}

/// Data are equal whatever their origins; the order of a map's entries does not count.
impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (Kind::Null, Kind::Null) => true,
            (Kind::Bool(a), Kind::Bool(b)) => a == b,
            (Kind::Number(a), Kind::Number(b)) => a == b,
            (Kind::Text(a), Kind::Text(b)) => a == b,
            (Kind::List(a), Kind::List(b)) => a == b,
            (Kind::Map(a), Kind::Map(b)) => {
                a.len() == b.len()
                    && a.iter().all(|(key, entry)| {
                        b.get(key).is_some_and(|other| other.value == entry.value)
                    })
            }
            (Kind::Document(a), Kind::Document(b)) => a == b,
            _ => false,
        }
    }
}

/// Shows the shape only, since any value may be a secret.
impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::List(items) => f.debug_list().entries(items.iter()).finish(),
            Kind::Map(map) => f
                .debug_map()
                .entries(map.iter().map(|(key, entry)| (key, &entry.value)))
                .finish(),
            Kind::Document(node) => f.debug_tuple("Document").field(node).finish(),
            _ => f.write_str(self.describe()),
        }
    }
}
