//! Functions that make numbers and texts of other values, by the rules of the package cast.

use super::Type::{Any, Text};
use super::{Function, fixed};
use crate::gotemplate::literal;
use crate::gotemplate::print::show;
use crate::gotemplate::value::Value;

pub(super) const FUNCTIONS: &[Function] = &[
    fixed("int", &[Any], |call| Ok(Value::Int(integer(call.value(0))))),
    fixed("int64", &[Any], |call| {
        Ok(Value::Int64(integer(call.value(0))))
    }),
    fixed("float64", &[Any], |call| {
        Ok(Value::Float(float(call.value(0))))
    }),
    fixed("toString", &[Any], |call| {
        call.show(call.value(0)).map(Value::from)
    }),
    fixed("atoi", &[Text], |call| {
        Ok(Value::Int(call.text(0).parse().unwrap_or(0)))
    }),
    fixed("toDecimal", &[Any], |call| {
        let text = show_scalar(call.value(0));
        Ok(Value::Int64(i64::from_str_radix(&text, 8).unwrap_or(0)))
    }),
];

/// A number as text; other than numbers and texts are none.
fn show_scalar(value: &Value) -> String {
    match value {
        Value::List(_) | Value::Map(_) | Value::Object(_) => String::new(),
        value => show(value),
    }
}

/// A value as a whole number: 0 if it is none.
pub(super) fn integer(value: &Value) -> i64 {
    match value {
        Value::Int(number) | Value::Int64(number) => *number,
        Value::Unsigned(number) => number.cast_signed(),
        Value::Float(number) => truncated(*number),
        Value::Bool(truth) => i64::from(*truth),
        Value::Text(text) => literal::integer(without_zeros(text)).unwrap_or(0),
        _ => 0,
    }
}

/// What is too large becomes the lowest number there is, as processors have it.
#[expect(clippy::cast_possible_truncation, reason = "within bounds")]
fn truncated(number: f64) -> i64 {
    if number.abs() < 9.223_372_036_854_775e18 {
        number as i64
    } else {
        i64::MIN
    }
}

/// The text without a fraction of zeros.
fn without_zeros(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => {
            whole
        }
        _ => text,
    }
}

/// A value as a number: 0 if it is none.
#[expect(clippy::cast_precision_loss, reason = "Go rounds the same way")]
pub(super) fn float(value: &Value) -> f64 {
    match value {
        Value::Int(number) | Value::Int64(number) => *number as f64,
        Value::Unsigned(number) => *number as f64,
        Value::Float(number) => *number,
        Value::Bool(truth) => f64::from(u8::from(*truth)),
        Value::Text(text) => text.parse().unwrap_or(0.0),
        _ => 0.0,
    }
}
