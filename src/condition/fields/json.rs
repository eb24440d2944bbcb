//! Fields as JSON: what `falco --list --format json` prints, and other shapes that say the same.
//!
//! Wherever in the document an object has a list `fields`, it is a group of them; its sources are its `event_sources`
//! (none are all). An object with `name` and `type` is a field; a field may have its own `source` list and `class`.

use serde_json::Value;

use super::super::types::ValueType;
use super::Fields;
use super::field::{Argument, Group, KnownField, Trait};

/// Puts the fields of `document` behind those that `fields` has. Gives how many they were.
pub(super) fn read(document: &Value, fields: &mut Fields) -> usize {
    match document {
        Value::Array(items) => items.iter().map(|item| read(item, fields)).sum(),
        Value::Object(object) => match object.get("fields") {
            Some(Value::Array(items)) if object.contains_key("name") => {
                read_class(document, items, fields)
            }
            _ if object.contains_key("type") => usize::from(read_alone(document, fields)),
            _ => object.values().map(|item| read(item, fields)).sum(),
        },
        _ => 0,
    }
}

fn read_class(class: &Value, items: &[Value], fields: &mut Fields) -> usize {
    fields.add_group(Group {
        name: text(class, "name").unwrap_or("plugin").into(),
        sources: sources(class.get("event_sources")),
        plugin: true,
    });
    let read = items.iter().filter_map(read_field);
    read.filter(|field| fields.add(field.clone())).count()
}

/// Reads a field that names its source itself.
fn read_alone(item: &Value, fields: &mut Fields) -> bool {
    let Some(field) = read_field(item) else {
        return false;
    };
    let group = Group {
        name: group_name(item).into(),
        sources: sources(item.get("source")),
        plugin: text(item, "plugin").is_some(),
    };
    if fields.groups().last() != Some(&group) {
        fields.add_group(group);
    }
    fields.add(field)
}

/// The name of a field's group. Falco has two groups `evt`, one of them for every source.
fn group_name(item: &Value) -> &str {
    let any = sources(item.get("source"))
        .first()
        .is_none_or(|first| **first == *"*");
    match text(item, "class") {
        Some("evt") if any => "generic",
        Some("evt") => "event",
        Some(class) => class,
        None => "plugin",
    }
}

fn read_field(item: &Value) -> Option<KnownField> {
    let value_type = ValueType::of_word(text(item, "type")?)?;
    let mut field = KnownField::new(text(item, "name")?, value_type);
    field.argument = argument(item, &field.name);
    for (key, one) in TRAITS {
        if item.get(key) == Some(&Value::Bool(true)) {
            field.traits = field.traits.with(one);
        }
    }
    Some(field)
}

const TRAITS: [(&str, Trait); 7] = [
    ("is_list", Trait::List),
    ("is_deprecated", Trait::Deprecated),
    ("deprecated", Trait::Deprecated),
    ("filter_only", Trait::FilterOnly),
    ("hidden", Trait::Hidden),
    ("no_transformer", Trait::NoTransformer),
    ("no_rhs", Trait::NoRightSide),
];

fn argument(item: &Value, name: &str) -> Argument {
    let built_in = Argument::BUILT_IN
        .iter()
        .find(|entry| entry.2.contains(&name));
    if let Some((argument, ..)) = built_in {
        return *argument;
    }
    match item.get("argument") {
        Some(Value::Object(_)) => {
            let argument = item.get("argument").unwrap_or(&Value::Null);
            plugin(
                argument.get("required") == Some(&Value::Bool(true)),
                argument.get("type"),
            )
        }
        _ => match text(item, "arg") {
            Some(word @ ("required" | "allowed")) => {
                plugin(word == "required", item.get("arg_kind"))
            }
            _ => Argument::None,
        },
    }
}

fn plugin(required: bool, kinds: Option<&Value>) -> Argument {
    let kinds = kinds.and_then(Value::as_array);
    let has = |kind: &str| {
        kinds.is_some_and(|kinds| {
            let mut words = kinds.iter().filter_map(Value::as_str);
            words.any(|word| word.eq_ignore_ascii_case(kind))
        })
    };
    Argument::Plugin {
        required,
        index: has("index"),
        key: has("key"),
    }
}

fn sources(list: Option<&Value>) -> Box<[Box<str>]> {
    let words = list.and_then(Value::as_array).into_iter().flatten();
    let words = words.filter_map(Value::as_str).filter(|word| *word != "*");
    words.map(Box::from).collect()
}

fn text<'a>(item: &'a Value, key: &str) -> Option<&'a str> {
    item.get(key).and_then(Value::as_str)
}
