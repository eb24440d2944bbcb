//! How far the words of a condition reach (libs at c6e5648, the regular expressions of `filter/parser.cpp`). Every
//! function takes the bytes of a text and where in it a word starts, and gives the offset behind the word.

/// The end of the bytes of a kind; the start if there are none.
pub(super) fn run(bytes: &[u8], start: usize, belongs: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let length = rest.iter().position(|&byte| !belongs(byte));
    start + length.unwrap_or(rest.len())
}

/// The end of a name without dots.
pub(super) fn name(bytes: &[u8], start: usize) -> Option<usize> {
    let starts = bytes.get(start).is_some_and(u8::is_ascii_alphabetic);
    let belongs = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    starts.then(|| run(bytes, start, belongs))
}

/// The end of the name of a field, which has at least one dot.
pub(super) fn field_name(bytes: &[u8], start: usize) -> Option<usize> {
    let first = name(bytes, start)?;
    let mut end = first;
    while bytes.get(end) == Some(&b'.')
        && let Some(next) = name(bytes, end + 1)
    {
        end = next;
    }
    (end > first).then_some(end)
}

/// The end of a number.
pub(super) fn number(bytes: &[u8], start: usize) -> Option<usize> {
    hexadecimal(bytes, start).or_else(|| decimal(bytes, start))
}

fn hexadecimal(bytes: &[u8], start: usize) -> Option<usize> {
    let digits = start + 2;
    let marked = matches!(bytes.get(start..digits), Some(b"0x" | b"0X"));
    let end = run(bytes, digits, |byte| byte.is_ascii_hexdigit());
    (marked && end > digits).then_some(end)
}

/// Digits with a sign before, a point within and an exponent behind them.
fn decimal(bytes: &[u8], start: usize) -> Option<usize> {
    let signed = matches!(bytes.get(start), Some(b'+' | b'-'));
    let whole = start + usize::from(signed);
    let mut end = digits(bytes, whole);
    if end == whole {
        return None;
    }
    if bytes.get(end) == Some(&b'.') {
        end = digits(bytes, end + 1);
    }
    Some(exponent(bytes, end).unwrap_or(end))
}

/// An exponent must have a sign.
fn exponent(bytes: &[u8], start: usize) -> Option<usize> {
    let marked = matches!(
        bytes.get(start..start + 2),
        Some([b'e' | b'E', b'+' | b'-'])
    );
    let end = digits(bytes, start + 2);
    (marked && end > start + 2).then_some(end)
}

fn digits(bytes: &[u8], start: usize) -> usize {
    run(bytes, start, |byte| byte.is_ascii_digit())
}

/// The end of a quoted text. A quote behind a backslash does not end it, whatever stands before that backslash. Nor may
/// it hold a zero byte, where the text ends for Falco.
pub(super) fn quoted(bytes: &[u8], start: usize) -> Option<usize> {
    let (&quote, inner) = bytes.get(start..)?.split_first()?;
    if !matches!(quote, b'"' | b'\'') {
        return None;
    }
    let mut before = quote;
    for (length, &byte) in inner.iter().enumerate() {
        if byte == 0 {
            return None;
        }
        if byte == quote && before != b'\\' {
            return Some(start + length + 2);
        }
        before = byte;
    }
    None
}

/// What separates words.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\x08' | b'\r' | b'\n')
}

/// White space of regular expressions: with vertical tab and form feed, without the backspace.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\x0b' | b'\x0c' | b'\r' | b'\n')
}

/// What a text without quotes consists of.
pub(super) fn is_bare(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'"' | b'\'' | b'=' | b',')
}

/// What a field's argument without quotes consists of.
pub(super) fn is_bare_argument(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'[' | b']' | b'"' | b'\'')
}
