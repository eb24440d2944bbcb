//! What scalars mean in YAML 1.1, as Kubernetes' own reader (sigs.k8s.io/yaml over go-yaml 2) takes them.
//!
//! That reader differs from the specification in places: there are no sexagesimal numbers, a number with a leading
//! zero is octal unless it holds an 8 or a 9, and timestamps are texts.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::timestamp::is_timestamp;
use super::{Kind, Number};

/// What a scalar means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scalar {
    Null,
    Bool(bool),
    Number(Number),
    /// Infinity, or what is not a number: YAML has them, JSON has not.
    NotFinite(f64),
    Text,
}

/// What a plain scalar means in YAML 1.1 as Kubernetes reads it. Infinity and not-a-number, which no value can hold,
/// are texts here.
#[must_use]
pub fn resolve(text: &str) -> Kind {
    kind(plain(text), text)
}

/// The kind of a scalar whose text is `text`.
pub(super) fn kind(scalar: Scalar, text: &str) -> Kind {
    match scalar {
        Scalar::Null => Kind::Null,
        Scalar::Bool(value) => Kind::Bool(value),
        Scalar::Number(number) => Kind::Number(number),
        Scalar::NotFinite(_) | Scalar::Text => Kind::Text(text.into()),
    }
}

/// What a plain scalar without a tag means.
pub(super) fn plain(text: &str) -> Scalar {
    match text.as_bytes().first() {
        None => Some(Scalar::Null),
        Some(b'0'..=b'9' | b'+' | b'-' | b'.') => word(text).or_else(|| number(text)),
        Some(b'y' | b'Y' | b'n' | b'N' | b't' | b'T' | b'f' | b'F' | b'o' | b'O' | b'~') => {
            word(text)
        }
        Some(_) => None,
    }
    .unwrap_or(Scalar::Text)
}

/// The words that are not texts.
fn word(text: &str) -> Option<Scalar> {
    Some(match text {
        "y" | "Y" | "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => {
            Scalar::Bool(true)
        }
        "n" | "N" | "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => {
            Scalar::Bool(false)
        }
        "~" | "null" | "Null" | "NULL" => Scalar::Null,
        ".nan" | ".NaN" | ".NAN" => Scalar::NotFinite(f64::NAN),
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => Scalar::NotFinite(f64::INFINITY),
        "-.inf" | "-.Inf" | "-.INF" => Scalar::NotFinite(f64::NEG_INFINITY),
        _ => return None,
    })
}

/// A text that begins with a digit, a sign or a dot, if it is a number.
fn number(text: &str) -> Option<Scalar> {
    if text.starts_with('.') {
        let separated = text.split('_').zip(text.split('_').skip(1));
        return separated
            .into_iter()
            .all(|(before, after)| {
                before.ends_with(|c: char| c.is_ascii_digit())
                    && after.starts_with(|c: char| c.is_ascii_digit())
            })
            .then(|| float(&text.replace('_', "")))
            .flatten();
    }
    if !text.contains('_') {
        return integer(text).or_else(|| float(text));
    }
    let digits = text.replace('_', "");
    integer(&digits).or_else(|| float(&digits))
}

/// A whole number in the notations of Go: decimal, `0x`, `0o`, `0b`, and octal after a mere `0`.
fn integer(text: &str) -> Option<Scalar> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'-' => ("-", &text[1..]),
        b'+' => ("+", &text[1..]),
        _ => ("", text),
    };
    let (radix, digits) = radix(digits);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return signed_binary(text);
    }
    let size = u64::from_str_radix(digits, radix).ok()?;
    let number = match sign {
        "-" => Number::Integer(0_i64.checked_sub_unsigned(size)?),
        sign => match i64::try_from(size) {
            Ok(value) => Number::Integer(value),
            Err(_) if sign.is_empty() => Number::Unsigned(size),
            Err(_) => return None,
        },
    };
    Some(Scalar::Number(number))
}

/// The radix that a prefix names, and the digits behind it.
fn radix(digits: &str) -> (u32, &str) {
    let bytes = digits.as_bytes();
    if bytes.len() < 2 || bytes[0] != b'0' {
        return (10, digits);
    }
    match (bytes[1].to_ascii_lowercase(), bytes.len() > 2) {
        (b'b', true) => (2, &digits[2..]),
        (b'o', true) => (8, &digits[2..]),
        (b'x', true) => (16, &digits[2..]),
        _ => (8, &digits[1..]),
    }
}

