//! Functions on maps.

use std::rc::Rc;

use super::Type::{Any, Map as Dict, Text};
use super::{Answer, Call, Function, fixed, variadic};
use crate::gotemplate::value::{Element, List, Map, Value};

pub(super) const FUNCTIONS: &[Function] = &[
    variadic("dict", &[], Any, dict),
    fixed("get", &[Dict, Text], |call| {
        Ok(call.map(0).get(call.text(1)).unwrap_or_else(|| "".into()))
    }),
    fixed("set", &[Dict, Text, Any], |call| {
        call.map(0)
            .insert(call.text(1).into(), call.value(2).clone());
        Ok(call.value(0).clone())
    }),
    fixed("unset", &[Dict, Text], |call| {
        call.map(0).remove(call.text(1));
        Ok(call.value(0).clone())
    }),
    fixed("hasKey", &[Dict, Text], |call| {
        Ok(call.map(0).get(call.text(1)).is_some().into())
    }),
    variadic("pluck", &[Text], Dict, |call| {
        let maps = 1..call.values.len();
        let found = maps.filter_map(|index| call.map(index).get(call.text(0)));
        Ok(Value::list(found.collect()))
    }),
    variadic("keys", &[], Dict, |call| {
        let maps = 0..call.values.len();
        let keys = maps.flat_map(|index| call.map(index).entries());
        Ok(Value::texts(keys.map(|(key, _)| key)))
    }),
    fixed("values", &[Dict], |call| {
        let entries = call.map(0).entries().into_iter();
        Ok(Value::list(entries.map(|(_, value)| value).collect()))
    }),
    variadic("pick", &[Dict], Text, |call| Ok(chosen(call, true))),
    variadic("omit", &[Dict], Text, |call| Ok(chosen(call, false))),
    variadic("dig", &[Any, Any, Any], Any, dig),
    fixed("deepCopy", &[Any], deep_copy),
    fixed("mustDeepCopy", &[Any], deep_copy),
];

fn dict(call: &Call) -> Answer {
    let mut entries: Vec<(Rc<str>, Value)> = Vec::new();
    for pair in call.values.chunks(2) {
        let key = match &pair[0] {
            Value::Text(key) => Rc::clone(key),
            other => call.show(other)?.into(),
        };
        entries.push((key, pair.get(1).cloned().unwrap_or_else(|| "".into())));
    }
    Ok(Value::map(entries))
}

/// The entries whose keys are named, or those whose keys are not.
fn chosen(call: &Call, wanted: bool) -> Value {
    let names = call.rest(1);
    let is_named = |key: &str| names.iter().any(|name| name.as_text() == Some(key));
    let entries = call.map(0).entries().into_iter();
    Value::map(entries.filter(|(key, _)| is_named(key) == wanted))
}

/// What stands at the end of a path of keys, or a default if one of them is missing.
fn dig(call: &Call) -> Answer {
    let [path @ .., default, start] = call.values.as_slice() else {
        return Ok(Value::Nil);
    };
    let mut value = start.clone();
    for key in path {
        let Value::Map(map) = &value else {
            return Err(format!("expected a map, found {}", value.described()));
        };
        let Value::Text(key) = key else {
            return Err(format!("a key is a text, not {}", key.described()));
        };
        match map.get(key) {
            Some(found) => value = found,
            None => return Ok(default.clone()),
        }
    }
    Ok(value)
}

fn deep_copy(call: &Call) -> Answer {
    if let Value::Nil = call.value(0) {
        return Err("there is nothing to copy".to_owned());
    }
    call.limits.whole(call.value(0))?;
    Ok(copy(call.value(0)))
}

fn copy(value: &Value) -> Value {
    match value {
        Value::List(list) => {
            let items = list.items().iter().map(copy);
            Value::List(List::new(items.collect(), list.element()))
        }
        Value::Map(map) if map.element() == Element::Any => {
            let entries = map.entries().into_iter();
            Value::map(entries.map(|(key, value)| (key, copy(&value))))
        }
        Value::Map(map) => Value::Map(Map::new(map.entries().into_iter().collect(), map.element())),
        value => value.clone(),
    }
}
