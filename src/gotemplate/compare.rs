//! Go's rules for when values are equal or ordered.

use super::value::Value;

/// The kinds between which nothing compares.
#[derive(PartialEq)]
enum Kind {
    Bool,
    Integer,
    Float,
    Text,
    Other,
}

fn kind(value: &Value) -> Kind {
    match value {
        Value::Bool(_) => Kind::Bool,
        Value::Int(_) | Value::Int64(_) | Value::Unsigned(_) => Kind::Integer,
        Value::Float(_) => Kind::Float,
        Value::Text(_) => Kind::Text,
        _ => Kind::Other,
    }
}

fn integer(value: &Value) -> i128 {
    match value {
        Value::Int(number) | Value::Int64(number) => i128::from(*number),
        Value::Unsigned(number) => i128::from(*number),
        _ => 0,
    }
}

fn incompatible(left: &Value, right: &Value) -> String {
    format!(
        "incompatible types for comparison: {} and {}",
        left.described(),
        right.described()
    )
}

/// Whether `eq` finds two values equal.
#[expect(clippy::float_cmp, reason = "equality is what is asked for")]
pub(super) fn equal(left: &Value, right: &Value) -> Result<bool, String> {
    if let (Value::Nil, other) | (other, Value::Nil) = (left, right) {
        return Ok(matches!(other, Value::Nil));
    }
    if kind(left) != kind(right) {
        return Err(incompatible(left, right));
    }
    Ok(match (left, right) {
        (Value::Bool(left), Value::Bool(right)) => left == right,
        (Value::Float(left), Value::Float(right)) => left == right,
        (Value::Text(left), Value::Text(right)) => left == right,
        _ if kind(left) == Kind::Integer => integer(left) == integer(right),
        _ => return Err(format!("{} cannot be compared by `eq`", left.described())),
    })
}

/// Whether `lt` finds one value below another.
pub(super) fn less(left: &Value, right: &Value) -> Result<bool, String> {
    for value in [left, right] {
        if kind(value) == Kind::Other {
            return Err(format!("{} has no order", value.described()));
        }
    }
    if kind(left) != kind(right) {
        return Err(incompatible(left, right));
    }
    match (left, right) {
        (Value::Float(left), Value::Float(right)) => Ok(left < right),
        (Value::Text(left), Value::Text(right)) => Ok(left < right),
        (Value::Bool(_), _) => Err("a boolean has no order".to_owned()),
        _ => Ok(integer(left) < integer(right)),
    }
}

/// Whether two values are the same through and through, types included.
#[expect(clippy::float_cmp, reason = "equality is what is asked for")]
pub(super) fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Nil, Value::Nil) => true,
        (Value::Bool(left), Value::Bool(right)) => left == right,
        (Value::Int(left), Value::Int(right)) | (Value::Int64(left), Value::Int64(right)) => {
            left == right
        }
        (Value::Unsigned(left), Value::Unsigned(right)) => left == right,
        (Value::Float(left), Value::Float(right)) => left == right,
        (Value::Text(left), Value::Text(right)) => left == right,
        (Value::List(left), Value::List(right)) => {
            let items = left.items().iter().zip(right.items());
            left.element() == right.element()
                && left.items().len() == right.items().len()
                && items.into_iter().all(|(left, right)| same(left, right))
        }
        (Value::Map(left), Value::Map(right)) => {
            left.element() == right.element()
                && left.len() == right.len()
                && left
                    .entries()
                    .iter()
                    .all(|(key, value)| right.get(key).is_some_and(|other| same(value, &other)))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.type_name() == right.type_name() && left.text() == right.text()
        }
        _ => false,
    }
}
