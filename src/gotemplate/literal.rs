//! Reads the literals of Go: numbers, quoted texts and characters.

/// A number as it is written, which may serve as an `int`, as a `float64`, or as both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// Its value as `int`, if it has one.
    pub(super) integer: Option<i64>,
    /// Its value as `float64`.
    pub(super) float: f64,
    /// Whether it is a `float64` where nothing asks for an `int`.
    pub(super) is_float: bool,
}

impl Number {
    fn whole(integer: i64) -> Number {
        Number {
            integer: Some(integer),
            float: as_float(integer),
            is_float: false,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "Go rounds the same way")]
fn as_float(integer: i64) -> f64 {
    integer as f64
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "compared with the original"
)]
fn as_integer(float: f64) -> Option<i64> {
    let integer = float as i64;
    (float.abs() < 9.3e18 && float.fract() == 0.0).then_some(integer)
}

/// Reads a number in any of Go's forms but the complex ones.
pub(super) fn number(text: &str) -> Result<Number, String> {
    if let Some(integer) = integer(text) {
        return Ok(Number::whole(integer));
    }
    let lower = text.to_ascii_lowercase();
    let digits = lower.trim_start_matches(['+', '-']);
    let hexadecimal = digits.starts_with("0x");
    let float = if hexadecimal {
        hexadecimal_float(&lower)
    } else if digits
        .bytes()
        .all(|b| b.is_ascii_digit() || b".e+-".contains(&b))
    {
        lower.parse().ok().filter(|float: &f64| float.is_finite())
    } else {
        None
    };
    let marked = lower.contains(if hexadecimal {
        &['.', 'p']
    } else {
        &['.', 'e']
    });
    match float {
        Some(_) if !marked => {
            Err("a whole number is too large, or has a digit of another base".to_owned())
        }
        Some(float) => Ok(Number {
            integer: as_integer(float),
            float,
            is_float: true,
        }),
        None => Err("a number is written as none of Go's are".to_owned()),
    }
}

/// Reads a whole number with its sign, base and underscores.
pub(super) fn integer(text: &str) -> Option<i64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (base, digits) = base(unsigned);
    let prefixed = digits.len() < unsigned.len();
    let digits = without_underscores(digits, prefixed)?;
    let sign = if text.starts_with('-') { "-" } else { "" };
    i64::from_str_radix(&format!("{sign}{digits}"), base).ok()
}

fn base(digits: &str) -> (u32, &str) {
    let Some(rest) = digits.strip_prefix('0') else {
        return (10, digits);
    };
    match rest.chars().next() {
        Some('x' | 'X') => (16, &rest[1..]),
        Some('o' | 'O') => (8, &rest[1..]),
        Some('b' | 'B') => (2, &rest[1..]),
        Some(_) => (8, rest),
        None => (10, digits),
    }
}

/// The digits alone, if underscores stand only between digits or after a prefix.
fn without_underscores(digits: &str, prefixed: bool) -> Option<String> {
    let badly =
        digits.starts_with('_') && !prefixed || digits.ends_with('_') || digits.contains("__");
    let plain: String = digits.chars().filter(|c| *c != '_').collect();
    let valid = !badly && plain.bytes().all(|b| b.is_ascii_hexdigit()) && !plain.is_empty();
    valid.then_some(plain)
}

fn hexadecimal_float(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (mantissa, exponent) = unsigned.strip_prefix("0x")?.split_once('p')?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = without_underscores(&format!("{whole}{fraction}"), true)?;
    let value = u64::from_str_radix(&digits, 16).ok()?;
    let places = i32::try_from(fraction.len()).ok()?;
    let exponent: i32 = exponent.parse().ok()?;
    let scale = 2f64.powi(exponent.checked_sub(places.checked_mul(4)?)?);
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    #[expect(clippy::cast_precision_loss, reason = "Go rounds the same way")]
    let value = sign * value as f64 * scale;
    value.is_finite().then_some(value)
}

/// Reads a character constant, quotes included.
pub(super) fn character(text: &str) -> Result<Number, String> {
    let malformed = || "a character constant holds other than one character".to_owned();
    let inner = text
        .strip_prefix('\'')
        .and_then(|text| text.strip_suffix('\''))
        .ok_or_else(malformed)?;
    let mut rest = inner.chars();
    let number = match rest.next() {
        Some('\\') => escape(&mut rest, '\'')?.number(),
        Some(c) => u32::from(c),
        None => return Err(malformed()),
    };
    if rest.next().is_some() {
        return Err(malformed());
    }
    Ok(Number::whole(i64::from(number)))
}

/// Reads a text in double quotes or backquotes, quotes included.
pub(super) fn text(text: &str) -> Result<String, String> {
    if let Some(raw) = text.strip_prefix('`') {
        return Ok(raw.trim_end_matches('`').replace('\r', ""));
    }
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    let mut bytes = Vec::new();
    let mut rest = inner.unwrap_or_default().chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => escape(&mut rest, '"')?.write(&mut bytes),
            c => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    String::from_utf8(bytes).map_err(|_| "a text's escapes do not make UTF-8".to_owned())
}

/// What an escape stands for.
enum Escaped {
    Byte(u8),
    Character(char),
}

impl Escaped {
    fn number(self) -> u32 {
        match self {
            Escaped::Byte(byte) => u32::from(byte),
            Escaped::Character(c) => u32::from(c),
        }
    }

    fn write(self, bytes: &mut Vec<u8>) {
        match self {
            Escaped::Byte(byte) => bytes.push(byte),
            Escaped::Character(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
}

/// Reads what follows a backslash.
fn escape(rest: &mut std::str::Chars<'_>, quote: char) -> Result<Escaped, String> {
    let unknown = || "a text has an escape that Go does not know".to_owned();
    let first = rest.next().ok_or_else(unknown)?;
    let plain = match first {
        'a' => '\x07',
        'b' => '\x08',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        '\\' => '\\',
        c if c == quote => c,
        'x' => return byte(rest, 2, 16, 0).ok_or_else(unknown),
        'u' => return code_point(rest, 4).ok_or_else(unknown),
        'U' => return code_point(rest, 8).ok_or_else(unknown),
        c => {
            let first = c.to_digit(8).ok_or_else(unknown)?;
            return byte(rest, 2, 8, first).ok_or_else(unknown);
        }
    };
    Ok(Escaped::Character(plain))
}

fn digits(rest: &mut std::str::Chars<'_>, count: usize, base: u32, start: u32) -> Option<u32> {
    (0..count).try_fold(start, |number, _| {
        let digit = rest.next()?.to_digit(base)?;
        number.checked_mul(base)?.checked_add(digit)
    })
}

fn byte(rest: &mut std::str::Chars<'_>, count: usize, base: u32, start: u32) -> Option<Escaped> {
    let number = digits(rest, count, base, start)?;
    u8::try_from(number).ok().map(Escaped::Byte)
}

fn code_point(rest: &mut std::str::Chars<'_>, count: usize) -> Option<Escaped> {
    let number = digits(rest, count, 16, 0)?;
    char::from_u32(number).map(Escaped::Character)
}
