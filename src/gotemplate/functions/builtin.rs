//! The functions that are Go's own.

use std::fmt::Write as _;

use std::rc::Rc;

use super::Type::{Any, Text};
use super::{Answer, Call, Code, Function, fixed, row, variadic};
use crate::gotemplate::compare::{equal, less};
use crate::gotemplate::format::printf;
use crate::gotemplate::print::is_printable;
use crate::gotemplate::value::{List, Value};

pub(super) const FUNCTIONS: &[Function] = &[
    row("and", &[Any], Some(Any), Code::Until(false)),
    row("or", &[Any], Some(Any), Code::Until(true)),
    fixed("not", &[Any], |call| Ok((!call.bool(0)).into())),
    fixed("len", &[Any], len),
    variadic("index", &[Any], Any, index),
    variadic("print", &[], Any, |call| print(call).map(Value::from)),
    variadic("println", &[], Any, println),
    variadic("printf", &[Text], Any, |call| {
        for value in call.rest(1) {
            call.limits.whole(value)?;
        }
        printf(call.text(0), call.rest(1), call.limits).map(Value::from)
    }),
    variadic("html", &[], Any, |call| Ok(html(&escaped(call)?).into())),
    variadic("js", &[], Any, |call| Ok(js(&escaped(call)?).into())),
    variadic("urlquery", &[], Any, |call| {
        Ok(super::url::query_escape(&escaped(call)?).into())
    }),
    variadic("eq", &[Any], Any, eq),
    fixed("ne", &[Any, Any], |call| {
        Ok((!equal(call.value(0), call.value(1))?).into())
    }),
    fixed("lt", &[Any, Any], |call| {
        Ok(less(call.value(0), call.value(1))?.into())
    }),
    fixed("le", &[Any, Any], |call| at_most(call).map(Value::from)),
    fixed("gt", &[Any, Any], |call| Ok((!at_most(call)?).into())),
    fixed("ge", &[Any, Any], |call| {
        Ok((!less(call.value(0), call.value(1))?).into())
    }),
];

fn at_most(call: &Call) -> Result<bool, String> {
    let (left, right) = (call.value(0), call.value(1));
    Ok(less(left, right)? || equal(left, right)?)
}

fn eq(call: &Call) -> Answer {
    let others = call.rest(1);
    if others.is_empty() {
        return Err("there is nothing to compare with".to_owned());
    }
    for other in others {
        if equal(call.value(0), other)? {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}

fn len(call: &Call) -> Answer {
    let count = match call.value(0) {
        Value::Text(text) => text.len(),
        Value::List(list) => list.items().len(),
        Value::Map(map) => map.len(),
        Value::Object(object) => match object.contents() {
            Some(Value::Map(map)) => map.len(),
            Some(Value::List(list)) => list.items().len(),
            _ => return Err(format!("{} has no length", call.value(0).described())),
        },
        Value::Nil => return Err("what has no value has no length".to_owned()),
        value => return Err(format!("{} has no length", value.described())),
    };
    Ok(Value::Int(i64::try_from(count).unwrap_or(i64::MAX)))
}

fn index(call: &Call) -> Answer {
    let mut value = call.value(0).clone();
    for index in call.rest(1) {
        value = element(&value, index)?;
    }
    match call.value(0) {
        Value::Nil => Err("what has no value cannot be indexed".to_owned()),
        _ => Ok(value),
    }
}

fn element(value: &Value, index: &Value) -> Answer {
    match value {
        Value::Map(map) => match index {
            Value::Text(key) => Ok(map.get(key).unwrap_or(match map.element() {
                crate::gotemplate::Element::Text => "".into(),
                _ => Value::Nil,
            })),
            _ => Err(format!(
                "a map is indexed by a text, not by {}",
                index.described()
            )),
        },
        Value::List(list) => {
            let position = position(index, list.items().len())?;
            Ok(list.items().get(position).cloned().unwrap_or(Value::Nil))
        }
        Value::Text(text) => {
            let position = position(index, text.len())?;
            let byte = text.as_bytes().get(position).copied();
            Ok(byte.map_or(Value::Nil, |byte| Value::Unsigned(u64::from(byte))))
        }
        Value::Object(object) => match object.contents() {
            Some(contents) => element(&contents, index),
            None => Err(format!("{} cannot be indexed", value.described())),
        },
        Value::Nil => Err("what has no value cannot be indexed".to_owned()),
        _ => Err(format!("{} cannot be indexed", value.described())),
    }
}

fn position(index: &Value, length: usize) -> Result<usize, String> {
    let position = match index {
        Value::Int(number) | Value::Int64(number) => usize::try_from(*number).ok(),
        Value::Unsigned(number) => usize::try_from(*number).ok(),
        _ => {
            return Err(format!(
                "a list is indexed by a number, not by {}",
                index.described()
            ));
        }
    };
    let inside = position.filter(|position| *position < length);
    inside.ok_or_else(|| "the index is out of range".to_owned())
}

/// The arguments as one text, blanks between those of which neither is a text.
fn print(call: &Call) -> Result<String, String> {
    let mut out = String::new();
    for (index, value) in call.values.iter().enumerate() {
        let before = index.checked_sub(1).map(|index| call.value(index));
        let apart = before.is_some_and(|before| before.as_text().is_none());
        if apart && value.as_text().is_none() {
            out.push(' ');
        }
        out.push_str(&call.show(value)?);
        call.limits.text(out.len())?;
    }
    Ok(out)
}

/// The arguments as one text to escape, in which what has no value says so, as Go has it.
fn escaped(call: &Call) -> Result<String, String> {
    let nothing = |value: &Value| match value {
        Value::Nil => "<no value>".into(),
        value => value.clone(),
    };
    print(&Call {
        values: call.values.iter().map(nothing).collect(),
        ..*call
    })
}

fn println(call: &Call) -> Answer {
    let mut out = String::new();
    for (index, value) in call.values.iter().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        out.push_str(&call.show(value)?);
        call.limits.text(out.len())?;
    }
    out.push('\n');
    Ok(out.into())
}

fn html(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\0' => out.push('\u{fffd}'),
            '"' => out.push_str("&#34;"),
            '\'' => out.push_str("&#39;"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out
}

fn js(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | '\'' | '"' => out.extend(['\\', c]),
            '<' | '>' | '&' | '=' | '\0'..='\x1f' => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c if c.is_ascii() || is_printable(c) => out.push(c),
            c => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
        }
    }
    out
}

/// The part of a list between two indexes.
pub(super) fn part(list: &List, start: i64, end: i64) -> Answer {
    let bounds = (usize::try_from(start), usize::try_from(end));
    let (Ok(start), Ok(end)) = bounds else {
        return Err("an index is below zero".to_owned());
    };
    match list.items().get(start..end) {
        Some(items) => Ok(Value::List(List::new(items.to_vec(), list.element()))),
        None => Err("an index is out of range".to_owned()),
    }
}

/// The text between two bytes, which must not be inside of characters.
pub(super) fn bytes(text: &Rc<str>, start: usize, end: usize) -> Answer {
    if start > end || end > text.len() {
        return Err("an index is out of range".to_owned());
    }
    match text.get(start..end) {
        Some(part) => Ok(part.into()),
        None => Err("a character is cut in two".to_owned()),
    }
}
