//! Scalars in quotes.
//!
//! After `ScanQuotedScalar` and `ScanScalar` in `src/scantoken.cpp` and `src/scanscalar.cpp` of yaml-cpp.

use super::Reason;
use super::cursor::{Cursor, Fault, is_blank, is_break};
use super::decoded::Decoded;
use super::escape::escape;

/// The state between two lines.
#[derive(Default)]
struct Lines {
    /// The length of the text behind the last escape, from which on breaks are not dropped.
    escaped: Option<usize>,
    /// Whether the last line was empty.
    empty: bool,
}

/// Reads a scalar in quotes, from the opening one to behind the closing one. The closing one may be missing if the text
/// ends with a line break, or with the opening one: Falco overlooks that.
pub(super) fn quoted(cursor: &mut Cursor, decoded: &mut Decoded) -> Result<(), Fault> {
    let quote = cursor.step();
    let mut lines = Lines::default();
    while !cursor.is_at_end() {
        let escaped = line(cursor, decoded, quote, &mut lines.escaped)?;
        if cursor.is_at_end() {
            return Err((cursor.at, Reason::Quote));
        }
        if cursor.peek(0) == quote {
            cursor.at += 1;
            break;
        }
        next_line(cursor, decoded, escaped, &mut lines);
    }
    drop_breaks(decoded, lines.escaped);
    Ok(())
}

/// Reads to the closing quote or to the end of the line; whether a backslash stands before that.
fn line(
    cursor: &mut Cursor,
    decoded: &mut Decoded,
    quote: u8,
    last_escape: &mut Option<usize>,
) -> Result<bool, Fault> {
    if cursor.is_at_document() {
        return Err((cursor.at, Reason::DocumentInQuotes));
    }
    loop {
        copy_ordinary(cursor, decoded, quote);
        let start = cursor.at;
        match cursor.peek(0) {
            b'\\' if quote == b'"' && is_break(cursor.peek(1)) => {
                cursor.at += 1;
                *last_escape = Some(decoded.text.len());
                return Ok(true);
            }
            b'\\' if quote == b'"' && !cursor.is_at_end() => {
                let character = escape(cursor)?;
                decoded.put(character, 1, start..cursor.at);
            }
            b'\'' if quote == b'\'' && cursor.peek(1) == quote => {
                cursor.at += 2;
                decoded.put('\'', 1, start..cursor.at);
            }
            _ => return Ok(false),
        }
        *last_escape = Some(decoded.text.len());
    }
}

/// Copies what needs no decoding; without the blanks at the end of a line.
fn copy_ordinary(cursor: &mut Cursor, decoded: &mut Decoded, quote: u8) {
    let rest = cursor.text.as_bytes().get(cursor.at..).unwrap_or_default();
    let special = |byte: &u8| *byte == quote || is_break(*byte) || *byte == b'\\' && quote == b'"';
    let length = rest.iter().position(special).unwrap_or(rest.len());
    let mut kept = length;
    if rest.get(length).copied().is_some_and(is_break) {
        let run = rest.get(..length).unwrap_or_default();
        kept = run
            .iter()
            .rposition(|byte| !is_blank(*byte))
            .map_or(0, |last| last + 1);
    }
    decoded.copy(cursor.at..cursor.at + kept);
    cursor.at += length;
}

/// Goes to the next line and puts what stands for the break.
fn next_line(cursor: &mut Cursor, decoded: &mut Decoded, escaped: bool, lines: &mut Lines) {
    let start = cursor.at;
    cursor.eat_break();
    cursor.eat_blanks();
    let empty = cursor.is_at_break();
    if empty {
        decoded.put('\n', 1, start..cursor.at);
    } else if !lines.empty && !escaped {
        decoded.put(' ', 1, start..cursor.at);
    }
    lines.empty = empty;
}

/// Leaves one break of those at the end, and none if there is nothing else.
fn drop_breaks(decoded: &mut Decoded, escaped: Option<usize>) {
    let last = decoded.text.bytes().rposition(|byte| byte != b'\n');
    match last.max(escaped) {
        None => decoded.truncate(0),
        Some(last) => decoded.truncate(decoded.text.len().min(last + 2)),
    }
}
