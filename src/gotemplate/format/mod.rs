//! `printf`, as Go's package fmt has it.
//!
//! It differs where Go would print that a number does not fit the verb: `%s` of a number prints the number, and a
//! whole `float64`, which every whole number of a values file is, serves the verbs of integers.

mod numbers;

use std::fmt::Write as _;

use numbers::{format_number, general, whole};

use super::limits::Limits;
use super::print::{quoted, show};
use super::value::Value;

/// Go's own bound for widths and precisions.
const WIDEST: usize = 1_000_000;

/// What stands between `%` and the verb.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag that Go knows"
)]
#[derive(Clone, Copy, Default)]
struct Spec {
    minus: bool,
    plus: bool,
    sharp: bool,
    space: bool,
    zero: bool,
    width: Option<usize>,
    precision: Option<usize>,
}

struct Formatter<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    values: &'a [Value],
    next: usize,
    reordered: bool,
    good_index: bool,
    out: String,
}

/// The text of a format with values for its verbs.
pub(super) fn printf(format: &str, values: &[Value], limits: &Limits) -> Result<String, String> {
    let mut formatter = Formatter {
        rest: format.chars().peekable(),
        values,
        next: 0,
        reordered: false,
        good_index: true,
        out: String::new(),
    };
    let mut before = 0;
    while let Some(c) = formatter.rest.next() {
        match c {
            '%' => formatter.directive(),
            c => formatter.out.push(c),
        }
        limits.spend((formatter.out.len() - before) / 8)?;
        before = formatter.out.len();
        if before > super::limits::LONGEST_TEXT {
            limits.text(before)?;
        }
    }
    formatter.extra();
    Ok(formatter.out)
}

impl Formatter<'_> {
    fn directive(&mut self) {
        let mut spec = Spec::default();
        self.good_index = true;
        self.flags(&mut spec);
        self.index();
        self.width(&mut spec);
        if self.rest.next_if_eq(&'.').is_some() {
            self.precision(&mut spec);
        }
        self.index();
        match self.rest.next() {
            None => self.out.push_str("%!(NOVERB)"),
            Some('%') => self.out.push('%'),
            Some(verb) if !self.good_index => {
                let _ = write!(self.out, "%!{verb}(BADINDEX)");
            }
            Some(verb) => match self.values.get(self.next) {
                Some(value) => {
                    self.next += 1;
                    // For `%+v`, the plus names the fields of structs, which there are none of.
                    spec.plus &= verb != 'v';
                    format_value(spec, verb, value, &mut self.out);
                }
                None => {
                    let _ = write!(self.out, "%!{verb}(MISSING)");
                }
            },
        }
    }

    fn flags(&mut self, spec: &mut Spec) {
        while let Some(flag) = self.rest.peek() {
            match flag {
                '-' => spec.minus = true,
                '+' => spec.plus = true,
                '#' => spec.sharp = true,
                ' ' => spec.space = true,
                '0' => spec.zero = true,
                _ => break,
            }
            self.rest.next();
        }
        spec.zero &= !spec.minus;
    }

    fn width(&mut self, spec: &mut Spec) {
        if self.rest.next_if_eq(&'*').is_some() {
            match self.star() {
                Some(width) => {
                    spec.minus |= width < 0;
                    spec.zero &= !spec.minus;
                    spec.width = usize::try_from(width.unsigned_abs()).ok();
                }
                None => self.out.push_str("%!(BADWIDTH)"),
            }
        } else {
            spec.width = self.number();
        }
    }

    fn precision(&mut self, spec: &mut Spec) {
        self.index();
        if self.rest.next_if_eq(&'*').is_some() {
            match self.star() {
                Some(precision) => spec.precision = usize::try_from(precision).ok(),
                None => self.out.push_str("%!(BADPREC)"),
            }
        } else {
            spec.precision = Some(self.number().unwrap_or(0));
        }
    }

    /// A width or precision that is a value.
    fn star(&mut self) -> Option<i64> {
        let value = self.values.get(self.next);
        self.next += usize::from(value.is_some());
        let number = whole(value?)?;
        i64::try_from(number)
            .ok()
            .filter(|number| number.unsigned_abs() <= WIDEST as u64)
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = None;
        while let Some(digit) = self.rest.peek().and_then(|c| c.to_digit(10)) {
            self.rest.next();
            let grown = number
                .unwrap_or(0usize)
                .saturating_mul(10)
                .saturating_add(digit as usize);
            number = Some(grown);
        }
        if number.is_some_and(|number| number > WIDEST) {
            // Go gives up on the rest of the format.
            self.rest.by_ref().for_each(drop);
        }
        number.filter(|number| *number <= WIDEST)
    }

    /// `[3]`: the verb is about the third value.
    fn index(&mut self) {
        if self.rest.next_if_eq(&'[').is_none() {
            return;
        }
        self.reordered = true;
        let number = self.number();
        let closed = self.rest.peek() == Some(&']');
        if self.rest.clone().any(|c| c == ']') {
            self.rest.by_ref().find(|c| *c == ']');
        }
        match number {
            Some(number) if closed && (1..=self.values.len()).contains(&number) => {
                self.next = number - 1;
            }
            _ => self.good_index = false,
        }
    }

    /// Values without a verb.
    fn extra(&mut self) {
        if self.reordered || self.next >= self.values.len() {
            return;
        }
        let extra = self.values[self.next..].iter().map(described);
        let extra: Vec<String> = extra.collect();
        let _ = write!(self.out, "%!(EXTRA {})", extra.join(", "));
    }
}

