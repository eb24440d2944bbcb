//! A list or a map that is being read.

use std::sync::Arc;

use indexmap::map::Entry as Slot;

use super::scalar::number_key;
use super::{Entry, Kind, Map, Node, Origin, Problem};
use crate::source::Span;

/// A complete node and its measures.
#[derive(Clone)]
pub(super) struct Built {
    /// The node.
    pub node: Node,
    /// How many nodes it has, itself included and those of aliases too.
    pub size: usize,
    /// How many lists and maps lie in one another in it.
    pub height: usize,
}

impl Built {
    /// A node without children.
    pub fn leaf(node: Node) -> Self {
        Built {
            node,
            size: 1,
            height: 0,
        }
    }
}

/// The key whose value comes next.
pub(super) enum Key {
    /// An ordinary key.
    Text {
        text: Arc<str>,
        origin: Origin,
        span: Span,
    },
    /// `<<`, which merges its value into the map.
    Merge,
    /// A key that cannot be one; its value is dropped.
    Invalid,
}

/// What has been read of a list or a map.
pub(super) enum Content {
    List(Vec<Node>),
    Map {
        map: Map,
        /// For each entry of the map where its key is written, unless it comes from a merge only.
        own: Vec<Option<Span>>,
        key: Option<Key>,
    },
}

impl Content {
    /// An empty list.
    pub fn list() -> Self {
        Content::List(Vec::new())
    }

    /// An empty map.
    pub fn map() -> Self {
        Content::Map {
            map: Map::new(),
            own: Vec::new(),
            key: None,
        }
    }
}

/// A list or a map that is not complete yet.
pub(super) struct Frame {
    content: Content,
    flow: bool,
    /// The number of its anchor; 0 if it has none.
    pub anchor: usize,
    span: Span,
    size: usize,
    height: usize,
}

impl Frame {
    /// An empty list or map that begins at `span`.
    pub fn new(content: Content, flow: bool, anchor: usize, span: Span) -> Self {
        Frame {
            content,
            flow,
            anchor,
            span,
            size: 1,
            height: 1,
        }
    }

    /// Whether it is a map.
    pub fn is_map(&self) -> bool {
        matches!(self.content, Content::Map { .. })
    }

    /// Whether it stands in brackets or braces.
    pub fn is_flow(&self) -> bool {
        self.flow
    }

    /// The offset of its opening bracket or brace, if it has one.
    pub fn bracket(&self) -> Option<usize> {
        self.flow.then_some(self.span.start as usize)
    }

    /// Whether the next node is a key.
    pub fn awaits_key(&self) -> bool {
        matches!(self.content, Content::Map { key: None, .. })
    }

    /// Sets the key whose value comes next.
    pub fn set_key(&mut self, next: Key) {
        if let Content::Map { key, .. } = &mut self.content {
            *key = Some(next);
        }
    }

    /// Takes in a complete node, written at `span`, as item, key or value.
    pub fn take(&mut self, built: Built, span: Span, aliased: bool) -> Result<(), (Span, Problem)> {
        self.size = self.size.saturating_add(built.size);
        self.height = self.height.max(built.height + 1);
        self.span.end = self.span.end.max(span.end);
        match &mut self.content {
            Content::List(items) => {
                items.push(built.node);
                Ok(())
            }
            Content::Map { map, own, key } => match key.take() {
                None => {
                    let result = as_key(built.node, span);
                    *key = Some(Key::Invalid);
                    *key = Some(result?);
                    Ok(())
                }
                Some(Key::Invalid) => Ok(()),
                Some(Key::Merge) => {
                    merge(map, own, &built.node, aliased).map_err(|problem| (span, problem))
                }
                Some(Key::Text { text, origin, span }) => {
                    insert(map, own, text, origin, span, built.node)
                }
            },
        }
    }

    /// The complete node and its place; `end` is the place of the closing bracket, if there is one.
    pub fn build(mut self, text: &str, end: Span) -> (Built, Span) {
        let closed = matches!(text.get(end.range()), Some("]" | "}"));
        if self.flow && closed {
            self.span.end = end.end;
        }
        let kind = match self.content {
            Content::List(items) => Kind::List(Arc::new(items)),
            Content::Map { map, .. } => Kind::Map(Arc::new(map)),
        };
        let built = Built {
            node: Node::new(kind, Origin::Written(self.span)),
            size: self.size,
            height: self.height,
        };
        (built, self.span)
    }
}

/// The key that a node makes.
fn as_key(node: Node, span: Span) -> Result<Key, (Span, Problem)> {
    let text = match &node.kind {
        Kind::Text(text) => text.clone(),
        Kind::Bool(true) => "true".into(),
        Kind::Bool(false) => "false".into(),
        Kind::Number(number) => number_key(*number)
            .ok_or((span, Problem::MapKey("a number beyond 63 bits")))?
            .into(),
        Kind::Null | Kind::List(_) | Kind::Map(_) | Kind::Document(_) => {
            return Err((span, Problem::MapKey(node.describe())));
        }
    };
    Ok(Key::Text {
        text,
        origin: node.origin,
        span,
    })
}

/// Adds an entry that is written in the map itself.
fn insert(
    map: &mut Map,
    own: &mut Vec<Option<Span>>,
    key: Arc<str>,
    origin: Origin,
    span: Span,
    value: Node,
) -> Result<(), (Span, Problem)> {
    let entry = Entry { key: origin, value };
    match map.entry(key) {
        Slot::Vacant(slot) => {
            slot.insert(entry);
            own.push(Some(span));
            Ok(())
        }
        Slot::Occupied(mut slot) => {
            let key = slot.key().to_string();
            let first = own[slot.index()].replace(span);
            slot.insert(entry);
            match first {
                Some(first) => Err((span, Problem::DuplicateKey { key, first })),
                None => Ok(()),
            }
        }
    }
}

/// Merges a map, or a list of maps of which the first wins, over the entries read so far.
fn merge(
    map: &mut Map,
    own: &mut Vec<Option<Span>>,
    value: &Node,
    aliased: bool,
) -> Result<(), Problem> {
    match &value.kind {
        Kind::Map(merged) => merge_map(map, own, merged),
        Kind::List(items) if !aliased => {
            for item in items.iter().rev() {
                merge_map(map, own, item.as_map().ok_or(Problem::Merge)?);
            }
        }
        _ => return Err(Problem::Merge),
    }
    Ok(())
}

/// Merges one map over the entries read so far.
fn merge_map(map: &mut Map, own: &mut Vec<Option<Span>>, merged: &Map) {
    for (key, entry) in merged {
        if map.insert(key.clone(), entry.clone()).is_none() {
            own.push(None);
        }
    }
}
