//! Where in the text of a JSON value its parts are.

use std::ops::Range;
use std::sync::Arc;

use serde_json::Value;

use crate::source::{SourceId, Span};
use crate::yaml::{Entry, Kind, Map, Node, Origin, from_json};

/// The node of the JSON value at `range` of `text`, which is the text of `source`. Each key and value in it has a place
/// of its own. Of a key that is there twice the last one counts, as in Helm.
///
/// That there is a value, and how deep it is nested, has been made sure of; of anything else something comes that means
/// nothing.
pub fn node(text: &str, range: Range<usize>, source: SourceId) -> Node {
    let mut walk = Walk {
        text: text.get(..range.end).unwrap_or_default(),
        at: range.start,
        source,
    };
    walk.value()
}

/// The way through a text.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    source: SourceId,
}

impl Walk<'_> {
    fn value(&mut self) -> Node {
        let first = self.next();
        let start = self.at;
        let kind = match first {
            Some(b'{') => Kind::Map(Arc::new(self.entries())),
            Some(b'[') => Kind::List(Arc::new(self.items())),
            _ => return self.scalar(),
        };
        Node::new(kind, self.written(start))
    }

    fn entries(&mut self) -> Map {
        let mut entries = Map::new();
        self.at += 1;
        while self.next().is_some_and(|byte| byte != b'}') {
            let key = self.scalar();
            self.skip(b':');
            let value = self.value();
            self.skip(b',');
            let name = key.as_text().unwrap_or_default().into();
            let key = key.origin;
            entries.insert(name, Entry { key, value });
        }
        self.skip(b'}');
        entries
    }

    fn items(&mut self) -> Vec<Node> {
        let mut items = Vec::new();
        self.at += 1;
        while self.next().is_some_and(|byte| byte != b']') {
            items.push(self.value());
            self.skip(b',');
        }
        self.skip(b']');
        items
    }

    /// A text, a number, a truth value or null.
    fn scalar(&mut self) -> Node {
        let start = self.at;
        let rest = &self.text.as_bytes()[start..];
        // At least one byte, so that the way through a text that is no JSON ends as well.
        self.at += match rest.first() {
            Some(b'"') => text_length(rest),
            _ => word_length(rest).max(1).min(rest.len()),
        };
        let written = self.text.get(start..self.at).unwrap_or_default();
        let value = serde_json::from_str(written).unwrap_or(Value::Null);
        from_json(value, &self.written(start))
    }

    /// Goes over blanks, and gives the byte behind them.
    fn next(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at..];
        let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace());
        self.at += blanks.count();
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes over blanks, and over `mark` if it is there.
    fn skip(&mut self, mark: u8) {
        if self.next() == Some(mark) {
            self.at += 1;
        }
    }

    fn written(&self, start: usize) -> Origin {
        Origin::Written(Span::new(self.source, start..self.at))
    }
}

/// The length of the text in quotes at the start of `bytes`.
fn text_length(bytes: &[u8]) -> usize {
    let mut escaped = true; // As good as: the first quote ends nothing.
    let end = bytes.iter().position(|byte| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    });
    end.map_or(bytes.len(), |end| end + 1)
}

/// The length of the number or name at the start of `bytes`.
fn word_length(bytes: &[u8]) -> usize {
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || b",:]}".contains(byte);
    bytes.iter().position(is_end).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::{SourceKind, Sources};
    use crate::yaml::to_json;

    /// The node of a whole text, and the text by its places.
    fn read(text: &str) -> (Node, Sources) {
        let mut sources = Sources::default();
        let source = sources.add("--set-json[1]", text, SourceKind::Argument);
        (node(text, 0..text.len(), source), sources)
    }

    /// Fails unless the place of every node holds just that node, and that of every key that key.
    fn check_places(node: &Node, sources: &Sources) {
        let value = |origin: &Origin| -> Value {
            serde_json::from_str(sources.text(origin.span().unwrap())).unwrap()
        };
        assert_eq!(value(&node.origin), to_json(node));
        for item in node.as_list().unwrap_or_default() {
            check_places(item, sources);
        }
        for (key, entry) in node.as_map().into_iter().flatten() {
            assert_eq!(value(&entry.key), **key);
            check_places(&entry.value, sources);
        }
    }

    #[test]
    fn of_a_key_that_is_there_twice_the_last_one_counts() {
        let (node, sources) = read(r#"{"a": {"b": 1}, "c": 2, "a": {"d": 3}}"#);
        assert_eq!(to_json(&node), serde_json::json!({"c": 2, "a": {"d": 3}}));
        let entry = &node.as_map().unwrap()["a"];
        assert_eq!(sources.position(entry.key.span().unwrap()).column, 25);
    }

    #[test]
    fn quotes_and_brackets_within_a_text_are_part_of_it() {
        let (node, sources) = read("\t{ \"\\\"]\\\\\" :[\"}\", -1.5\n,null ,{ },[ ]] } ");
        check_places(&node, &sources);
    }

    fn values() -> impl Strategy<Value = Value> {
        let scalar = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        scalar.prop_recursive(5, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::hash_map(any::<String>(), inner, 0..6)
                    .prop_map(|entries| entries.into_iter().collect()),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_key_and_value_has_a_place_of_its_own(value in values(), pretty: bool) {
            let text = if pretty {
                serde_json::to_string_pretty(&value).unwrap()
            } else {
                value.to_string()
            };
            let (node, sources) = read(&text);
            prop_assert_eq!(to_json(&node), value);
            check_places(&node, &sources);
        }

        #[test]
        fn the_way_through_any_text_ends(text: String) {
            read(&text);
        }
    }
}
