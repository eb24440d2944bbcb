//! Values as TOML, as the encoder that Helm uses lays it out.

use std::fmt::Write as _;

use super::value::Value;

/// A value as TOML: a map as a document, anything else as it stands in one.
///
/// # Errors
/// TOML has no word for what it holds.
pub(super) fn write(value: &Value) -> Result<String, String> {
    let mut out = String::new();
    match value {
        Value::Map(_) => table(&[], value, &mut out)?,
        _ => element(value, &mut out)?,
    }
    Ok(out)
}

/// Whether a list becomes tables of one name.
fn is_tables(value: &Value) -> bool {
    match value {
        Value::List(list) if !list.items().is_empty() => list
            .items()
            .iter()
            .all(|item| matches!(item, Value::Map(_))),
        _ => false,
    }
}

fn is_table(value: &Value) -> bool {
    matches!(value, Value::Map(_)) || is_tables(value)
}

/// The entries of a map that are something, tables last.
fn entries(value: &Value) -> Vec<(String, Value)> {
    let Value::Map(map) = value else {
        return Vec::new();
    };
    let full = map
        .entries()
        .into_iter()
        .filter(|(_, value)| !matches!(value, Value::Nil));
    let named = full.map(|(key, value)| (self::key(&key), value));
    let (tables, mut plain): (Vec<_>, Vec<_>) = named.partition(|(_, value)| is_table(value));
    plain.extend(tables);
    plain
}

/// A key, in quotes if it is not a bare one.
fn key(name: &str) -> String {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !name.is_empty() && name.bytes().all(bare) {
        name.to_owned()
    } else {
        quoted(name)
    }
}

fn indent(path: &[String]) -> String {
    "  ".repeat(path.len().saturating_sub(1))
}

fn newline(out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
}

fn table(path: &[String], value: &Value, out: &mut String) -> Result<(), String> {
    for (key, value) in entries(value) {
        let path: Vec<String> = path.iter().cloned().chain([key]).collect();
        let name = path.join(".");
        let indent = indent(&path);
        match &value {
            Value::Map(_) => {
                if path.len() == 1 {
                    newline(out);
                }
                let _ = writeln!(out, "{indent}[{name}]");
                table(&path, &value, out)?;
            }
            Value::List(list) if is_tables(&value) => {
                for item in list.items() {
                    newline(out);
                    let _ = writeln!(out, "{indent}[[{name}]]");
                    table(&path, item, out)?;
                }
            }
            _ => {
                let _ = write!(out, "{indent}{} = ", path.last().map_or("", String::as_str));
                element(&value, out)?;
                out.push('\n');
            }
        }
    }
    Ok(())
}

fn element(value: &Value, out: &mut String) -> Result<(), String> {
    match value {
        Value::Text(text) => out.push_str(&quoted(text)),
        Value::Float(number) if number.fract() == 0.0 => {
            let _ = write!(out, "{number:.1}");
        }
        Value::Float(number) if number.is_finite() => out.push_str(&number.to_string()),
        Value::Bool(_) | Value::Int(_) | Value::Int64(_) | Value::Unsigned(_) => {
            super::print::write(value, out);
        }
        Value::List(list) => {
            out.push('[');
            for (index, item) in list.items().iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                element(item, out)?;
            }
            out.push(']');
        }
        Value::Map(_) => {
            out.push('{');
            for (index, (key, value)) in entries(value).iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                let _ = write!(out, "{key} = ");
                element(value, out)?;
            }
            out.push('}');
        }
        Value::Object(object) => out.push_str(&quoted(&object.text())),
        _ => return Err("TOML has no word for what has no value".to_owned()),
    }
    Ok(())
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\x08' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\x0c' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\0'..='\x1f' | '\x7f' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
