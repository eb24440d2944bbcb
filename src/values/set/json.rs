//! Whether a value of `--set-json` is JSON, and where it ends.

use std::ops::Range;

use serde_json::{Deserializer, Error, Value};

/// Why there is no JSON value.
pub enum Fault {
    /// It is nested deeper than 127 levels.
    TooDeep,
    /// The text is not JSON.
    Syntax {
        /// Where in the text.
        place: Range<usize>,
        /// Why.
        reason: String,
    },
}

/// How many bytes the JSON value at the start of `text` takes.
///
/// # Errors
/// If there is none, or if it is nested too deep.
pub fn length(text: &str) -> Result<usize, Fault> {
    let mut values = Deserializer::from_str(text).into_iter::<Value>();
    match values.next().unwrap_or_else(|| serde_json::from_str("")) {
        Ok(_) => Ok(values.byte_offset()),
        Err(error) => Err(fault(text, &error)),
    }
}

fn fault(text: &str, error: &Error) -> Fault {
    let message = error.to_string();
    let reason = message.split(" at line ").next().unwrap_or_default();
    if reason.starts_with("recursion limit") {
        return Fault::TooDeep;
    }
    let reason = match reason {
        "expected ident" => "expected `true`, `false` or `null`",
        _ if error.is_eof() => "it ends too early",
        _ => reason,
    };
    Fault::Syntax {
        place: place(text, error),
        reason: reason.to_owned(),
    }
}

/// The character at which the reader stopped; nothing behind the end of the text.
fn place(text: &str, error: &Error) -> Range<usize> {
    if error.is_eof() {
        return text.len()..text.len();
    }
    let lines_before = error.line().saturating_sub(1);
    let line: usize = text
        .split_inclusive('\n')
        .take(lines_before)
        .map(str::len)
        .sum();
    let mut start = (line + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let width = text[start..].chars().next().map_or(0, char::len_utf8);
    start..start + width
}
