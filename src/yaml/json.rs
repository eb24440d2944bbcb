//! Nodes from JSON data, and JSON data from nodes.

use serde_json::{Map as JsonMap, Value};

use super::{DefaultId, Entry, Kind, Map, Node, Number, Origin};

/// The node of a JSON value; every node in it has the one origin.
#[must_use]
pub fn from_json(value: Value, origin: &Origin) -> Node {
    convert(value, &mut || origin.clone())
}

/// A chart's defaults as nodes, each with an origin of its own, numbered in reading order.
#[must_use]
pub fn defaults_from_json(value: Value) -> Node {
    numbered_from_json(value, 0)
}

/// The same, numbered from behind `first` on.
#[must_use]
pub fn numbered_from_json(value: Value, first: u32) -> Node {
    let mut next = first;
    convert(value, &mut || {
        next += 1;
        Origin::Default(DefaultId(next))
    })
}

fn convert(value: Value, origin: &mut impl FnMut() -> Origin) -> Node {
    let own = origin();
    let kind = match value {
        Value::Null => Kind::Null,
        Value::Bool(value) => Kind::Bool(value),
        Value::Number(number) => Kind::Number(from_number(&number)),
        Value::String(text) => Kind::Text(text.into()),
        Value::Array(items) => Kind::List(
            items
                .into_iter()
                .map(|item| convert(item, origin))
                .collect::<Vec<_>>()
                .into(),
        ),
        Value::Object(entries) => {
            let entries = entries.into_iter().map(|(key, value)| {
                let value = convert(value, origin);
                let key_origin = value.origin.clone();
                (
                    key.into(),
                    Entry {
                        key: key_origin,
                        value,
                    },
                )
            });
            Kind::Map(entries.collect::<Map>().into())
        }
    };
    Node::new(kind, own)
}

fn from_number(number: &serde_json::Number) -> Number {
    match (number.as_i64(), number.as_u64()) {
        (Some(value), _) => Number::Integer(value),
        (None, Some(value)) => Number::Unsigned(value),
        (None, None) => Number::Float(number.as_f64().unwrap_or_default()),
    }
}

/// The JSON value of a node. A document becomes its text.
#[must_use]
pub fn to_json(node: &Node) -> Value {
    match &node.kind {
        Kind::Null => Value::Null,
        Kind::Bool(value) => Value::Bool(*value),
        Kind::Number(number) => to_number(*number),
        Kind::Text(text) => Value::String(text.to_string()),
        Kind::List(items) => Value::Array(items.iter().map(to_json).collect()),
        Kind::Map(map) => {
            let entries = map
                .iter()
                .map(|(key, entry)| (key.to_string(), to_json(&entry.value)));
            Value::Object(entries.collect::<JsonMap<_, _>>())
        }
        Kind::Document(inner) => Value::String(super::write(inner)),
    }
}

/// A whole number is written without a fraction, whatever it was read from.
fn to_number(number: Number) -> Value {
    match (number, number.as_i64()) {
        (_, Some(value)) => value.into(),
        (Number::Unsigned(value), None) => value.into(),
        (number, None) => number.as_f64().into(),
    }
}
