//! Functions that merge maps into the first of them.

use super::Type::Map as Dict;
use super::{Answer, Call, Function, variadic};
use crate::gotemplate::value::{Map, Value};

pub(super) const FUNCTIONS: &[Function] = &[
    variadic("merge", &[Dict], Dict, |call| merge_all(call, false)),
    variadic("mustMerge", &[Dict], Dict, |call| merge_all(call, false)),
    variadic("mergeOverwrite", &[Dict], Dict, |call| {
        merge_all(call, true)
    }),
    variadic("mustMergeOverwrite", &[Dict], Dict, |call| {
        merge_all(call, true)
    }),
];

fn merge_all(call: &Call, overwrite: bool) -> Answer {
    for value in &call.values {
        call.limits.whole(value)?;
    }
    for index in 1..call.values.len() {
        merge(call, &call.map(0), &call.map(index), overwrite, 0)?;
    }
    Ok(call.value(0).clone())
}

/// Gives a map what another has, deeply; what the map has already stays, unless it is empty or is to be overwritten.
fn merge(call: &Call, into: &Map, from: &Map, overwrite: bool, depth: usize) -> Result<(), String> {
    // Maps that hold each other grow while they are merged.
    if depth > 100 {
        return Err("the maps nest too deep, or contain themselves".to_owned());
    }
    for (key, value) in from.entries() {
        call.limits.spend(1)?;
        let held = into.get(&key);
        match (&held, &value) {
            (_, Value::Nil) if !overwrite => continue,
            (Some(Value::Map(held)), Value::Map(value)) => {
                merge(call, held, value, overwrite, depth + 1)?;
                if !held.is_empty() {
                    continue;
                }
            }
            _ => {}
        }
        if overwrite || !held.is_some_and(|held| held.is_true()) {
            into.insert(key, value);
        }
    }
    Ok(())
}
