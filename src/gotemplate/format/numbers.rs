//! Numbers by the verbs of `printf`.

use super::{Spec, bad, pad};
use crate::gotemplate::print::{float, quoted_character, show};
use crate::gotemplate::value::Value;

/// The number, if it is whole.
#[expect(clippy::cast_possible_truncation, reason = "whole and within bounds")]
pub(super) fn whole(value: &Value) -> Option<i128> {
    match value {
        Value::Int(number) | Value::Int64(number) => Some(i128::from(*number)),
        Value::Unsigned(number) => Some(i128::from(*number)),
        Value::Float(number) if number.fract() == 0.0 && number.abs() < 1e30 => {
            Some(*number as i128)
        }
        _ => None,
    }
}

pub(super) fn format_number(spec: Spec, verb: char, value: &Value, out: &mut String) {
    let is_float = matches!(value, Value::Float(_));
    match (verb, whole(value)) {
        ('v' | 'd' | 'b' | 'o' | 'O' | 'x' | 'X', Some(number)) if !(is_float && verb == 'v') => {
            format_integer(spec, verb, number, out);
        }
        ('c' | 'q' | 'U', Some(number)) => format_character(spec, verb, number, value, out),
        ('s', _) => pad(spec, &show(value), out),
        ('v' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G', _) => match value {
            Value::Float(number) => format_float(spec, verb, *number, out),
            _ => bad(spec, verb, value, out),
        },
        _ => bad(spec, verb, value, out),
    }
}

fn format_integer(spec: Spec, verb: char, number: i128, out: &mut String) {
    let size = number.unsigned_abs();
    let (digits, prefix) = match verb {
        'b' => (format!("{size:b}"), "0b"),
        'o' => (format!("{size:o}"), "0"),
        'O' => (format!("{size:o}"), "0o"),
        'x' => (format!("{size:x}"), "0x"),
        'X' => (format!("{size:X}"), "0X"),
        _ => (size.to_string(), ""),
    };
    let prefix = if spec.sharp || verb == 'O' {
        prefix
    } else {
        ""
    };
    let digits = match spec.precision {
        Some(0) if size == 0 => {
            return pad(
                Spec {
                    zero: false,
                    ..spec
                },
                "",
                out,
            );
        }
        Some(least) => format!("{digits:0>least$}"),
        None => digits,
    };
    let sign = sign(spec, number < 0);
    let wide = spec.zero && spec.precision.is_none();
    let least = spec
        .width
        .filter(|_| wide)
        .map_or(0, |width| width.saturating_sub(sign.len()));
    let text = format!("{sign}{prefix}{digits:0>least$}");
    pad(
        Spec {
            zero: false,
            ..spec
        },
        &text,
        out,
    );
}

fn sign(spec: Spec, negative: bool) -> &'static str {
    match (negative, spec.plus, spec.space) {
        (true, ..) => "-",
        (_, true, _) => "+",
        (_, _, true) => " ",
        _ => "",
    }
}

fn format_character(spec: Spec, verb: char, number: i128, value: &Value, out: &mut String) {
    let code = u32::try_from(number).ok();
    let c = code.and_then(char::from_u32).unwrap_or('\u{fffd}');
    match verb {
        'c' => pad(spec, &c.to_string(), out),
        'q' => pad(spec, &quoted_character(c, spec.plus), out),
        _ => match code {
            Some(code) if spec.sharp => pad(spec, &format!("U+{code:04X} '{c}'"), out),
            Some(code) => pad(spec, &format!("U+{code:04X}"), out),
            None => bad(spec, verb, value, out),
        },
    }
}

fn format_float(spec: Spec, verb: char, number: f64, out: &mut String) {
    let size = number.abs();
    let negative = number.is_sign_negative() && !number.is_nan();
    let text = match verb {
        _ if !number.is_finite() => float(size).trim_start_matches('+').to_owned(),
        'v' if spec.precision.is_none() => float(size),
        'f' | 'F' => format!("{size:.*}", spec.precision.unwrap_or(6)),
        'e' | 'E' => exponent(&format!("{size:.*e}", spec.precision.unwrap_or(6))),
        _ => general(size, spec.precision),
    };
    let text = if matches!(verb, 'E' | 'G') {
        text.to_uppercase()
    } else {
        text
    };
    let sign = if number.is_infinite() && !negative {
        "+"
    } else {
        sign(spec, negative)
    };
    let zero = spec.zero && number.is_finite();
    let least = spec
        .width
        .filter(|_| zero)
        .map_or(0, |width| width.saturating_sub(sign.len()));
    pad(
        Spec {
            zero: false,
            ..spec
        },
        &format!("{sign}{text:0>least$}"),
        out,
    );
}

/// `%g`: the shortest, or so many digits, with an exponent if it is far from zero.
pub(super) fn general(size: f64, precision: Option<usize>) -> String {
    let scientific = match precision {
        Some(precision) => format!("{size:.*e}", precision.max(1) - 1),
        None => format!("{size:e}"),
    };
    let (digits, power) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let power: i32 = power.parse().unwrap_or(0);
    let digits = if digits.contains('.') {
        digits.trim_end_matches('0').trim_end_matches('.')
    } else {
        digits
    };
    let most = precision.map_or(6, |precision| precision.max(1));
    if power < -4 || power >= i32::try_from(most).unwrap_or(i32::MAX) {
        return exponent(&format!("{digits}e{power}"));
    }
    let rounded: f64 = format!("{digits}e{power}").parse().unwrap_or(size);
    rounded.to_string()
}

/// Rust's exponents as Go writes them: with a sign and two digits.
fn exponent(text: &str) -> String {
    let (digits, power) = text.split_once('e').unwrap_or((text, "0"));
    let (sign, power) = match power.strip_prefix('-') {
        Some(power) => ('-', power),
        None => ('+', power),
    };
    format!("{digits}e{sign}{power:0>2}")
}
