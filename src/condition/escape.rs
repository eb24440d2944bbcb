//! What backslashes mean in a quoted text, and how Falco writes a text that needs quotes (libs at
//! c6e5648, `filter/escaping.cpp`). Falco 0.44 (libs 0.25.4) does not know `\x` yet.

use std::borrow::Cow;

use thiserror::Error;

use super::Span;

/// A backslash in a quoted text that means nothing. The spans are counted from the opening quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EscapeError {
    /// Behind the backslash stands a character that needs none.
    #[error("`\\{letter}` is not an escape")]
    Unknown {
        /// The backslash and the character.
        span: Span,
        /// The character.
        letter: char,
    },
    /// Behind the backslash stands the quote that the text is not written in.
    #[error("`\\{quote}` is an escape only between two `{quote}`")]
    OtherQuote {
        /// The backslash and the quote.
        span: Span,
        /// The quote.
        quote: char,
    },
    /// The text ends before the escape does.
    #[error("the text ends within an escape")]
    CutShort {
        /// What there is of it.
        span: Span,
    },
    /// Behind `\x` do not stand two hexadecimal digits.
    #[error("`\\x` needs two hexadecimal digits")]
    NotHexadecimal {
        /// The backslash and its letter.
        span: Span,
    },
}

impl EscapeError {
    /// Where the escape is written, counted from the opening quote.
    #[must_use]
    pub fn span(self) -> Span {
        match self {
            EscapeError::Unknown { span, .. }
            | EscapeError::OtherQuote { span, .. }
            | EscapeError::CutShort { span }
            | EscapeError::NotHexadecimal { span } => span,
        }
    }
}

/// What a text means that is written with its quotes. Escapes may make any bytes.
///
/// # Errors
///
/// The first escape that means nothing.
pub fn unescape(written: &str) -> Result<Cow<'_, [u8]>, EscapeError> {
    let inner = between_quotes(written);
    if !inner.contains(&b'\\') {
        return Ok(Cow::Borrowed(inner));
    }
    let mut bytes = Vec::with_capacity(inner.len());
    resolve(written, |byte| bytes.push(byte))?;
    Ok(Cow::Owned(bytes))
}

/// Whether every escape of a text with its quotes means something.
///
/// # Errors
///
/// The first escape that means nothing.
pub(super) fn check(written: &str) -> Result<(), EscapeError> {
    resolve(written, |_| ())
}

/// A text as Falco writes it in a condition: within quotes where it holds a blank, an equals sign, or what must be
/// escaped, and bare otherwise.
#[must_use]
pub fn escape(value: &[u8]) -> Vec<u8> {
    if !value.iter().copied().any(needs_quotes) {
        return value.to_vec();
    }
    let mut written = vec![b'"'];
    for &byte in value {
        match letter_of(byte) {
            Some(letter) => written.extend([b'\\', letter]),
            None => written.push(byte),
        }
    }
    written.push(b'"');
    written
}

fn needs_quotes(byte: u8) -> bool {
    matches!(byte, b' ' | b'=' | b'\'' | b'\0') || letter_of(byte).is_some()
}

/// What stands behind the backslash that stands for a byte.
fn letter_of(byte: u8) -> Option<u8> {
    match byte {
        b'\x08' => Some(b'b'),
        b'\x0c' => Some(b'f'),
        b'\n' => Some(b'n'),
        b'\r' => Some(b'r'),
        b'\t' => Some(b't'),
        b'\\' | b'"' => Some(byte),
        _ => None,
    }
}

fn between_quotes(written: &str) -> &[u8] {
    match written.as_bytes() {
        [_, inner @ .., _] => inner,
        _ => &[],
    }
}

/// Gives every byte of what a text with its quotes means.
fn resolve(written: &str, mut give: impl FnMut(u8)) -> Result<(), EscapeError> {
    let mut rest = between_quotes(written);
    while let [byte, behind @ ..] = rest {
        if *byte == b'\\' {
            let at = written.len() - 1 - rest.len();
            let (value, length) = escaped(written, at, behind)?;
            give(value);
            rest = behind.get(length..).unwrap_or_default();
        } else {
            give(*byte);
            rest = behind;
        }
    }
    Ok(())
}

