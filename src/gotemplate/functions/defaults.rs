//! Functions that choose between values.

use super::Type::{Any, Bool, Text};
use super::{Answer, Call, Function, fixed, variadic};
use crate::gotemplate::value::Value;

pub(super) const FUNCTIONS: &[Function] = &[
    variadic("default", &[Any], Any, |call| {
        let given = call.value(1);
        let chosen = if given.is_true() {
            given
        } else {
            call.value(0)
        };
        Ok(chosen.clone())
    }),
    fixed("empty", &[Any], |call| Ok((!call.bool(0)).into())),
    variadic("coalesce", &[], Any, |call| {
        let mut values = call.values.iter();
        Ok(values
            .find(|value| value.is_true())
            .cloned()
            .unwrap_or(Value::Nil))
    }),
    variadic("all", &[], Any, |call| {
        Ok(call.values.iter().all(Value::is_true).into())
    }),
    variadic("any", &[], Any, |call| {
        Ok(call.values.iter().any(Value::is_true).into())
    }),
    fixed("ternary", &[Any, Any, Bool], |call| {
        let which = usize::from(!call.bool(2));
        Ok(call.value(which).clone())
    }),
    fixed("fail", &[Text], |call| Err(call.text(0).to_owned())),
    fixed("required", &[Text, Any], required),
];

fn required(call: &Call) -> Answer {
    match call.value(1) {
        Value::Nil => Err(call.text(0).to_owned()),
        Value::Text(text) if text.is_empty() => Err(call.text(0).to_owned()),
        value => Ok(value.clone()),
    }
}
