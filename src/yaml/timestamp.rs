//! The four notations of a point in time that YAML's `!!timestamp` tag is taken for.

/// Whether a text is a date, a date and a time behind a blank, or a full timestamp with a zone.
pub(super) fn is_timestamp(text: &str) -> bool {
    let Some((date, rest)) =
        text.split_at_checked(text.find(['T', 't', ' ']).unwrap_or(text.len()))
    else {
        return false;
    };
    is_date(date)
        && match rest.as_bytes().first() {
            None => true,
            Some(b' ') => is_time(&rest[1..]),
            Some(_) => without_zone(&rest[1..]).is_some_and(is_time),
        }
}

/// `2006-1-2`: a year of four digits, and a day that the month has.
fn is_date(date: &str) -> bool {
    let mut parts = date.split('-');
    let year = parts.next().filter(|year| year.len() == 4);
    let parts = (year, parts.next(), parts.next(), parts.next());
    let (Some(year), Some(month), Some(day), None) = parts else {
        return false;
    };
    let (Some(year), Some(month)) = (digits(year, 4), digits(month, 2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    digits(day, 2).is_some_and(|day| (1..=days).contains(&day))
}

/// `15:4:5.9`: the fraction may have any number of digits.
fn is_time(time: &str) -> bool {
    let (time, fraction) = time.split_once(['.', ',']).unwrap_or((time, "0"));
    let mut parts = time.split(':');
    let parts = (parts.next(), parts.next(), parts.next(), parts.next());
    let (Some(hour), Some(minute), Some(second), None) = parts else {
        return false;
    };
    let below = |text, bound| digits(text, 2).is_some_and(|value| value < bound);
    below(hour, 24)
        && below(minute, 60)
        && below(second, 60)
        && !fraction.is_empty()
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
}

/// The time before its zone, `Z` or `+07:00`.
fn without_zone(time: &str) -> Option<&str> {
    if let Some(time) = time.strip_suffix('Z') {
        return Some(time);
    }
    let (time, zone) = time.split_at_checked(time.rfind(['+', '-'])?)?;
    let (hours, minutes) = zone[1..].split_once(':')?;
    let below =
        |text: &str, bound| text.len() == 2 && digits(text, 2).is_some_and(|value| value <= bound);
    (below(hours, 24) && below(minutes, 60)).then_some(time)
}

/// A number of one to `longest` digits.
fn digits(text: &str, longest: usize) -> Option<u32> {
    let well_formed = text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit());
    well_formed.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::is_timestamp;

    #[test]
    fn dates_and_times_are_timestamps() {
        for text in [
            "2001-1-1",
            "2024-02-29",
            "2001-12-14 21:59:43.10",
            "2001-12-14t21:59:43.10-05:00",
            "2001-12-15T2:59:43Z",
        ] {
            assert!(is_timestamp(text), "{text}");
        }
    }

    #[test]
    fn what_no_calendar_has_is_none() {
        for text in [
            "",
            "2001",
            "2001-13-01",
            "2001-02-29",
            "2001-1-1T1:1:1",
            "2001-1-1 25:1:1",
            "2001-12-14 21:59:43.10 -5",
            "2001-1-1T1:1:1+ü:00",
        ] {
            assert!(!is_timestamp(text), "{text}");
        }
    }
}