/// A value with its type.
fn described(value: &Value) -> String {
    match value {
        Value::Nil => "<nil>".to_owned(),
        value => format!("{}={}", value.go_type(), show(value)),
    }
}

/// A verb that does not fit the value, which is shown in its place.
fn bad(spec: Spec, verb: char, value: &Value, out: &mut String) {
    let _ = write!(out, "%!{verb}(");
    if let Value::Nil = value {
        out.push_str("<nil>");
    } else {
        let sharp = false;
        let _ = write!(out, "{}=", value.go_type());
        format_value(Spec { sharp, ..spec }, 'v', value, out);
    }
    out.push(')');
}

fn format_value(spec: Spec, verb: char, value: &Value, out: &mut String) {
    match verb {
        'T' => return pad(spec, &cut(spec, &value.go_type()), out),
        'v' if spec.sharp => return pad(spec, &go_syntax(value, true), out),
        _ => {}
    }
    match value {
        Value::Nil if verb == 'v' => pad(spec, "<nil>", out),
        Value::Bool(truth) if matches!(verb, 't' | 'v') => {
            pad(spec, if *truth { "true" } else { "false" }, out);
        }
        Value::Nil | Value::Bool(_) => bad(spec, verb, value, out),
        Value::Text(text) => format_text(spec, verb, text, value, out),
        Value::List(list) => {
            out.push('[');
            for (index, item) in list.items().iter().enumerate() {
                if index > 0 {
                    out.push(' ');
                }
                format_value(spec, verb, item, out);
            }
            out.push(']');
        }
        Value::Map(map) => {
            out.push_str("map[");
            for (index, (key, item)) in map.entries().into_iter().enumerate() {
                if index > 0 {
                    out.push(' ');
                }
                format_value(spec, verb, &Value::Text(key), out);
                out.push(':');
                format_value(spec, verb, &item, out);
            }
            out.push(']');
        }
        Value::Object(object) => match object.contents() {
            Some(contents) => format_value(spec, verb, &contents, out),
            None => format_text(spec, verb, &object.text(), value, out),
        },
        _ => format_number(spec, verb, value, out),
    }
}

/// The text up to the precision.
fn cut(spec: Spec, text: &str) -> String {
    let most = spec.precision.unwrap_or(usize::MAX);
    text.chars().take(most).collect()
}

fn format_text(spec: Spec, verb: char, text: &str, value: &Value, out: &mut String) {
    match verb {
        'v' | 's' => pad(spec, &cut(spec, text), out),
        'q' => {
            let text = cut(spec, text);
            let raw = spec.sharp
                && !text.contains(['`', '\r'])
                && !text.chars().any(|c| c.is_control() && c != '\t');
            let quoted = if raw {
                format!("`{text}`")
            } else {
                quoted(&text, spec.plus)
            };
            pad(spec, &quoted, out);
        }
        'x' | 'X' => {
            let bytes = text.bytes().take(spec.precision.unwrap_or(usize::MAX));
            let digits: Vec<String> = bytes.map(|byte| format!("{byte:02x}")).collect();
            let prefix = if spec.sharp { "0x" } else { "" };
            let mut hexadecimal = digits.join(match (spec.space, spec.sharp) {
                (true, true) => " 0x",
                (true, false) => " ",
                _ => "",
            });
            if !hexadecimal.is_empty() {
                hexadecimal.insert_str(0, prefix);
            }
            if verb == 'X' {
                hexadecimal = hexadecimal.to_uppercase();
            }
            pad(spec, &hexadecimal, out);
        }
        _ => bad(spec, verb, value, out),
    }
}

fn pad(spec: Spec, text: &str, out: &mut String) {
    let width = spec.width.unwrap_or(0);
    let blanks = width.saturating_sub(text.chars().count());
    let fill = if spec.zero { "0" } else { " " }.repeat(blanks);
    if spec.minus {
        out.push_str(text);
        out.push_str(&fill);
    } else {
        out.push_str(&fill);
        out.push_str(text);
    }
}

/// `%#v`: how Go's source would write the value.
fn go_syntax(value: &Value, top: bool) -> String {
    let name = value.go_type();
    match value {
        Value::Nil if top => "<nil>".to_owned(),
        Value::Nil => "interface {}(nil)".to_owned(),
        Value::Text(text) => quoted(text, false),
        Value::Unsigned(number) => format!("{number:#x}"),
        Value::Float(number) => general(*number, None),
        Value::List(list) => {
            let items: Vec<String> = list
                .items()
                .iter()
                .map(|item| go_syntax(item, false))
                .collect();
            format!("{name}{{{}}}", items.join(", "))
        }
        Value::Map(map) => {
            let entries = map.entries().into_iter();
            let entries = entries.map(|(key, value)| {
                format!("{}:{}", quoted(&key, false), go_syntax(&value, false))
            });
            format!("{name}{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        value => show(value),
    }
}
