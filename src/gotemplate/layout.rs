//! Moments as texts and back, by Go's layouts: the reference moment is `Mon Jan 2 15:04:05 MST 2006`. Longer
//! than others, since reading and writing share what a layout may hold.

use super::time::{Calendar, Moment, days_in};

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

/// What has been read of a moment.
struct Reading<'a> {
    rest: &'a str,
    calendar: Calendar,
    afternoon: Option<bool>,
    day_of_year: Option<i64>,
    /// Seconds east of UTC.
    offset: i64,
}

/// Reads a moment by a layout; a text without offset is about UTC.
pub(super) fn parse(layout: &str, text: &str) -> Option<Moment> {
    let mut reading = Reading {
        rest: text,
        calendar: Calendar {
            year: 0,
            month: 0,
            day: 0,
            hour: 0,
            minute: 0,
            second: 0,
            nanosecond: 0,
        },
        afternoon: None,
        day_of_year: None,
        offset: 0,
    };
    let parts = parts(layout);
    for (index, part) in parts.iter().enumerate() {
        let fraction = matches!(parts.get(index + 1), Some(Part::Fraction { .. }));
        reading.part(*part, fraction)?;
    }
    reading.moment()
}

impl<'a> Reading<'a> {
    fn part(&mut self, part: Part, fraction_follows: bool) -> Option<()> {
        match part {
            Part::Literal(text) => self.literal(text)?,
            Part::LongMonth => self.calendar.month = self.name(&MONTHS, 0)? + 1,
            Part::Month => self.calendar.month = self.name(&MONTHS, 3)? + 1,
            Part::LongWeekday => drop(self.name(&DAYS, 0)?),
            Part::Weekday => drop(self.name(&DAYS, 3)?),
            Part::MonthNumber => self.calendar.month = self.within(1, 2, 1..=12)?,
            Part::MonthTwo => self.calendar.month = self.within(2, 2, 1..=12)?,
            Part::Day => self.calendar.day = self.within(1, 2, 1..=31)?,
            Part::DayBlank => {
                self.rest = self.rest.strip_prefix(' ').unwrap_or(self.rest);
                self.calendar.day = self.within(1, 2, 1..=31)?;
            }
            Part::DayTwo => self.calendar.day = self.within(2, 2, 1..=31)?,
            Part::DayOfYear => self.day_of_year = Some(self.within(3, 3, 1..=366)?),
            Part::DayOfYearBlank => {
                self.rest = self.rest.trim_start_matches(' ');
                self.day_of_year = Some(self.within(1, 3, 1..=366)?);
            }
            Part::Hour => self.calendar.hour = self.within(1, 2, 0..=23)?,
            Part::Hour12 => self.calendar.hour = self.within(1, 2, 0..=12)?,
            Part::Hour12Two => self.calendar.hour = self.within(2, 2, 0..=12)?,
            Part::Minute => self.calendar.minute = self.within(1, 2, 0..=59)?,
            Part::MinuteTwo => self.calendar.minute = self.within(2, 2, 0..=59)?,
            Part::Second | Part::SecondTwo => {
                let least = if part == Part::Second { 1 } else { 2 };
                self.calendar.second = self.within(least, 2, 0..=59)?;
                if !fraction_follows {
                    self.fraction_if_any();
                }
            }
            Part::LongYear => self.calendar.year = self.within(4, 4, 0..=9999)?,
            Part::Year => {
                let year = self.within(2, 2, 0..=99)?;
                self.calendar.year = year + if year >= 69 { 1900 } else { 2000 };
            }
            Part::UpperHalf => self.half("AM", "PM")?,
            Part::LowerHalf => self.half("am", "pm")?,
            Part::Zone => {
                let rest = self
                    .rest
                    .trim_start_matches(|c: char| c.is_ascii_uppercase());
                let known = (3..=5).contains(&(self.rest.len() - rest.len()));
                self.rest = known.then_some(rest)?;
            }
            Part::Offset { z: true, .. } if self.rest.starts_with('Z') => {
                self.rest = &self.rest[1..]
            }
            Part::Offset { form, .. } => self.offset(form)?,
            Part::Fraction { digits, nines, .. } => {
                let count = self.fraction_if_any();
                (nines || count == digits).then_some(())?;
            }
        }
        Some(())
    }

    fn literal(&mut self, text: &str) -> Option<()> {
        for c in text.chars() {
            self.rest = match c {
                ' ' => self.rest.trim_start_matches(' '),
                c => self.rest.strip_prefix(c)?,
            };
        }
        Some(())
    }

    /// The index of a name, of which so many letters are written, or all if 0.
    fn name(&mut self, names: &[&str], letters: usize) -> Option<i64> {
        for (index, name) in (0..).zip(names) {
            let name = if letters == 0 { name } else { &name[..letters] };
            let found = self
                .rest
                .get(..name.len())
                .filter(|found| found.eq_ignore_ascii_case(name));
            if found.is_some() {
                self.rest = &self.rest[name.len()..];
                return Some(index);
            }
        }
        None
    }

    fn within(
        &mut self,
        least: usize,
        most: usize,
        bounds: std::ops::RangeInclusive<i64>,
    ) -> Option<i64> {
        let digits = self
            .rest
            .bytes()
            .take(most)
            .take_while(u8::is_ascii_digit)
            .count();
        let number = self.rest[..digits].parse().ok()?;
        self.rest = &self.rest[digits..];
        (digits >= least && bounds.contains(&number)).then_some(number)
    }

    fn half(&mut self, before: &str, after: &str) -> Option<()> {
        let (half, rest) = self.rest.split_at_checked(2)?;
        self.afternoon = Some(half == after);
        self.rest = rest;
        (half == before || half == after).then_some(())
    }

    /// A fraction of a second, and how many digits it has.
    fn fraction_if_any(&mut self) -> usize {
        let Some(rest) = self.rest.strip_prefix(['.', ',']) else {
            return 0;
        };
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            let nine: String = rest[..digits]
                .chars()
                .chain("000000000".chars())
                .take(9)
                .collect();
            self.calendar.nanosecond = nine.parse().unwrap_or(0);
            self.rest = &rest[digits..];
        }
        digits
    }

    fn offset(&mut self, form: &str) -> Option<()> {
        let sign = match self.rest.chars().next()? {
            '+' => 1,
            '-' => -1,
            _ => return None,
        };
        self.rest = &self.rest[1..];
        let mut seconds = 0;
        let mut unit = 3600;
        let mut form = form;
        while !form.is_empty() {
            if let Some(after) = form.strip_prefix(':') {
                self.rest = self.rest.strip_prefix(':')?;
                form = after;
            }
            seconds += self.within(2, 2, 0..=59)? * unit;
            unit /= 60;
            form = &form[2..];
        }
        self.offset = sign * seconds;
        Some(())
    }

    fn moment(mut self) -> Option<Moment> {
        let calendar = &mut self.calendar;
        match self.afternoon {
            Some(true) if calendar.hour < 12 => calendar.hour += 12,
            Some(false) if calendar.hour == 12 => calendar.hour = 0,
            _ => {}
        }
        let dated = calendar.month > 0 || calendar.day > 0;
        calendar.month = calendar.month.max(1);
        calendar.day = calendar.day.max(1);
        if let Some(day) = self.day_of_year.filter(|_| !dated) {
            // Days beyond the month go on in those that follow.
            calendar.day = day;
        } else if calendar.day > days_in(calendar.year, calendar.month) {
            return None;
        }
        let moment = calendar.moment();
        let seconds = moment.seconds - self.offset;
        self.rest.is_empty().then_some(Moment { seconds, ..moment })
    }
}
