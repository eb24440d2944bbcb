//! Reads moments that are written by a layout.

use super::{DAYS, MONTHS, Part, parts};
use crate::gotemplate::time::{Calendar, Moment, days_in};

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
pub(in crate::gotemplate) fn parse(layout: &str, text: &str) -> Option<Moment> {
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

impl Reading<'_> {
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
                self.rest = &self.rest[1..];
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
