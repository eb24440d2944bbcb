//! Trees into text: block style, indented by two, the same for the same tree.
//!
//! A list stands at the indentation of its key, as Kubernetes' own writer has it. Texts of several lines are literal
//! blocks where YAML can carry them so, and else stand line by line in double quotes; nothing is ever folded or wrapped.

use std::borrow::Cow;

use super::plain::{is_plain, is_unfit_for_literal};
use super::{Kind, Map, Node, Number, quoted};

/// Keys beyond this many bytes are quoted.
const LONGEST_PLAIN_KEY: usize = 128;
/// YAML allows 1024 characters between the beginning of a key and its colon.
const LONGEST_SIMPLE_KEY: usize = 1000;

/// The tree as a YAML document, with a line break at its end.
#[must_use]
pub fn write(node: &Node) -> String {
    let mut out = String::new();
    write_to(node, &mut out);
    out
}

/// Adds the tree as a YAML document, with a line break at its end.
pub fn write_to(node: &Node, out: &mut String) {
    match &node.kind {
        Kind::Map(map) if !map.is_empty() => write_map(map, 0, out),
        Kind::List(items) if !items.is_empty() => write_list(items, 0, out),
        _ => write_leaf(node, None, out),
    }
}

/// Writes a map whose first key goes where `out` ends, and whose further keys go to column `indent`.
fn write_map(map: &Map, indent: usize, out: &mut String) {
    for (index, (key, entry)) in map.iter().enumerate() {
        if index > 0 {
            start_line(indent, out);
        }
        write_key(key, indent, out);
        write_value(&entry.value, indent, out);
    }
}

/// Writes what follows the colon of a key at column `indent`.
fn write_value(node: &Node, indent: usize, out: &mut String) {
    match &node.kind {
        Kind::Map(map) if !map.is_empty() => {
            out.push('\n');
            start_line(indent + 2, out);
            write_map(map, indent + 2, out);
        }
        Kind::List(items) if !items.is_empty() => {
            out.push('\n');
            start_line(indent, out);
            write_list(items, indent, out);
        }
        _ => {
            out.push(' ');
            write_leaf(node, Some(indent), out);
        }
    }
}

/// Writes a list whose first dash goes where `out` ends, and whose further dashes go to column `indent`.
fn write_list(items: &[Node], indent: usize, out: &mut String) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            start_line(indent, out);
        }
        out.push_str("- ");
        match &item.kind {
            Kind::Map(map) if !map.is_empty() => write_map(map, indent + 2, out),
            Kind::List(items) if !items.is_empty() => write_list(items, indent + 2, out),
            _ => write_leaf(item, Some(indent), out),
        }
    }
}

/// Writes a node that has no children, and the end of its line. `indent` is the column of the key or the dash that it
/// belongs to; the root of a document has none.
fn write_leaf(node: &Node, indent: Option<usize>, out: &mut String) {
    match &node.kind {
        Kind::Null => out.push_str("null"),
        Kind::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Kind::Number(number) => write_number(*number, out),
        Kind::Text(text) => return write_text(text, indent, out),
        Kind::Document(node) => return write_text(&write(node), indent, out),
        Kind::List(_) => out.push_str("[]"),
        Kind::Map(_) => out.push_str("{}"),
    }
    out.push('\n');
}

/// Writes a number; one with an exponent has a fraction too, without which some readers take it for a text.
fn write_number(number: Number, out: &mut String) {
    let text = number.to_string();
    match text.split_once('e') {
        Some((digits, exponent)) if !digits.contains('.') => {
            out.extend([digits, ".0e", exponent]);
        }
        _ => out.push_str(&text),
    }
}

/// Writes a key and its colon.
fn write_key(key: &str, indent: usize, out: &mut String) {
    let key = if key.len() <= LONGEST_PLAIN_KEY && is_plain(key) {
        Cow::Borrowed(key)
    } else {
        Cow::Owned(quoted::on_one_line(key))
    };
    if key.len() <= LONGEST_SIMPLE_KEY {
        out.push_str(&key);
    } else {
        out.extend(["? ", &*key, "\n"]);
        start_line(indent, out);
    }
    out.push(':');
}

/// Writes a text and the end of its line.
fn write_text(text: &str, indent: Option<usize>, out: &mut String) {
    match indent {
        Some(indent) if fits_literal(text) => return write_literal(text, indent, out),
        Some(indent) if quoted::has_lines(text) => {
            quoted::write_line_by_line(text, indent + 2, out);
        }
        _ if is_plain(text) => out.push_str(text),
        _ => out.push_str(&quoted::on_one_line(text)),
    }
    out.push('\n');
}

/// Whether a literal block carries the text to every reader: it has several lines, something to see, also in the last one if
/// that has no break (yaml 2.9 for JavaScript may lose it otherwise), and no character that needs an escape.
fn fits_literal(text: &str) -> bool {
    let last = text.rsplit('\n').next().unwrap_or_default();
    text.contains('\n')
        && text.contains(|c: char| !c.is_whitespace())
        && (last.is_empty() || last.contains(|c: char| !c.is_whitespace()))
        && !text.contains(is_unfit_for_literal)
}

/// Writes a literal block two columns right of `indent`.
fn write_literal(text: &str, indent: usize, out: &mut String) {
    out.push('|');
    if text.starts_with([' ', '\t', '\n']) {
        out.push('2');
    }
    if !text.ends_with('\n') {
        out.push('-');
    } else if text.ends_with("\n\n") {
        out.push('+');
    }
    out.push('\n');
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        if !line.is_empty() {
            start_line(indent + 2, out);
            out.push_str(line);
        }
        out.push('\n');
    }
}

/// Fills the line up to column `indent`.
fn start_line(indent: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', indent));
}
