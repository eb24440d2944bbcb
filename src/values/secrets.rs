//! Where credentials are written.

use serde_json::Value;

use crate::source::Span;
use crate::yaml::{Kind, Node, Origin};

/// The places of all values that the schema declares as credentials (`writeOnly`), those that others took the place of
/// included.
#[must_use]
pub fn places(values: &Node, schema: &Value) -> Vec<Span> {
    let mut places = Vec::new();
    find(values, schema, &mut places);
    places
}

fn find(node: &Node, schema: &Value, places: &mut Vec<Span>) {
    if schema["writeOnly"] == true {
        return all(node, places);
    }
    match &node.kind {
        Kind::Map(map) => {
            for (key, entry) in map.iter() {
                let declared = schema["properties"].get(&**key);
                let declared = declared.or_else(|| schema.get("additionalProperties"));
                if let Some(declared) = declared.filter(|declared| declared.is_object()) {
                    find(&entry.value, declared, places);
                }
            }
        }
        Kind::List(items) => {
            if let Some(declared) = schema.get("items") {
                for item in items.iter() {
                    find(item, declared, places);
                }
            }
        }
        _ => {}
    }
}

/// Everything in a credential, whatever form it has.
fn all(node: &Node, places: &mut Vec<Span>) {
    match &node.kind {
        Kind::Map(map) => map.values().for_each(|entry| all(&entry.value, places)),
        Kind::List(items) => items.iter().for_each(|item| all(item, places)),
        Kind::Null | Kind::Bool(_) => {}
        Kind::Number(_) | Kind::Text(_) | Kind::Document(_) => written(&node.origin, places),
    }
}

fn written(origin: &Origin, places: &mut Vec<Span>) {
    match origin {
        Origin::Program | Origin::Default(_) => {}
        Origin::Written(span) => places.push(*span),
        Origin::Override { by, of } => {
            places.push(*by);
            written(of, places);
        }
        Origin::Derived(parts) => parts.iter().for_each(|part| written(part, places)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::source::{SourceKind, Sources};
    use crate::yaml::{Limits, read};
    use serde_json::json;

    #[test]
    fn what_is_declared_a_credential_is_found_in_any_form() {
        let schema = json!({"properties": {
            "key": {"type": "string", "writeOnly": true},
            "name": {"type": "string"},
            "tokens": {"additionalProperties": {"writeOnly": true}},
        }});
        let mut sources = Sources::default();
        let text = "{key: {a: [one]}, name: two, tokens: {x: three}, further: four}";
        let file = sources.add("values.yaml", text, SourceKind::File);
        let limits = Limits::default();
        let values = read(&sources, file, &limits, &mut Diagnostics::default()).unwrap();
        let places = places(&values, &schema);
        let found: Vec<&str> = places.iter().map(|place| &text[place.range()]).collect();
        assert_eq!(found, ["one", "three"]);
    }
}
