//! Escapes in double quotes.
//!
//! After `src/exp.cpp` of yaml-cpp. It knows `\/` and `\'` too, and no surrogates.

use super::Reason;
use super::cursor::{Cursor, Fault};

/// Reads an escape, from its backslash on.
pub(super) fn escape(cursor: &mut Cursor) -> Result<char, Fault> {
    cursor.step();
    Ok(match cursor.step() {
        b'0' => '\0',
        b'a' => '\u{7}',
        b'b' => '\u{8}',
        b't' | b'\t' => '\t',
        b'n' => '\n',
        b'v' => '\u{b}',
        b'f' => '\u{c}',
        b'r' => '\r',
        b'e' => '\u{1b}',
        itself @ (b' ' | b'"' | b'\'' | b'\\' | b'/') => char::from(itself),
        b'N' => '\u{85}',
        b'_' => '\u{a0}',
        b'L' => '\u{2028}',
        b'P' => '\u{2029}',
        b'x' => return number(cursor, 2),
        b'u' => return number(cursor, 4),
        b'U' => return number(cursor, 8),
        _ => return Err((cursor.at, Reason::Escape)),
    })
}

/// The character whose number is written in `digits` hexadecimal digits.
fn number(cursor: &mut Cursor, digits: usize) -> Result<char, Fault> {
    let mut number = Some(0_u32);
    for _ in 0..digits {
        let digit = char::from(cursor.step()).to_digit(16);
        number = number.zip(digit).map(|(number, digit)| number << 4 | digit);
    }
    let number = number.ok_or((cursor.at, Reason::Hexadecimal))?;
    char::from_u32(number).ok_or((cursor.at, Reason::NoCharacter))
}
