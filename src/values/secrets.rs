//! Where credentials are written.

use std::collections::HashSet;

use serde_json::Value;

use crate::source::{Sources, Span};
use crate::yaml::{Kind, Node, Origin};

/// The places of all values that the schema declares as credentials (`writeOnly`), those that others took the place of
/// included. In a section with credentials a value that is not declared, or has another form than it should, counts as
/// one: it may be a credential under a misspelled name.
#[must_use]
pub fn places(values: &Node, schema: &Value) -> Vec<Span> {
    let mut search = Search {
        names: names(schema),
        places: Vec::new(),
    };
    let top = values.as_map().into_iter().flatten();
    for (key, entry) in top {
        if let Some(declared) = schema["properties"].get(&**key) {
            search.find(&entry.value, declared);
        }
    }
    search.places
}

/// The names of all values that a schema declares. Such a name is no credential, wherever it is written.
fn names(schema: &Value) -> HashSet<&str> {
    let mut names = HashSet::new();
    for (name, declared) in schema["properties"].as_object().into_iter().flatten() {
        names.insert(name.as_str());
        names.extend(self::names(declared));
    }
    names
}

/// The texts that stand at these places and are long enough to be told from ordinary words.
#[must_use]
pub fn texts(places: &[Span], sources: &Sources) -> Vec<String> {
    let quotes = ['"', '\''];
    let texts = places.iter().filter_map(|place| {
        let text = sources.get(place.source).text.get(place.range())?;
        Some(text.trim().trim_matches(quotes).to_owned())
    });
    let mut texts: Vec<String> = texts.filter(|text| text.len() >= SHORTEST).collect();
    // A text that holds another one is taken out first.
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    texts.dedup();
    texts
}

/// A text in which these do not appear.
#[must_use]
pub fn taken_out(text: &str, secrets: &[String]) -> String {
    let mut text = text.to_owned();
    for secret in secrets {
        text = text.replace(secret, "***");
    }
    text
}

/// The shortest text that is taken out of sentences; a shorter one may be part of any word.
const SHORTEST: usize = 5;

/// A search for credentials, and what it has found.
struct Search<'s> {
    names: HashSet<&'s str>,
    places: Vec<Span>,
}

impl Search<'_> {
    fn find(&mut self, node: &Node, schema: &Value) {
        if schema["writeOnly"] == true {
            return self.all(node);
        }
        let declared = schema["properties"].as_object();
        match &node.kind {
            Kind::Map(map) => {
                let hides = holds_secrets(schema);
                for (key, entry) in map.iter() {
                    let own = declared.and_then(|declared| declared.get(&**key));
                    let declared = own.or_else(|| schema.get("additionalProperties"));
                    match declared.filter(|declared| declared.is_object()) {
                        Some(declared) if has_form(&entry.value, declared) || !hides => {
                            self.find(&entry.value, declared);
                        }
                        _ if hides => self.all(&entry.value),
                        _ => {}
                    }
                }
            }
            Kind::List(items) => {
                if let Some(declared) = schema.get("items") {
                    for item in items.iter() {
                        self.find(item, declared);
                    }
                }
            }
            _ if declared.is_some() && holds_secrets(schema) => self.all(node),
            _ => {}
        }
    }

    /// Everything in a credential, whatever form it has.
    fn all(&mut self, node: &Node) {
        match &node.kind {
            Kind::Map(map) => {
                for (key, entry) in map.iter() {
                    if !self.names.contains(&**key) {
                        self.written(&entry.key);
                    }
                    self.all(&entry.value);
                }
            }
            Kind::List(items) => items.iter().for_each(|item| self.all(item)),
            Kind::Null | Kind::Bool(_) => {}
            Kind::Number(_) | Kind::Text(_) | Kind::Document(_) => self.written(&node.origin),
        }
    }

    fn written(&mut self, origin: &Origin) {
        match origin {
            Origin::Program | Origin::Default(_) => {}
            Origin::Written(span) => self.places.push(*span),
            Origin::Override { by, of } => {
                self.places.push(*by);
                self.written(of);
            }
            Origin::Derived(parts) => parts.iter().for_each(|part| self.written(part)),
        }
    }
}

/// Whether a section declares a credential, itself or below.
fn holds_secrets(schema: &Value) -> bool {
    let declared = schema["properties"].as_object();
    let mut declared = declared.into_iter().flatten().map(|(_, declared)| declared);
    declared.any(|declared| declared["writeOnly"] == true || holds_secrets(declared))
}

/// Whether a value is a map or list where one is declared, and else none.
fn has_form(node: &Node, schema: &Value) -> bool {
    let takes = |form: &str| match &schema["type"] {
        Value::String(only) => only == form,
        Value::Array(forms) => forms.iter().any(|one| one == form),
        _ => true,
    };
    match node.kind {
        Kind::Map(_) => takes("object"),
        Kind::List(_) => takes("array"),
        _ => schema["properties"].is_null(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::source::SourceKind;
    use crate::yaml::{Limits, read};
    use serde_json::json;

    #[test]
    fn what_is_declared_a_credential_is_found_in_any_form() {
        let text = "{key: {a: [one]}, name: two, tokens: {x: three}, further: four}";
        assert_eq!(found(text), ["a", "one", "three"]);
    }

    #[test]
    fn in_a_section_with_credentials_what_is_not_as_declared_counts_as_one() {
        let text = "section: {key: one, kye: two, name: three, list: {x: [four]}}";
        assert_eq!(found(text), ["one", "two", "x", "four"]);
        assert_eq!(found("section: five"), ["five"]);
        assert_eq!(found("section: {kye: {name: one}}"), ["one"]);
        assert_eq!(found("{plain: {nme: six}, other: seven}"), [""; 0]);
    }

    fn found(text: &str) -> Vec<String> {
        let schema = json!({"properties": {
            "key": {"type": "string", "writeOnly": true},
            "name": {"type": "string"},
            "tokens": {"additionalProperties": {"writeOnly": true}},
            "plain": {"type": "object", "properties": {"name": {"type": "string"}}},
            "section": {"type": "object", "properties": {
                "key": {"type": "string", "writeOnly": true},
                "name": {"type": "string"},
                "list": {"type": "array"},
            }},
        }});
        let mut sources = Sources::default();
        let file = sources.add("values.yaml", text, SourceKind::File);
        let limits = Limits::default();
        let values = read(&sources, file, &limits, &mut Diagnostics::default()).unwrap();
        let places = places(&values, &schema);
        let found = places.iter().map(|place| text[place.range()].to_owned());
        found.collect()
    }
}
