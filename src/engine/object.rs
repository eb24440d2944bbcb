//! How templates see nodes.

use std::fmt;
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Enumerator, Object, ObjectRepr, ValueKind};

use super::record::Record;
use crate::yaml::{Kind, Map, Node, Number};

/// A list or map that notes what is read from it.
pub struct NodeObject {
    /// The list or map.
    pub node: Node,
    record: Arc<Record>,
}

/// The value that stands for a node in templates: lists and maps know their node, scalars are noted as read.
pub fn value(node: &Node, record: &Arc<Record>) -> Value {
    match &node.kind {
        Kind::List(_) | Kind::Map(_) | Kind::Document(_) => Value::from_object(NodeObject {
            node: node.clone(),
            record: Arc::clone(record),
        }),
        scalar => {
            record.read(node);
            match scalar {
                Kind::Bool(value) => Value::from(*value),
                Kind::Number(Number::Integer(value)) => Value::from(*value),
                Kind::Number(Number::Unsigned(value)) => Value::from(*value),
                Kind::Number(Number::Float(value)) => Value::from(*value),
                Kind::Text(text) => Value::from(Arc::clone(text)),
                _ => Value::from(()),
            }
        }
    }
}

/// The node that a template's value stands for; nothing if it is of a kind that YAML does not have.
pub fn node(value: &Value, record: &Record) -> Option<Node> {
    if let Some(object) = value.downcast_object_ref::<NodeObject>() {
        return Some(object.node.clone());
    }
    let kind = match value.kind() {
        ValueKind::None => Kind::Null,
        ValueKind::Bool => Kind::Bool(value.is_true()),
        ValueKind::Number => Kind::Number(number(value)?),
        ValueKind::String => Kind::Text(value.as_str()?.into()),
        ValueKind::Seq => {
            let items = value.try_iter().ok()?.map(|item| node(&item, record));
            return Some(Node::list(items.collect::<Option<Vec<_>>>()?));
        }
        ValueKind::Map => return map(value, record),
        _ => return None,
    };
    Some(record.trace(Node::new(kind, crate::yaml::Origin::Program)))
}

fn number(value: &Value) -> Option<Number> {
    if !value.is_integer() {
        return f64::try_from(value.clone()).ok().map(Number::Float);
    }
    value
        .as_i64()
        .map(Number::Integer)
        .or_else(|| u64::try_from(value.clone()).ok().map(Number::Unsigned))
}

fn map(value: &Value, record: &Record) -> Option<Node> {
    let mut entries = Vec::new();
    for key in value.try_iter().ok()? {
        let entry = value.get_item(&key).ok()?;
        entries.push((key.as_str()?.to_owned(), node(&entry, record)?));
    }
    Some(Node::map(entries))
}

impl NodeObject {
    fn map(&self) -> Option<&Map> {
        self.node.as_map()
    }

    fn child(&self, node: &Node) -> Value {
        value(node, &self.record)
    }
}

impl Object for NodeObject {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        match self.node.kind {
            Kind::List(_) => ObjectRepr::Seq,
            Kind::Map(_) => ObjectRepr::Map,
            _ => ObjectRepr::Plain,
        }
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        match &self.node.kind {
            Kind::List(items) => items.get(key.as_usize()?).map(|item| self.child(item)),
            Kind::Map(_) => self.get_value_by_str(key.as_str()?),
            _ => None,
        }
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        self.map()?.get(key).map(|entry| self.child(&entry.value))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        match &self.node.kind {
            Kind::List(items) => Enumerator::Seq(items.len()),
            Kind::Map(map) => {
                let keys: Vec<Value> = map
                    .iter()
                    .map(|(key, entry)| self.child(&Node::text(Arc::clone(key), entry.key.clone())))
                    .collect();
                Enumerator::Iter(Box::new(keys.into_iter()))
            }
            _ => Enumerator::NonEnumerable,
        }
    }
}

/// Shows the shape only, since any value may be a secret.
impl fmt::Debug for NodeObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.node.fmt(f)
    }
}
