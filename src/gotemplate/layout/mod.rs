//! Moments as texts and back, by Go's layouts: the reference moment is `Mon Jan 2 15:04:05 MST 2006`.

mod read;

pub(super) use read::parse;

use super::time::{Calendar, Moment};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const DAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];

/// The name of a month, January being 1.
pub(super) fn month(month: i64) -> &'static str {
    named(&MONTHS, month - 1)
}

/// The name of a day, Sunday being 0.
pub(super) fn weekday(day: i64) -> &'static str {
    named(&DAYS, day)
}

fn named(names: &[&'static str], index: i64) -> &'static str {
    let index = usize::try_from(index).ok();
    index
        .and_then(|index| names.get(index))
        .copied()
        .unwrap_or_default()
}

/// A part of a layout.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Part<'a> {
    Literal(&'a str),
    LongMonth,
    Month,
    MonthNumber,
    MonthTwo,
    LongWeekday,
    Weekday,
    Day,
    DayBlank,
    DayTwo,
    DayOfYearBlank,
    DayOfYear,
    Hour,
    Hour12,
    Hour12Two,
    Minute,
    MinuteTwo,
    Second,
    SecondTwo,
    LongYear,
    Year,
    UpperHalf,
    LowerHalf,
    Zone,
    /// An offset from UTC; `Z` stands for none if `z`.
    Offset {
        form: &'static str,
        z: bool,
    },
    /// A point or comma and so many digits; none if they are zeros and `nines`.
    Fraction {
        digits: usize,
        nines: bool,
        point: char,
    },
}

/// What parts are written as, so ordered that a word comes before its beginnings.
const WORDS: [(&str, Part<'static>); 35] = [
    ("January", Part::LongMonth),
    ("Jan", Part::Month),
    ("Monday", Part::LongWeekday),
    ("Mon", Part::Weekday),
    ("MST", Part::Zone),
    ("2006", Part::LongYear),
    ("01", Part::MonthTwo),
    ("002", Part::DayOfYear),
    ("02", Part::DayTwo),
    ("03", Part::Hour12Two),
    ("04", Part::MinuteTwo),
    ("05", Part::SecondTwo),
    ("06", Part::Year),
    ("15", Part::Hour),
    ("1", Part::MonthNumber),
    ("2", Part::Day),
    ("__2", Part::DayOfYearBlank),
    ("_2006", Part::Literal("")),
    ("_2", Part::DayBlank),
    ("3", Part::Hour12),
    ("4", Part::Minute),
    ("5", Part::Second),
    ("PM", Part::UpperHalf),
    ("pm", Part::LowerHalf),
    (
        "-070000",
        Part::Offset {
            form: "000000",
            z: false,
        },
    ),
    (
        "-07:00:00",
        Part::Offset {
            form: "00:00:00",
            z: false,
        },
    ),
    (
        "-0700",
        Part::Offset {
            form: "0000",
            z: false,
        },
    ),
    (
        "-07:00",
        Part::Offset {
            form: "00:00",
            z: false,
        },
    ),
    (
        "-07",
        Part::Offset {
            form: "00",
            z: false,
        },
    ),
    (
        "Z070000",
        Part::Offset {
            form: "000000",
            z: true,
        },
    ),
    (
        "Z07:00:00",
        Part::Offset {
            form: "00:00:00",
            z: true,
        },
    ),
    (
        "Z0700",
        Part::Offset {
            form: "0000",
            z: true,
        },
    ),
    (
        "Z07:00",
        Part::Offset {
            form: "00:00",
            z: true,
        },
    ),
    (
        "Z07",
        Part::Offset {
            form: "00",
            z: true,
        },
    ),
    ("\u{0}", Part::Literal("")),
];

/// The part that a layout begins with, and its length.
fn part(layout: &str) -> Option<(Part<'static>, usize)> {
    if let Some(fraction) = fraction(layout) {
        return Some(fraction);
    }
    let (word, part) = WORDS.iter().find(|(word, _)| layout.starts_with(word))?;
    let rest = &layout[word.len()..];
    match part {
        Part::Literal(_) if *word == "_2006" => None,
        Part::Month | Part::Weekday if rest.starts_with(|c: char| c.is_ascii_lowercase()) => None,
        part => Some((*part, word.len())),
    }
}

fn fraction(layout: &str) -> Option<(Part<'static>, usize)> {
    let point = layout.chars().next().filter(|c| matches!(c, '.' | ','))?;
    let digit = layout[1..]
        .chars()
        .next()
        .filter(|c| matches!(c, '0' | '9'))?;
    let rest = layout[1..].trim_start_matches(digit);
    let digits = layout.len() - 1 - rest.len();
    let ends = !rest.starts_with(|c: char| c.is_ascii_digit()) && digits <= 9;
    let nines = digit == '9';
    ends.then_some((
        Part::Fraction {
            digits,
            nines,
            point,
        },
        digits + 1,
    ))
}

fn parts(layout: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < layout.len() {
        if let Some((part, length)) = part(&layout[at..]) {
            if start < at {
                parts.push(Part::Literal(&layout[start..at]));
            }
            parts.push(part);
            at += length;
            start = at;
        } else {
            // The year that an underscore precedes is not a day.
            at += layout[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    if start < at {
        parts.push(Part::Literal(&layout[start..]));
    }
    parts
}

/// A moment by a layout.
pub(super) fn format(layout: &str, moment: Moment) -> String {
    let calendar = moment.calendar();
    parts(layout)
        .into_iter()
        .map(|part| written(part, calendar))
        .collect()
}

fn written(part: Part, calendar: Calendar) -> String {
    let Calendar {
        year,
        month: month_number,
        day,
        hour,
        minute,
        second,
        nanosecond,
    } = calendar;
    let half = if hour < 12 { "AM" } else { "PM" };
    let hour12 = if hour % 12 == 0 { 12 } else { hour % 12 };
    match part {
        Part::Literal(text) => text.to_owned(),
        Part::LongMonth => month(month_number).to_owned(),
        Part::Month => month(month_number)[..3].to_owned(),
        Part::MonthNumber => month_number.to_string(),
        Part::MonthTwo => format!("{month_number:02}"),
        Part::LongWeekday => weekday(calendar.weekday()).to_owned(),
        Part::Weekday => weekday(calendar.weekday())[..3].to_owned(),
        Part::Day => day.to_string(),
        Part::DayBlank => format!("{day:2}"),
        Part::DayTwo => format!("{day:02}"),
        Part::DayOfYearBlank => format!("{:3}", calendar.day_of_year()),
        Part::DayOfYear => format!("{:03}", calendar.day_of_year()),
        Part::Hour => format!("{hour:02}"),
        Part::Hour12 => hour12.to_string(),
        Part::Hour12Two => format!("{hour12:02}"),
        Part::Minute => minute.to_string(),
        Part::MinuteTwo => format!("{minute:02}"),
        Part::Second => second.to_string(),
        Part::SecondTwo => format!("{second:02}"),
        Part::LongYear => format!("{year:04}"),
        Part::Year => format!("{:02}", year.rem_euclid(100)),
        Part::UpperHalf => half.to_owned(),
        Part::LowerHalf => half.to_lowercase(),
        Part::Zone => "UTC".to_owned(),
        Part::Offset { z: true, .. } => "Z".to_owned(),
        Part::Offset { form, .. } => format!("+{form}"),
        Part::Fraction {
            digits,
            nines,
            point,
        } => {
            let all = format!("{nanosecond:09}");
            let shown = &all[..digits];
            let shown = if nines {
                shown.trim_end_matches('0')
            } else {
                shown
            };
            if nines && shown.is_empty() {
                String::new()
            } else {
                format!("{point}{shown}")
            }
        }
    }
}
