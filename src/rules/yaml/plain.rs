//! Scalars without quotes.
//!
//! After `ScanPlainScalar` and `ScanScalar` in `src/scantoken.cpp` and `src/scanscalar.cpp` of yaml-cpp.

use std::ops::Range;

use super::Reason;
use super::cursor::{Cursor, END, Fault, ends_word, is_blank, is_break};
use super::decoded::Decoded;

/// What ends a plain scalar.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    /// A colon with a blank behind it, a comment.
    Block,
    /// These, and all that has a meaning in brackets.
    Flow,
    /// Nothing: what is there is known to be the scalar.
    Never,
}

/// Reads a plain scalar whose further lines are indented by `indent` at least. What comes back is the offset of its end
/// and whether a line with less indentation ended it.
pub(super) fn plain(
    cursor: &mut Cursor,
    decoded: &mut Decoded,
    ends: Ends,
    indent: usize,
) -> Result<(usize, bool), Fault> {
    let mut end = cursor.at;
    let mut empty_lines = 0;
    loop {
        let start = cursor.at;
        let line_end = line(cursor, ends);
        if line_end > start {
            fold(decoded, empty_lines, end..start);
            decoded.copy(start..line_end);
            (end, empty_lines) = (line_end, 0);
        }
        if !cursor.is_at_break() || is_before_comment(cursor, ends) {
            return Ok((end, false));
        }
        cursor.eat_break();
        blanks(cursor, ends, indent)?;
        if cursor.is_at_break() {
            empty_lines += 1;
        } else if cursor.column() < indent {
            return Ok((end, true));
        } else if cursor.is_at_document() && ends != Ends::Never {
            return Ok((end, false));
        }
    }
}

/// Puts what stands for the breaks between two lines.
fn fold(decoded: &mut Decoded, empty_lines: usize, between: Range<usize>) {
    match empty_lines {
        _ if decoded.text.is_empty() => {}
        0 => decoded.put(' ', 1, between),
        lines => decoded.put('\n', lines, between),
    }
}

/// Goes to what ends the scalar, or the line; the offset behind the last character of it that is not blank.
fn line(cursor: &mut Cursor, ends: Ends) -> usize {
    let bytes = cursor.text.as_bytes();
    let (mut at, mut end) = (cursor.at, cursor.at);
    while let Some(&byte) = bytes.get(at) {
        if is_break(byte) {
            break;
        }
        let blank = is_blank(byte);
        if MAY_END[usize::from(byte)] && ends != Ends::Never {
            let next = bytes.get(at + 1).copied().unwrap_or(END);
            if blank && next == b'#' || !blank && is_end(byte, next, ends) {
                break;
            }
        }
        at += 1;
        if !blank {
            end = at;
        }
    }
    cursor.at = at;
    end
}

/// The characters at which [`line`] has to look twice.
const MAY_END: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = b" \t:,?[]{}";
    let mut index = 0;
    while index < bytes.len() {
        table[bytes[index] as usize] = true;
        index += 1;
    }
    table
};

/// Whether a character that is not blank ends the scalar.
fn is_end(byte: u8, next: u8, ends: Ends) -> bool {
    match byte {
        b':' => ends_word(next) || ends == Ends::Flow && matches!(next, b',' | b']' | b'}'),
        _ => ends == Ends::Flow,
    }
}

/// Whether a comment begins in the first column of the next line, which ends the scalar on this one.
fn is_before_comment(cursor: &Cursor, ends: Ends) -> bool {
    ends != Ends::Never && cursor.peek(cursor.break_length()) == b'#'
}

/// Goes behind the blanks at the beginning of a line, or to that before a comment.
fn blanks(cursor: &mut Cursor, ends: Ends, indent: usize) -> Result<(), Fault> {
    while is_blank(cursor.peek(0)) {
        if cursor.peek(0) == b'\t' && cursor.column() < indent {
            return Err((cursor.at, Reason::Tab));
        }
        if cursor.peek(1) == b'#' && ends != Ends::Never {
            break;
        }
        cursor.at += 1;
    }
    Ok(())
}
