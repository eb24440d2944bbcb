//! Regular expressions of Go in the words of the crate regex.
//!
//! The two are nearly the same; in Go `\d`, `\s`, `\w` and `\b` know ASCII only, brackets do not nest, `\Q` quotes, and
//! a brace that begins no count stands for itself.

use std::fmt::Write as _;

/// The expression that means the same to the crate; `None` if it is none to Go.
pub(super) fn translate(expression: &str) -> Option<String> {
    let mut out = String::with_capacity(expression.len());
    let mut rest = expression;
    let mut repeated = false;
    while let Some(c) = rest.chars().next() {
        let length = repetition(rest)?;
        if length > 0 {
            if repeated {
                return None;
            }
            repeated = true;
            out.push_str(&rest[..length]);
            rest = &rest[length..];
            continue;
        }
        repeated = false;
        rest = match c {
            '\\' => escape(rest, &mut out, false),
            '[' => class(rest, &mut out),
            '{' => {
                out.push_str("\\{");
                &rest[1..]
            }
            c => {
                out.push(c);
                &rest[c.len_utf8()..]
            }
        };
    }
    Some(out)
}

/// How often Go repeats at most.
const MOST: u32 = 1000;

/// The length of an operator of repetition at the start of a text, or 0; `None` if it repeats too often.
fn repetition(text: &str) -> Option<usize> {
    let length = match text.chars().next() {
        Some('*' | '+' | '?') => 1,
        Some('{') => match count(text) {
            Some((length, most)) if most <= MOST => length,
            Some(_) => return None,
            None => return Some(0),
        },
        _ => return Some(0),
    };
    let lazy = usize::from(text[length..].starts_with('?'));
    Some(length + lazy)
}

/// The length of a count such as `{2}` or `{2,5}`, and the larger of its numbers.
fn count(text: &str) -> Option<(usize, u32)> {
    let (inner, _) = text[1..].split_once('}')?;
    let (least, most) = inner.split_once(',').unwrap_or((inner, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let number = |text: &str| {
        if text.is_empty() {
            0
        } else {
            text.parse().unwrap_or(u32::MAX)
        }
    };
    let valid = !least.is_empty() && digits(least) && digits(most);
    valid.then(|| (inner.len() + 2, number(least).max(number(most))))
}

/// An escape at the start of a text; the text behind it.
fn escape<'a>(text: &'a str, out: &mut String, in_class: bool) -> &'a str {
    let Some(c) = text[1..].chars().next() else {
        out.push('\\');
        return "";
    };
    let rest = &text[1 + c.len_utf8()..];
    match c {
        'd' => set("0-9", in_class, out),
        's' => set("\\t\\n\\f\\r ", in_class, out),
        'w' => set("0-9A-Za-z_", in_class, out),
        'D' => out.push_str("[^0-9]"),
        'S' => out.push_str("[^\\t\\n\\f\\r ]"),
        'W' => out.push_str("[^0-9A-Za-z_]"),
        'b' if !in_class => out.push_str("(?-u:\\b)"),
        // Only where both sides are the same does the crate's ASCII form of this stay within UTF-8.
        'B' if !in_class => out.push_str("\\B"),
        '<' | '>' => out.push(c),
        'p' | 'P' | 'x' if rest.starts_with('{') => {
            let end = rest.find('}').map_or(rest.len(), |end| end + 1);
            out.extend(['\\', c]);
            out.push_str(&rest[..end]);
            return &rest[end..];
        }
        'Q' if !in_class => {
            let (quoted, after) = rest.split_once("\\E").unwrap_or((rest, ""));
            out.push_str(&regex::escape(quoted));
            return after;
        }
        c => out.extend(['\\', c]),
    }
    rest
}

fn set(characters: &str, in_class: bool, out: &mut String) {
    if in_class {
        out.push_str(characters);
    } else {
        let _ = write!(out, "[{characters}]");
    }
}

/// A class in brackets at the start of a text; the text behind it.
fn class<'a>(text: &'a str, out: &mut String) -> &'a str {
    let mut rest = &text[1..];
    out.push('[');
    if let Some(after) = rest.strip_prefix('^') {
        out.push('^');
        rest = after;
    }
    let mut first = true;
    while let Some(c) = rest.chars().next() {
        if c == ']' && !first {
            out.push(']');
            return &rest[1..];
        }
        first = false;
        let named = rest.find(":]").filter(|_| rest.starts_with("[:"));
        rest = match (c, named) {
            ('\\', _) => escape(rest, out, true),
            ('[', Some(end)) => {
                out.push_str(&rest[..end + 2]);
                &rest[end + 2..]
            }
            (c, _) => {
                if "[]&~".contains(c) || rest.starts_with("--") {
                    out.push('\\');
                }
                out.push(c);
                &rest[c.len_utf8()..]
            }
        };
    }
    rest
}
