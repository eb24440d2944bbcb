//! Numbers as the C library reads them: `sscanf` with `%d` or `%u` and nothing behind (libs 0.25, `sinsp_numparser` in
//! `userspace/libsinsp/utils.cpp`). Numbers that are too large are cut, not refused.

/// The number that `text` is: blanks, a sign, digits, and the end. A number below zero wraps around, one beyond 64 bits
/// is the largest.
#[must_use]
pub fn number(text: &[u8]) -> Option<u64> {
    let text = without_blanks(text);
    let (negative, digits) = match text.split_first() {
        Some((b'-', rest)) => (true, rest),
        Some((b'+', rest)) => (false, rest),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let magnitude = digits.iter().try_fold(0_u64, |sum, digit| {
        sum.checked_mul(10)?.checked_add(u64::from(digit - b'0'))
    });
    Some(match magnitude {
        Some(magnitude) if negative => magnitude.wrapping_neg(),
        Some(magnitude) => magnitude,
        None => u64::MAX,
    })
}

/// What C counts as a blank.
#[must_use]
pub fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn without_blanks(text: &[u8]) -> &[u8] {
    let start = text.iter().position(|byte| !is_blank(*byte));
    text.get(start.unwrap_or(text.len())..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn blanks_and_a_sign_may_stand_before_the_digits_and_nothing_behind() {
        assert_eq!(number(b" \t+12"), Some(12));
        assert_eq!(number(b"-1"), Some(u64::MAX));
        for refused in [&b""[..], b"-", b"1 ", b"0x10", b"1.5", b"abc", b"- 1"] {
            assert_eq!(number(refused), None);
        }
    }

    #[test]
    fn a_number_beyond_64_bits_is_the_largest() {
        assert_eq!(number(b"99999999999999999999"), Some(u64::MAX));
    }
}
