//! Moments in UTC, their calendar, and durations, by the rules of Go's package time.

use std::rc::Rc;

use super::layout;
use super::value::{Object, Value};

/// A moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// Seconds since 1970.
    pub(super) seconds: i64,
    pub(super) nanoseconds: u32,
}

/// A moment in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Calendar {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
    pub(super) hour: i64,
    pub(super) minute: i64,
    pub(super) second: i64,
    pub(super) nanosecond: u32,
}

const DAY: i64 = 86_400;

/// Days from 1970 to a day, by eras of 400 years that begin in March.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month > 2 { year } else { year - 1 };
    let era = year.div_euclid(400);
    let month = (month + 9) % 12;
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    let year = year.rem_euclid(400);
    era * 146_097 + year * 365 + year / 4 - year / 100 + day_of_year - 719_468
}

/// How many days a month has.
pub(super) fn days_in(year: i64, month: i64) -> i64 {
    let (next_year, next) = if month == 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    };
    days(next_year, next, 1) - days(year, month, 1)
}

impl Calendar {
    pub(super) fn moment(self) -> Moment {
        let time = self.hour * 3600 + self.minute * 60 + self.second;
        Moment {
            seconds: days(self.year, self.month, self.day) * DAY + time,
            nanoseconds: self.nanosecond,
        }
    }

    /// The day of the week, Sunday being 0.
    pub(super) fn weekday(self) -> i64 {
        (days(self.year, self.month, self.day) + 4).rem_euclid(7)
    }

    pub(super) fn day_of_year(self) -> i64 {
        days(self.year, self.month, self.day) - days(self.year, 1, 1) + 1
    }
}

impl Moment {
    /// The moment that Go's clock begins with: the first of January of the year 1.
    pub(super) const ZERO: Moment = Moment {
        seconds: -62_135_596_800,
        nanoseconds: 0,
    };

    pub(super) fn calendar(self) -> Calendar {
        let days = self.seconds.div_euclid(DAY) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let leaps = day_of_era / 1_460 - day_of_era / 36_524 + day_of_era / 146_096;
        let year = (day_of_era - leaps) / 365;
        let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * day_of_year + 2) / 153;
        let time = self.seconds.rem_euclid(DAY);
        Calendar {
            year: year + era * 400 + i64::from(month > 9),
            month: if month < 10 { month + 3 } else { month - 9 },
            day: day_of_year - (153 * month + 2) / 5 + 1,
            hour: time / 3600,
            minute: time / 60 % 60,
            second: time % 60,
            nanosecond: self.nanoseconds,
        }
    }

    /// The moment after so many nanoseconds.
    pub(super) fn plus(self, nanoseconds: i64) -> Moment {
        let sum = i64::from(self.nanoseconds) + nanoseconds.rem_euclid(1_000_000_000);
        let seconds = nanoseconds.div_euclid(1_000_000_000) + sum / 1_000_000_000;
        Moment {
            seconds: self.seconds.saturating_add(seconds),
            nanoseconds: u32::try_from(sum % 1_000_000_000).unwrap_or(0),
        }
    }

    pub(super) fn value(self) -> Value {
        Value::Object(Rc::new(self))
    }
}

impl Object for Moment {
    fn type_name(&self) -> String {
        "time.Time".to_owned()
    }

    fn text(&self) -> String {
        layout::format("2006-01-02 15:04:05.999999999 -0700 MST", *self)
    }

    fn field(&self, name: &str, arguments: &[Value]) -> Option<Result<Value, String>> {
        let Calendar {
            year,
            month,
            day,
            hour,
            minute,
            second,
            ..
        } = self.calendar();
        Some(Ok(match (name, arguments) {
            ("Unix", []) => Value::Int64(self.seconds),
            ("UnixMilli", []) => {
                Value::Int64(self.seconds * 1000 + i64::from(self.nanoseconds / 1_000_000))
            }
            ("Year", []) => Value::Int(year),
            ("Month", []) => layout::month(month).into(),
            ("Day", []) => Value::Int(day),
            ("Hour", []) => Value::Int(hour),
            ("Minute", []) => Value::Int(minute),
            ("Second", []) => Value::Int(second),
            ("Weekday", []) => layout::weekday(self.calendar().weekday()).into(),
            ("YearDay", []) => Value::Int(self.calendar().day_of_year()),
            ("UTC" | "Local", []) => self.value(),
            ("String", []) => self.text().into(),
            ("IsZero", []) => (*self == Moment::ZERO).into(),
            ("Format", [Value::Text(layout)]) => layout::format(layout, *self).into(),
            _ => return None,
        }))
    }

    fn moment(&self) -> Option<(i64, u32)> {
        Some((self.seconds, self.nanoseconds))
    }
}

/// The units of durations in nanoseconds, the longer names first.
const UNITS: [(&str, i64); 8] = [
    ("ns", 1),
    ("us", 1_000),
    ("µs", 1_000),
    ("μs", 1_000),
    ("ms", 1_000_000),
    ("s", 1_000_000_000),
    ("m", 60_000_000_000),
    ("h", 3_600_000_000_000),
];

/// Reads a duration such as `-1h30m` or `1.5s` into nanoseconds.
pub(super) fn duration(text: &str) -> Option<i64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if unsigned == "0" {
        return Some(0);
    }
    let mut rest = unsigned;
    let mut sum: i64 = 0;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, after) = rest.split_at(end);
        let length = after
            .find(|c: char| c.is_ascii_digit() || c == '.')
            .unwrap_or(after.len());
        let (unit, after) = after.split_at(length);
        let (_, size) = UNITS.iter().find(|(name, _)| *name == unit)?;
        sum = sum.checked_add(scaled(number, *size)?)?;
        rest = after;
    }
    let sum = if text.starts_with('-') { -sum } else { sum };
    (!unsigned.is_empty()).then_some(sum)
}

/// A decimal number of units in nanoseconds.
fn scaled(number: &str, unit: i64) -> Option<i64> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if whole.is_empty() && fraction.is_empty() || fraction.contains('.') {
        return None;
    }
    let whole: i64 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let digits = &fraction[..fraction.len().min(15)];
    let part: i128 = if digits.is_empty() {
        0
    } else {
        digits.parse().ok()?
    };
    let scale = 10i128.pow(u32::try_from(digits.len()).ok()?);
    let part = i64::try_from(part * i128::from(unit) / scale).ok()?;
    whole.checked_mul(unit)?.checked_add(part)
}

/// Whole seconds as Go writes durations: `1h1m1s`.
pub(super) fn seconds_as_text(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let size = seconds.unsigned_abs();
    let (hours, minutes, rest) = (size / 3600, size / 60 % 60, size % 60);
    match (hours, minutes) {
        (0, 0) => format!("{sign}{rest}s"),
        (0, _) => format!("{sign}{minutes}m{rest}s"),
        _ => format!("{sign}{hours}h{minutes}m{rest}s"),
    }
}
