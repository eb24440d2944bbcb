//! Texts in double quotes: on one line, or line by line.

use std::fmt::Write as _;
use std::iter;

use super::plain::is_special;

/// The text in double quotes, on one line.
pub(super) fn on_one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    escape_all(text, &mut out);
    out.push('"');
    out
}

/// Whether there is something to gain by writing the text line by line: it has several lines, and something to see.
pub(super) fn has_lines(text: &str) -> bool {
    text.contains(|c: char| !c.is_whitespace()) && lines(text).nth(1).is_some()
}

/// Writes the text in double quotes, each of its lines on a line of its own at column `indent`. A backslash at the end of a
/// line takes back its break, and one before the first blank of a line keeps the blanks.
pub(super) fn write_line_by_line(text: &str, indent: usize, out: &mut String) {
    out.push('"');
    for line in lines(text) {
        out.push_str("\\\n");
        out.extend(iter::repeat_n(' ', indent));
        if line.starts_with(' ') {
            out.push('\\');
        }
        escape_all(line, out);
    }
    out.push('"');
}

/// The lines of a text, each with its break, as people see them who write the breaks of whatever system.
fn lines(mut text: &str) -> impl Iterator<Item = &str> {
    iter::from_fn(move || {
        let at = text.find(['\r', '\n']).unwrap_or(text.len());
        let width = match &text.as_bytes()[at..] {
            [] => 0,
            [b'\r', b'\n', ..] => 2,
            _ => 1,
        };
        let (line, rest) = text.split_at(at + width);
        text = rest;
        (!line.is_empty()).then_some(line)
    })
}

/// Writes a text as it stands in double quotes.
fn escape_all(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_special(c) => escape(c, out),
            c => out.push(c),
        }
    }
}

/// Writes the escape of a character by its number.
fn escape(c: char, out: &mut String) {
    let number = u32::from(c);
    let result = if number <= 0xffff {
        write!(out, "\\u{number:04X}")
    } else {
        write!(out, "\\U{number:08X}")
    };
    debug_assert!(result.is_ok(), "writing to a string cannot fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_with_whatever_break_it_has() {
        let found = |text| lines(text).collect::<Vec<_>>();
        assert_eq!(found("a\r\nb\rc\nd"), ["a\r\n", "b\r", "c\n", "d"]);
        assert_eq!(found("\r\r\n\n"), ["\r", "\r\n", "\n"]);
        assert_eq!(found("ü\r"), ["ü\r"]);
        assert_eq!(found(""), [""; 0]);
    }

    #[test]
    fn one_line_and_nothing_to_see_have_no_lines() {
        for text in ["", "a", "a\r\n", "\r\n\r\n", " \n\t\n", "\u{0}"] {
            assert!(!has_lines(text), "{text:?}");
        }
        assert!(has_lines("a\rb"));
        assert!(has_lines("\r\na"));
    }
}