/// The byte that an escape stands for, and how many bytes of it stand behind its backslash, which is at `at`.
fn escaped(written: &str, at: usize, behind: &[u8]) -> Result<(u8, usize), EscapeError> {
    let span = Span::new(at, at + 2);
    let value = match behind {
        [] => {
            return Err(EscapeError::CutShort {
                span: Span::new(at, at + 1),
            });
        }
        [b'x', digits @ ..] => return Ok((hexadecimal(digits, span)?, 3)),
        [b'b', ..] => b'\x08',
        [b'f', ..] => b'\x0c',
        [b'n', ..] => b'\n',
        [b'r', ..] => b'\r',
        [b't', ..] => b'\t',
        // Falco keeps the backslash before a blank for the sake of old rules.
        [b' ' | b'\\', ..] => b'\\',
        [b'/', ..] => b'/',
        [quote @ (b'"' | b'\''), ..] if written.as_bytes().first() == Some(quote) => *quote,
        _ => return Err(meaningless(written, at)),
    };
    Ok((value, 1))
}

fn hexadecimal(digits: &[u8], span: Span) -> Result<u8, EscapeError> {
    let [high, low, ..] = digits else {
        return Err(EscapeError::CutShort { span });
    };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let value = digit(*high).zip(digit(*low));
    value
        .and_then(|(high, low)| u8::try_from(high * 16 + low).ok())
        .ok_or(EscapeError::NotHexadecimal { span })
}

fn meaningless(written: &str, at: usize) -> EscapeError {
    let letter = written.get(at + 1..).and_then(|rest| rest.chars().next());
    let letter = letter.unwrap_or('\\');
    let span = Span::new(at, at + 1 + letter.len_utf8());
    if matches!(letter, '"' | '\'') {
        EscapeError::OtherQuote {
            span,
            quote: letter,
        }
    } else {
        EscapeError::Unknown { span, letter }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(written: &str) -> Vec<u8> {
        unescape(written).unwrap().into_owned()
    }

    fn fault(written: &str) -> (String, u32) {
        let error = unescape(written).unwrap_err();
        (error.to_string(), error.span().start)
    }

    #[test]
    fn every_escape_stands_for_its_byte() {
        let written = r#""\b\f\n\r\t\\\/\"\x41\xfF""#;
        assert_eq!(means(written), b"\x08\x0c\n\r\t\\/\"A\xff");
    }

    #[test]
    fn an_escaped_blank_is_a_backslash() {
        assert_eq!(means(r#""a\ b""#), br"a\b");
    }

    #[test]
    fn a_quote_is_escaped_only_within_its_own_kind() {
        assert_eq!(means(r"'\''"), b"'");
        assert_eq!(
            fault(r#"'a\"'"#),
            ("`\\\"` is an escape only between two `\"`".into(), 2)
        );
    }

    #[test]
    fn what_means_nothing_is_named_at_its_place() {
        assert_eq!(fault(r#""ab\z""#), (r"`\z` is not an escape".into(), 3));
        assert_eq!(fault(r#""\é""#), (r"`\é` is not an escape".into(), 1));
        assert_eq!(
            fault(r#""\x4""#),
            ("the text ends within an escape".into(), 1)
        );
        assert_eq!(
            fault(r#""\x4g""#),
            (r"`\x` needs two hexadecimal digits".into(), 1)
        );
    }

    #[test]
    fn a_text_is_written_bare_unless_it_must_be_quoted() {
        assert_eq!(escape(b"/bin/sh,(x)"), b"/bin/sh,(x)");
        assert_eq!(escape(b"it's"), b"\"it's\"");
        assert_eq!(escape(b"a=\"\\\n\xff"), b"\"a=\\\"\\\\\\n\xff\"");
    }
}
