//! The functions that Helm adds: named templates, YAML and TOML.

use super::Type::{Any, Text};
use super::encodings::{list_or_error, map_or_error};
use super::{Answer, Call, Code, Function, fixed, row};
use crate::gotemplate::toml;
use crate::gotemplate::value::Value;

pub(super) const FUNCTIONS: &[Function] = &[
    row("include", &[Text, Any], None, Code::Include),
    row("tpl", &[Text, Any], None, Code::Tpl),
    fixed("toYaml", &[Any], to_yaml),
    fixed("toYamlPretty", &[Any], to_yaml),
    fixed("fromYaml", &[Text], |call| {
        call.limits.reading(call.text(0))?;
        Ok(map_or_error(call.host.read_yaml(call.text(0))))
    }),
    fixed("fromYamlArray", &[Text], |call| {
        call.limits.reading(call.text(0))?;
        Ok(list_or_error(call.host.read_yaml(call.text(0))))
    }),
    fixed("toToml", &[Any], |call| {
        call.limits.whole(call.value(0))?;
        toml::write(call.value(0)).map(Value::from)
    }),
];

fn to_yaml(call: &Call) -> Answer {
    call.limits.whole(call.value(0))?;
    Ok(call.host.write_yaml(call.value(0)).into())
}
