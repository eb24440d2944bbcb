//! What a scalar of one type means where the chart expects another.

use std::sync::Arc;

use jsonschema::JsonType;
use jsonschema::error::TypeKind;

use crate::yaml::{Kind, Node, Number, resolve, write};

/// What becomes of a value of another type.
pub enum Reading {
    /// It has no reading: a map where a text belongs, a word where a number belongs.
    None,
    /// The chart would read it as the opposite of what it says.
    Misread,
    /// It stays as it is: it is only printed into falco.yaml, and Falco will say what it thinks of it.
    Printed,
    /// It is read so.
    Taken(Kind),
    /// It is read so: as the empty value of the expected type.
    Empty(Kind),
}

/// The expected type but null, and what to call it. Where there are several it is a text: what is declared so becomes
/// one.
pub fn wanted(kind: &TypeKind) -> (JsonType, &'static str) {
    let wanted = match kind {
        TypeKind::Single(single) => *single,
        TypeKind::Multiple(set) => {
            let mut kinds = set.iter().filter(|kind| *kind != JsonType::Null);
            match (kinds.next(), kinds.next()) {
                (Some(only), None) => only,
                _ => return (JsonType::String, "a text, number or boolean"),
            }
        }
    };
    let words = match wanted {
        JsonType::String => "a text",
        JsonType::Boolean => "a boolean",
        JsonType::Integer => "a whole number",
        JsonType::Number => "a number",
        JsonType::Array => "a list",
        JsonType::Object => "a map",
        JsonType::Null => "null",
    };
    (wanted, words)
}

/// How the chart uses a value, which decides what a value of another type means.
pub struct Usage<'a> {
    /// The schema's `x-use`: `decides`, `traversed` or `printed`; else empty.
    pub kind: &'a str,
    /// The schema's `x-exact`: the chart refuses numbers and booleans.
    pub exact: bool,
}

/// What an empty value of another type means where the chart looks at nothing but whether there is something.
fn empty(found: &Kind, wanted: JsonType, usage: &str) -> Option<Reading> {
    let is_empty = match (found, usage) {
        (Kind::List(items), "decides" | "traversed") => items.is_empty(),
        (Kind::Map(entries), "decides" | "traversed") => entries.is_empty(),
        (Kind::Bool(value), "decides") => !value,
        (Kind::Number(number), "decides") => number.as_f64() == 0.0,
        (Kind::Text(text), "decides") => text.is_empty(),
        _ => false,
    };
    let kind = match wanted {
        JsonType::String => Kind::Text("".into()),
        JsonType::Array => Node::list([]).kind,
        JsonType::Object => Kind::Map(Arc::default()),
        _ => return None,
    };
    is_empty.then_some(Reading::Empty(kind))
}

/// What `found` means where a value of type `wanted` belongs.
pub fn read(found: &Node, wanted: JsonType, usage: &Usage<'_>) -> Reading {
    let exact = usage.exact;
    let usage = usage.kind;
    if let Some(empty) = empty(&found.kind, wanted, usage) {
        return empty;
    }
    let reading = match (wanted, &found.kind) {
        (JsonType::String, Kind::Number(_) | Kind::Bool(_)) if exact || usage == "printed" => {
            Reading::None
        }
        (JsonType::String, Kind::Number(number)) => {
            Reading::Taken(Kind::Text(number.to_string().into()))
        }
        (JsonType::String, Kind::Bool(value)) => {
            Reading::Taken(Kind::Text(value.to_string().into()))
        }
        (JsonType::Boolean, kind) => boolean(kind, usage),
        (JsonType::Integer, Kind::Text(text)) => whole_number(text),
        (JsonType::Number, Kind::Text(text)) => match resolve(text) {
            number @ Kind::Number(_) => Reading::Taken(number),
            _ => Reading::None,
        },
        _ => Reading::None,
    };
    match (&reading, &found.kind) {
        (Reading::None, Kind::Text(_) | Kind::Number(_) | Kind::Bool(_))
            if usage == "printed" && is_scalar(wanted) =>
        {
            Reading::Printed
        }
        _ => reading,
    }
}

fn is_scalar(kind: JsonType) -> bool {
    !matches!(kind, JsonType::Array | JsonType::Object)
}

fn whole_number(text: &str) -> Reading {
    match resolve(text) {
        Kind::Number(number) => number.as_i64().map_or(Reading::None, |value| {
            Reading::Taken(Kind::Number(Number::Integer(value)))
        }),
        _ => Reading::None,
    }
}

fn boolean(found: &Kind, usage: &str) -> Reading {
    match (found, usage) {
        (Kind::Text(text), "printed") => match resolve(text) {
            boolean @ Kind::Bool(_) => Reading::Taken(boolean),
            _ => Reading::None,
        },
        (Kind::Text(text), _) => match text.to_ascii_lowercase().as_str() {
            "false" | "no" | "off" | "0" | "n" => Reading::Misread,
            "true" | "yes" | "on" | "1" | "y" => Reading::Taken(Kind::Bool(true)),
            "" => Reading::Taken(Kind::Bool(false)),
            _ => Reading::None,
        },
        (Kind::Number(number), "decides") => Reading::Taken(Kind::Bool(number.as_f64() != 0.0)),
        _ => Reading::None,
    }
}

/// The scalar as YAML, to be shown.
pub fn show(node: &Node) -> String {
    format!("`{}`", write(node).trim_end())
}
