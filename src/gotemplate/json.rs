//! Values as JSON, as Go's package encoding/json writes them, and back.

use std::fmt::Write as _;

use super::print::float;
use super::value::{Element, List, Value};

/// How JSON is laid out.
#[derive(Clone, Copy, Default)]
pub(super) struct Style {
    /// On several lines, each level two blanks further in.
    pub(super) pretty: bool,
    /// With `<`, `>` and `&` as they are.
    pub(super) raw: bool,
}

/// A value as JSON.
///
/// # Errors
/// It holds a number that JSON has not.
pub(super) fn write(value: &Value, style: Style) -> Result<String, String> {
    let mut writer = Writer {
        style,
        out: String::new(),
        depth: 0,
    };
    writer.value(value)?;
    Ok(writer.out)
}

struct Writer {
    style: Style,
    out: String,
    depth: usize,
}

impl Writer {
    fn value(&mut self, value: &Value) -> Result<(), String> {
        match value {
            Value::Nil => self.out.push_str("null"),
            Value::Bool(truth) => self.out.push_str(if *truth { "true" } else { "false" }),
            Value::Int(number) | Value::Int64(number) => self.out.push_str(&number.to_string()),
            Value::Unsigned(number) => self.out.push_str(&number.to_string()),
            Value::Float(number) if !number.is_finite() => {
                return Err("JSON has no infinite numbers".to_owned());
            }
            Value::Float(number) => self.out.push_str(&float(*number)),
            Value::Text(text) => self.text(text),
            Value::List(list) => {
                self.open('[', list.items().is_empty());
                for (index, item) in list.items().iter().enumerate() {
                    self.separate(index);
                    self.value(item)?;
                }
                self.close(']', list.items().is_empty());
            }
            Value::Map(map) => {
                self.open('{', map.is_empty());
                for (index, (key, value)) in map.entries().iter().enumerate() {
                    self.separate(index);
                    self.text(key);
                    self.out
                        .push_str(if self.style.pretty { ": " } else { ":" });
                    self.value(value)?;
                }
                self.close('}', map.is_empty());
            }
            Value::Object(object) => match object.contents() {
                Some(contents) => self.value(&contents)?,
                None => self.text(&object.text()),
            },
        }
        Ok(())
    }

    fn open(&mut self, bracket: char, empty: bool) {
        self.out.push(bracket);
        if !empty {
            self.depth += 1;
            self.line();
        }
    }

    fn close(&mut self, bracket: char, empty: bool) {
        if !empty {
            self.depth -= 1;
            self.line();
        }
        self.out.push(bracket);
    }

    fn separate(&mut self, index: usize) {
        if index > 0 {
            self.out.push(',');
            self.line();
        }
    }

    fn line(&mut self) {
        if self.style.pretty {
            self.out.push('\n');
            self.out.push_str(&"  ".repeat(self.depth));
        }
    }

    fn text(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => self.out.extend(['\\', c]),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\x08' => self.out.push_str("\\b"),
                '\x0c' => self.out.push_str("\\f"),
                '\0'..='\x1f' | '\u{2028}' | '\u{2029}' => self.escape(c),
                '<' | '>' | '&' if !self.style.raw => self.escape(c),
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    fn escape(&mut self, c: char) {
        let _ = write!(self.out, "\\u{:04x}", u32::from(c));
    }
}

/// What a JSON text holds; all numbers are `float64`.
///
/// # Errors
/// The text is not JSON.
pub(super) fn read(text: &str) -> Result<Value, String> {
    let read: Result<serde_json::Value, _> = serde_json::from_str(text);
    read.map(|value| from_json(&value))
        .map_err(|error| format!("not JSON: line {}, column {}", error.line(), error.column()))
}

fn from_json(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::Nil,
        serde_json::Value::Bool(truth) => Value::Bool(*truth),
        serde_json::Value::Number(number) => Value::Float(number.as_f64().unwrap_or_default()),
        serde_json::Value::String(text) => text.as_str().into(),
        serde_json::Value::Array(items) => Value::List(List::new(
            items.iter().map(from_json).collect(),
            Element::Any,
        )),
        serde_json::Value::Object(entries) => Value::map(
            entries
                .iter()
                .map(|(key, value)| (key.as_str(), from_json(value))),
        ),
    }
}
