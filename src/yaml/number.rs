//! Numbers, kept as exactly as they were written.

use std::fmt;

/// A number of a YAML or JSON text.
#[derive(Clone, Copy, Debug)]
pub enum Number {
    /// A whole number that fits 64 bits with sign.
    Integer(i64),
    /// A whole number that fits 64 bits only without sign.
    Unsigned(u64),
    /// Any other number; always finite.
    Float(f64),
}

impl Number {
    /// The whole number that it is, if it is one: 1e3 is 1000.
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        match self {
            Number::Integer(value) => Some(value),
            Number::Unsigned(_) => None,
            #[expect(
                clippy::cast_possible_truncation,
                reason = "only whole numbers below 2^53 are cast"
            )]
            Number::Float(value) => (value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0)
                .then_some(value as i64),
        }
    }

    /// The nearest floating-point number.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "that is what nearest means")]
    pub fn as_f64(self) -> f64 {
        match self {
            Number::Integer(value) => value as f64,
            Number::Unsigned(value) => value as f64,
            Number::Float(value) => value,
        }
    }
}

/// Numbers are equal if they print the same: 1e3 is 1000.
impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Number::Unsigned(a), Number::Unsigned(b)) => a == b,
            (Number::Float(a), Number::Float(b)) => a == b,
            _ => match (self.as_i64(), other.as_i64()) {
                (Some(a), Some(b)) => a == b,
                _ => self.to_string() == other.to_string(),
            },
        }
    }
}

/// As JSON prints it: 1e3 is `1000`, 0.10 is `0.1`, and an exponent appears only beyond 1e21 and below 1e-6.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Number::Integer(value) => value.fmt(f),
            Number::Unsigned(value) => value.fmt(f),
            Number::Float(value) => {
                let size = value.abs();
                if size != 0.0 && !(1e-6..1e21).contains(&size) {
                    let text = format!("{value:e}");
                    match text.split_once('e') {
                        Some((digits, exponent)) if !exponent.starts_with('-') => {
                            write!(f, "{digits}e+{exponent}")
                        }
                        _ => f.write_str(&text),
                    }
                } else {
                    value.fmt(f)
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_float_prints_as_json_prints_it() {
        let print = |value: f64| Number::Float(value).to_string();
        assert_eq!(print(1_000_000.0), "1000000");
        assert_eq!(print(0.10), "0.1");
        assert_eq!(print(0.000_001), "0.000001");
        assert_eq!(print(0.000_000_1), "1e-7");
        assert_eq!(print(1e20), "100000000000000000000");
        assert_eq!(print(1.5e21), "1.5e+21");
        assert_eq!(print(-0.0), "-0");
    }

    #[test]
    fn a_whole_float_equals_the_integer() {
        assert_eq!(Number::Float(1000.0), Number::Integer(1000));
        assert_ne!(Number::Float(0.5), Number::Integer(0));
        assert_eq!(Number::Float(1e18), Number::Integer(10_i64.pow(18)));
        assert_eq!(Number::Float(-0.0), Number::Integer(0));
    }
}