/// go-yaml takes a sign behind `0b` too.
fn signed_binary(text: &str) -> Option<Scalar> {
    let digits = text.strip_prefix("0b")?;
    let value = i64::from_str_radix(digits, 2).ok()?;
    Some(Scalar::Number(Number::Integer(value)))
}

/// A decimal number with a fraction or an exponent, or too large for 64 bits. One beyond the range of a
/// floating-point number is a text.
fn float(text: &str) -> Option<Scalar> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let well_formed = digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(|exponent| {
            let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            !exponent.is_empty() && digits(exponent)
        });
    let value: f64 = well_formed.then(|| text.parse().ok()).flatten()?;
    value
        .is_finite()
        .then_some(Scalar::Number(Number::Float(value)))
}

/// What is wrong with a scalar that has a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagError {
    /// The text is not of the tag's type.
    Mismatch,
    /// The text of a `!!binary` is not base64.
    NotBase64,
    /// The bytes of a `!!binary` are not a text in UTF-8.
    NotUtf8,
}

/// What a scalar with a tag is: `suffix` is what follows `tag:yaml.org,2002:`. Any other tag makes a text.
pub(super) fn tagged(suffix: &str, text: &str) -> Result<(Scalar, Option<String>), TagError> {
    let scalar = plain(text);
    let fits = match suffix {
        "bool" => matches!(scalar, Scalar::Bool(_)),
        "null" => scalar == Scalar::Null,
        "int" => matches!(
            scalar,
            Scalar::Number(Number::Integer(_) | Number::Unsigned(_))
        ),
        "float" => return as_float(scalar).map(|scalar| (scalar, None)),
        "timestamp" => return if_timestamp(text),
        "binary" => return decode(text).map(|text| (Scalar::Text, Some(text))),
        _ => return Ok((Scalar::Text, None)),
    };
    if fits {
        Ok((scalar, None))
    } else {
        Err(TagError::Mismatch)
    }
}

/// A `!!float`; whole numbers are taken too, unless they need the 64th bit.
fn as_float(scalar: Scalar) -> Result<Scalar, TagError> {
    match scalar {
        Scalar::Number(Number::Unsigned(_)) => Err(TagError::Mismatch),
        Scalar::Number(number) => Ok(Scalar::Number(Number::Float(number.as_f64()))),
        Scalar::NotFinite(_) => Ok(scalar),
        _ => Err(TagError::Mismatch),
    }
}

/// A `!!timestamp`, which stays the text that it is.
fn if_timestamp(text: &str) -> Result<(Scalar, Option<String>), TagError> {
    if is_timestamp(text) {
        Ok((Scalar::Text, None))
    } else {
        Err(TagError::Mismatch)
    }
}

/// The text in a `!!binary`; line breaks within the base64 do not count.
fn decode(text: &str) -> Result<String, TagError> {
    let text: String = text.chars().filter(|c| !matches!(c, '\r' | '\n')).collect();
    let bytes = STANDARD.decode(text).map_err(|_| TagError::NotBase64)?;
    String::from_utf8(bytes).map_err(|_| TagError::NotUtf8)
}

/// The text that a number becomes as a key of a map; nothing for one that needs the 64th bit, which Kubernetes' reader
/// refuses.
pub(super) fn number_key(number: Number) -> Option<String> {
    match number {
        Number::Integer(value) => Some(value.to_string()),
        Number::Unsigned(_) => None,
        Number::Float(value) => Some(float_key(value)),
    }
}

/// Floating-point keys are cut to single precision and printed as Go's `%g` prints them.
fn float_key(value: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the reader that we equal loses the precision too"
    )]
    let single = value as f32;
    if single.is_infinite() {
        return not_finite_key(value).to_owned();
    }
    let scientific = format!("{single:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    match exponent.parse::<i32>() {
        Ok(exponent) if !(-4..6).contains(&exponent) && single != 0.0 => {
            let sign = if exponent < 0 { '-' } else { '+' };
            format!("{digits}e{sign}{:02}", exponent.abs())
        }
        _ => single.to_string(),
    }
}

/// The text that infinity or not-a-number becomes as a key.
pub(super) fn not_finite_key(value: f64) -> &'static str {
    if value.is_nan() {
        ".nan"
    } else if value > 0.0 {
        ".inf"
    } else {
        "-.inf"
    }
}
