//! What a scalar is when Falco asks for a boolean or a number.
//!
//! After `src/convert.cpp` and `include/yaml-cpp/node/convert.h` of yaml-cpp.

/// The boolean that a text stands for: `y`, `yes`, `true`, `on` and their opposites, in lower case, in upper case or
/// with an initial capital.
#[must_use]
pub fn decode_bool(text: &str) -> Option<bool> {
    let capitalized = text.starts_with(|first: char| first.is_ascii_uppercase());
    let rest = text.get(1..).unwrap_or_default();
    let lower = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase());
    let upper = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase());
    if !lower(text) && !(capitalized && (lower(rest) || upper(rest))) {
        return None;
    }
    match text.to_ascii_lowercase().as_str() {
        "y" | "yes" | "true" | "on" => Some(true),
        "n" | "no" | "false" | "off" => Some(false),
        _ => None,
    }
}

/// The number that a text stands for: decimal, `0x` hexadecimal or `0` octal, with a `+` or not, and with blanks behind
/// it but none before it.
#[must_use]
pub fn decode_u32(text: &str) -> Option<u32> {
    let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\u{b}' | '\u{c}' | '\r');
    let number = text.trim_end_matches(blank);
    let number = number.strip_prefix('+').unwrap_or(number);
    let (digits, base) = match number.as_bytes() {
        [b'0', b'x' | b'X', ..] => (number.get(2..)?, 16),
        [b'0', _, ..] => (number.get(1..)?, 8),
        _ => (number, 10),
    };
    // The standard library takes a further sign, which is none here.
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    u32::from_str_radix(digits, base).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_boolean_is_in_one_case_or_capitalized() {
        for text in ["y", "Y", "yes", "YES", "Yes", "true", "On"] {
            assert_eq!(decode_bool(text), Some(true), "{text}");
        }
        for text in ["n", "N", "no", "OFF", "False"] {
            assert_eq!(decode_bool(text), Some(false), "{text}");
        }
        for text in ["", "yEs", "tRUE", "1", "t", "ja", "é", "Yé"] {
            assert_eq!(decode_bool(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_tells_its_base() {
        let numbers = [
            ("62", 62),
            ("0x1F", 31),
            ("0X1f ", 31),
            ("017", 15),
            ("+7\n", 7),
            ("0", 0),
            ("4294967295", u32::MAX),
        ];
        for (text, number) in numbers {
            assert_eq!(decode_u32(text), Some(number), "{text}");
        }
        for text in [
            "",
            " 1",
            "-1",
            "08",
            "0x",
            "+",
            "++1",
            "0x+1",
            "1.0",
            "1_0",
            "4294967296",
            "1e3",
            "0.62.0",
        ] {
            assert_eq!(decode_u32(text), None, "{text}");
        }
    }
}
