//! Values as text, as Go's `%v` and `%q` write them; numbers as JSON writes them.

use std::fmt::Write as _;

use super::value::Value;

/// A value as a template prints it.
pub(super) fn show(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

/// A value as `toString` and its like make a text of it.
pub(super) fn write(value: &Value, out: &mut String) {
    match value {
        Value::Nil => out.push_str("<nil>"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Int(number) | Value::Int64(number) => out.push_str(&number.to_string()),
        Value::Unsigned(number) => out.push_str(&number.to_string()),
        Value::Float(number) => out.push_str(&float(*number)),
        Value::Text(text) => out.push_str(text),
        Value::List(list) => {
            out.push('[');
            for (index, item) in list.items().iter().enumerate() {
                if index > 0 {
                    out.push(' ');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Map(map) => {
            out.push_str("map[");
            for (index, (key, value)) in map.entries().iter().enumerate() {
                if index > 0 {
                    out.push(' ');
                }
                out.push_str(key);
                out.push(':');
                write(value, out);
            }
            out.push(']');
        }
        Value::Object(object) => match object.contents() {
            Some(contents) => write(&contents, out),
            None => out.push_str(&object.text()),
        },
    }
}

/// A number as JSON has it.
pub(super) fn float(number: f64) -> String {
    let size = number.abs();
    if number.is_nan() {
        "NaN".to_owned()
    } else if number.is_infinite() {
        if number > 0.0 { "+Inf" } else { "-Inf" }.to_owned()
    } else if size != 0.0 && size < 1e-6 {
        format!("{number:e}")
    } else if size >= 1e21 {
        format!("{number:e}").replace('e', "e+")
    } else {
        number.to_string()
    }
}

/// A text in double quotes with Go's escapes; other than ASCII is escaped too if `ascii`.
pub(super) fn quoted(text: &str, ascii: bool) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if c == '"' {
            out.push_str("\\\"");
        } else {
            escape(c, ascii, &mut out);
        }
    }
    out.push('"');
    out
}

/// A character in single quotes with Go's escapes.
pub(super) fn quoted_character(c: char, ascii: bool) -> String {
    let mut out = String::from("'");
    if c == '\'' {
        out.push_str("\\'");
    } else {
        escape(c, ascii, &mut out);
    }
    out.push('\'');
    out
}

fn escape(c: char, ascii: bool, out: &mut String) {
    match c {
        '\\' => out.push_str("\\\\"),
        '\x07' => out.push_str("\\a"),
        '\x08' => out.push_str("\\b"),
        '\x0c' => out.push_str("\\f"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\x0b' => out.push_str("\\v"),
        c if is_printable(c) && (c.is_ascii() || !ascii) => out.push(c),
        '\0'..='\x1f' | '\x7f' => {
            let _ = write!(out, "\\x{:02x}", u32::from(c));
        }
        c if u32::from(c) < 0x10000 => {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        }
        c => {
            let _ = write!(out, "\\U{:08x}", u32::from(c));
        }
    }
}

/// Whether a character can be shown as it is.
pub(super) fn is_printable(c: char) -> bool {
    // Behind another character, the standard library escapes what cannot be printed, and quotes and backslashes.
    let text = String::from_iter(['a', c]);
    matches!(c, '"' | '\'' | '\\') || text.escape_debug().count() == 2
}
