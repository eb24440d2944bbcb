//! Functions on lists.

use super::Type::{Any, Int};
use super::builtin::part;
use super::convert::integer;
use super::{Answer, Call, Function, fixed, variadic};
use crate::gotemplate::compare::same;
use crate::gotemplate::value::{Element, List, Value};

pub(super) const FUNCTIONS: &[Function] = &[
    variadic("list", &[], Any, |call| {
        Ok(Value::list(call.values.clone()))
    }),
    variadic("tuple", &[], Any, |call| {
        Ok(Value::list(call.values.clone()))
    }),
    fixed("append", &[Any, Any], append),
    fixed("mustAppend", &[Any, Any], append),
    fixed("push", &[Any, Any], append),
    fixed("mustPush", &[Any, Any], append),
    fixed("prepend", &[Any, Any], prepend),
    fixed("mustPrepend", &[Any, Any], prepend),
    fixed("first", &[Any], first),
    fixed("mustFirst", &[Any], first),
    fixed("last", &[Any], last),
    fixed("mustLast", &[Any], last),
    fixed("rest", &[Any], rest),
    fixed("mustRest", &[Any], rest),
    fixed("initial", &[Any], initial),
    fixed("mustInitial", &[Any], initial),
    fixed("reverse", &[Any], reverse),
    fixed("mustReverse", &[Any], reverse),
    fixed("compact", &[Any], compact),
    fixed("mustCompact", &[Any], compact),
    fixed("uniq", &[Any], uniq),
    fixed("mustUniq", &[Any], uniq),
    variadic("without", &[Any], Any, without),
    variadic("mustWithout", &[Any], Any, without),
    fixed("has", &[Any, Any], has),
    fixed("mustHas", &[Any, Any], has),
    variadic("slice", &[Any], Any, slice),
    variadic("mustSlice", &[Any], Any, slice),
    variadic("concat", &[], Any, concat),
    fixed("chunk", &[Int, Any], chunk),
    fixed("mustChunk", &[Int, Any], chunk),
];

fn append(call: &Call) -> Answer {
    let mut items = call.list(0)?.items().to_vec();
    items.push(call.value(1).clone());
    Ok(Value::list(items))
}

fn prepend(call: &Call) -> Answer {
    let mut items = vec![call.value(1).clone()];
    items.extend_from_slice(call.list(0)?.items());
    Ok(Value::list(items))
}

fn first(call: &Call) -> Answer {
    Ok(call.list(0)?.items().first().cloned().unwrap_or(Value::Nil))
}

fn last(call: &Call) -> Answer {
    Ok(call.list(0)?.items().last().cloned().unwrap_or(Value::Nil))
}

fn rest(call: &Call) -> Answer {
    let list = call.list(0)?;
    Ok(Value::list(
        list.items().get(1..).unwrap_or_default().to_vec(),
    ))
}

fn initial(call: &Call) -> Answer {
    let list = call.list(0)?;
    let items = list
        .items()
        .split_last()
        .map_or(&[][..], |(_, items)| items);
    Ok(Value::list(items.to_vec()))
}

fn reverse(call: &Call) -> Answer {
    let list = call.list(0)?;
    Ok(Value::list(list.items().iter().rev().cloned().collect()))
}

fn compact(call: &Call) -> Answer {
    let list = call.list(0)?;
    let full = list.items().iter().filter(|item| item.is_true());
    Ok(Value::list(full.cloned().collect()))
}

/// Whether a value is among others; each comparison costs as much as the value holds.
fn among(call: &Call, value: &Value, others: &[Value]) -> Result<bool, String> {
    for other in others {
        call.limits.whole(value)?;
        if same(value, other) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn uniq(call: &Call) -> Answer {
    let list = call.list(0)?;
    call.limits.whole(call.value(0))?;
    let mut kept = Vec::new();
    for item in list.items() {
        if !among(call, item, &kept)? {
            kept.push(item.clone());
        }
    }
    Ok(Value::list(kept))
}

fn without(call: &Call) -> Answer {
    let list = call.list(0)?;
    for value in &call.values {
        call.limits.whole(value)?;
    }
    let mut kept = Vec::new();
    for item in list.items() {
        if !among(call, item, call.rest(1))? {
            kept.push(item.clone());
        }
    }
    Ok(Value::list(kept))
}

fn has(call: &Call) -> Answer {
    if let Value::Nil = call.value(1) {
        return Ok(false.into());
    }
    let list = call.list(1)?;
    call.limits.whole(call.value(0))?;
    call.limits.whole(call.value(1))?;
    among(call, call.value(0), list.items()).map(Value::from)
}

fn slice(call: &Call) -> Answer {
    let list = call.list(0)?;
    if list.items().is_empty() {
        return Ok(Value::Nil);
    }
    let length = i64::try_from(list.items().len()).unwrap_or(i64::MAX);
    let end = call.values.get(2).map_or(length, integer);
    part(&list, integer(call.value(1)), end)
}

fn concat(call: &Call) -> Answer {
    let mut items = Vec::new();
    for index in 0..call.values.len() {
        items.extend_from_slice(call.list(index)?.items());
        call.limits.list(items.len())?;
    }
    Ok(Value::list(items))
}

fn chunk(call: &Call) -> Answer {
    let list = call.list(1)?;
    let size = usize::try_from(call.int(0)).ok().filter(|size| *size > 0);
    let size = size.ok_or_else(|| "the size is not above zero".to_owned())?;
    let chunks = list.items().chunks(size);
    let chunks = chunks.map(|chunk| Value::list(chunk.to_vec()));
    Ok(Value::List(List::new(chunks.collect(), Element::List)))
}
