//! Values for every position, and how they are given.

use std::collections::BTreeMap;

use falcogen::charts::stable::CHART;
use falcogen::values::set::SetKind;
use falcogen::yaml::{self, Origin};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::hostile;
use crate::positions::{BARE, POSITIONS, Setup, Takes};

/// How values are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// In a file in which every text is in double quotes and everything but ASCII is escaped.
    Escaped,
    /// In a file as the program itself writes it.
    Written,
    /// By `--set-literal`, `--set-string` and `--set-json`.
    Assigned,
}

/// One value for each position of a setup.
#[derive(Clone)]
pub struct Given {
    pub setup: Setup,
    pub values: BTreeMap<&'static str, Value>,
}

/// The values alone, in short.
impl std::fmt::Debug for Given {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:#}", json!(self.values))
    }
}

/// Values for all positions of a setup.
pub fn strategy(setup: Setup) -> impl Strategy<Value = Given> {
    let positions = POSITIONS.iter().filter(move |row| row.setup.is(setup));
    let values = positions
        .map(|row| (row.at, row.takes))
        .chain(BARE.iter().map(|row| {
            let takes = if row.at.ends_with("[]") {
                Takes::List
            } else {
                Takes::Text
            };
            (row.at, takes)
        }));
    let values: Vec<_> = values
        .map(|(at, takes)| value(takes, setup).prop_map(move |value| (at, value)))
        .collect();
    values.prop_map(move |values| Given {
        setup,
        values: values.into_iter().collect(),
    })
}

fn value(takes: Takes, setup: Setup) -> BoxedStrategy<Value> {
    let text = || hostile::text().prop_map(Value::from);
    match takes {
        Takes::Text => text().boxed(),
        Takes::Something => text().prop_filter("something", |text| text != "").boxed(),
        Takes::Name => hostile::name(setup == Setup::Integrations)
            .prop_map(Value::from)
            .boxed(),
        Takes::List => vec(text(), 0..4).prop_map(Value::from).boxed(),
        Takes::Map => btree_map(hostile::text(), text(), 1..4)
            .prop_map(object)
            .boxed(),
        Takes::Files => btree_map(hostile::file(), text(), 1..4)
            .prop_map(object)
            .boxed(),
        Takes::Tree => tree().boxed(),
        Takes::Trees => vec(tree(), 0..3).prop_map(Value::from).boxed(),
    }
}

fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        6 => hostile::text().prop_map(Value::from),
        1 => any::<i32>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
    ];
    let any = leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            btree_map(hostile::text(), inner, 0..3).prop_map(object),
        ]
    });
    btree_map(hostile::text(), any, 0..3).prop_map(object)
}

fn object(entries: BTreeMap<String, Value>) -> Value {
    Value::Object(entries.into_iter().collect())
}

impl Given {
    /// The text of a position.
    pub fn text(&self, at: &str) -> &str {
        self.values[at].as_str().unwrap()
    }

    /// The map of a position over the chart's default.
    pub fn over_default(&self, at: &str) -> Value {
        let path = format!("/{}", keys(at).replace('.', "/"));
        let mut value = CHART.default_values().pointer(&path).unwrap().clone();
        let own = self.values[at].as_object().unwrap().clone();
        value.as_object_mut().unwrap().extend(own);
        value
    }

    /// The values that are not texts.
    fn switches(&self) -> Value {
        match self.setup {
            Setup::Integrations => json!({
                "falco": {"webserver": {"enabled": true}},
                "integrations": {
                    "gcscc": {"enabled": true},
                    "natsOutput": {"enabled": true},
                    "snsOutput": {"enabled": true},
                    "pubsubOutput": {"enabled": true},
                },
            }),
            _ => json!({}),
        }
    }

    /// Everything as one tree.
    fn tree(&self) -> Value {
        let mut tree = self.switches();
        for (at, value) in &self.values {
            let place = keys(at).split('.').fold(&mut tree, |tree, key| {
                let map = tree.as_object_mut().unwrap();
                map.entry(key).or_insert_with(|| Map::new().into())
            });
            *place = value.clone();
        }
        tree
    }

    /// The values file of a way.
    pub fn file(&self, way: Way) -> String {
        match way {
            Way::Escaped => escaped(&self.tree()),
            Way::Written => yaml::write(&yaml::from_json(self.tree(), &Origin::Program)),
            Way::Assigned => escaped(&self.switches()),
        }
    }

    /// The assignments of a way.
    pub fn assignments(&self, way: Way) -> Vec<(SetKind, String)> {
        let mut assignments = Vec::new();
        for (at, value) in self.values.iter().filter(|_| way == Way::Assigned) {
            assign(keys(at), at.contains("{}"), value, &mut assignments);
        }
        assignments
    }
}

/// The keys of a position: without the marks of lists and maps.
fn keys(at: &str) -> &str {
    at.trim_end_matches(['[', ']', '{', '}'])
}

/// Assigns a value: one by one where each part is a text, else as JSON.
fn assign(keys: &str, is_map: bool, value: &Value, out: &mut Vec<(SetKind, String)>) {
    match value {
        // Every second text by the flag that knows no escapes.
        Value::String(text) if text.len() % 2 == 0 => {
            out.push((SetKind::Literal, format!("{keys}={text}")));
        }
        Value::String(text) => out.push((SetKind::String, format!("{keys}={}", masked(text)))),
        Value::Array(items) if !is_map && !items.is_empty() => {
            for (at, item) in items.iter().enumerate() {
                let text = masked(item.as_str().unwrap());
                out.push((SetKind::String, format!("{keys}[{at}]={text}")));
            }
        }
        Value::Object(map)
            if map
                .iter()
                .all(|(key, value)| !key.is_empty() && value.is_string()) =>
        {
            for (key, value) in map {
                let text = masked(value.as_str().unwrap());
                out.push((SetKind::String, format!("{keys}.{}={text}", masked(key))));
            }
        }
        _ => out.push((SetKind::Json, format!("{keys}={value}"))),
    }
}

/// A text in which nothing has a meaning for `--set-string`.
fn masked(text: &str) -> String {
    let special = |letter| "\\.,=[]{}".contains(letter);
    let letters = text.chars().flat_map(|letter| {
        let mask = special(letter).then_some('\\');
        mask.into_iter().chain([letter])
    });
    letters.collect()
}

/// A value as YAML in which no text needs a YAML reader to be clever.
pub fn escaped(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(escaped).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(map) => {
            let entries: Vec<String> = (map.iter())
                .map(|(key, value)| format!("{}: {}", quoted(key), escaped(value)))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
        scalar => scalar.to_string(),
    }
}

fn quoted(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '"' | '\\' => format!("\\{letter}"),
        ' '..='~' => letter.to_string(),
        _ => format!("\\U{:08x}", u32::from(letter)),
    });
    format!("\"{}\"", letters.collect::<String>())
}
