//! The part of a chart's schema that the user's values touch.
//!
//! A schema of all charts has 380 kB, and most values files are about a few of its thousand values. So the text is
//! read along the values: what they do not touch is skipped.

use std::cell::OnceCell;
use std::fmt;

use serde::Deserialize as _;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::{Map, Value};

use crate::yaml::Node;

/// A chart's schema.
pub struct Schema<'a> {
    text: &'a str,
    /// The schema, of whose `properties` only those are there that the values have.
    pub touched: Value,
    whole: OnceCell<Value>,
}

impl<'a> Schema<'a> {
    /// The schema with that text, for these values.
    #[must_use]
    pub fn new(text: &'a str, values: &Node) -> Self {
        let mut reader = serde_json::Deserializer::from_str(text);
        Schema {
            text,
            touched: Along(Some(values))
                .deserialize(&mut reader)
                .unwrap_or_default(),
            whole: OnceCell::new(),
        }
    }

    /// All of it, which is read when it is asked for.
    #[must_use]
    pub fn whole(&self) -> &Value {
        self.whole
            .get_or_init(|| serde_json::from_str(self.text).unwrap_or_default())
    }
}

/// Reads a schema along a value. What is no map, and what stands in no map, is read as a whole.
struct Along<'n>(Option<&'n Node>);

impl<'de> DeserializeSeed<'de> for Along<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        match self.0.filter(|node| node.as_map().is_some()) {
            Some(node) => reader.deserialize_map(Keywords(node)),
            None => Value::deserialize(reader),
        }
    }
}

/// Reads the keywords of a schema.
struct Keywords<'n>(&'n Node);

impl<'de> Visitor<'de> for Keywords<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a schema")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut keywords = Map::new();
        while let Some(keyword) = map.next_key::<String>()? {
            let value = if keyword == "properties" {
                map.next_value_seed(Properties(self.0))?
            } else {
                map.next_value()?
            };
            keywords.insert(keyword, value);
        }
        Ok(Value::Object(keywords))
    }
}

/// Reads the declarations of those values that are there.
struct Properties<'n>(&'n Node);

impl<'de> DeserializeSeed<'de> for Properties<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Properties<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("declarations of values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut properties = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            match self.0.get(&name) {
                Some(value) => {
                    let declared = map.next_value_seed(Along(Some(value)))?;
                    properties.insert(name, declared);
                }
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Value::Object(properties))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::tests::node;
    use serde_json::json;

    #[test]
    fn only_what_the_values_have_is_read_and_that_whole() {
        let whole = json!({"type": "object", "properties": {
            "a": {"type": "object", "properties": {"b": {"type": "string"}, "c": {}}},
            "d": {"items": {"properties": {"e": {}}}},
            "f": {"type": "string"},
        }});
        let text = whole.to_string();
        let schema = Schema::new(&text, &node(&json!({"a": {"b": 1, "x": 2}, "d": [{}]})));
        assert_eq!(
            schema.touched,
            json!({"type": "object", "properties": {
                "a": {"type": "object", "properties": {"b": {"type": "string"}}},
                "d": {"items": {"properties": {"e": {}}}},
            }})
        );
        assert_eq!(schema.whole(), &whole);
    }
}
