//! Functions that break and shorten lines. Lengths are in bytes, as in Go.

use super::Type::{Int, Text};
use super::{Answer, Call, Function, fixed};

pub(super) const FUNCTIONS: &[Function] = &[
    fixed("wrap", &[Int, Text], |call| {
        wrap(call, call.text(1), "\n", false)
    }),
    fixed("wrapWith", &[Int, Text, Text], |call| {
        let newline = Some(call.text(1)).filter(|text| !text.is_empty());
        wrap(call, call.text(2), newline.unwrap_or("\n"), true)
    }),
    fixed("abbrev", &[Int, Text], |call| {
        abbreviate(call.text(1), 0, call.int(0))
    }),
    fixed("abbrevboth", &[Int, Int, Text], |call| {
        let (left, right) = (call.int(0), call.int(1));
        if left > 0 && right < 7 {
            Ok(call.text(2).into())
        } else {
            abbreviate(call.text(2), left, right)
        }
    }),
];

/// Breaks a text at blanks into lines of a width; words that are longer are broken if `hard`.
fn wrap(call: &Call, text: &str, newline: &str, hard: bool) -> Answer {
    let width = usize::try_from(call.int(0)).unwrap_or(1).max(1);
    let lines = text.len() / width + 1;
    call.limits.text(
        text.len()
            .saturating_add(lines.saturating_mul(newline.len())),
    )?;
    let mut out = String::new();
    let mut rest = text;
    while rest.len() > width {
        if let Some(after) = rest.strip_prefix(' ') {
            rest = after;
            continue;
        }
        let blank = rest.as_bytes()[..=width]
            .iter()
            .rposition(|byte| *byte == b' ');
        let (line, skipped) = match blank {
            Some(blank) => (blank, 1),
            None if hard => (width, 0),
            None => match rest.as_bytes()[width..]
                .iter()
                .position(|byte| *byte == b' ')
            {
                Some(blank) => (width + blank, 1),
                None => break,
            },
        };
        out.push_str(cut(rest, 0, line)?);
        out.push_str(newline);
        rest = &rest[line + skipped..];
    }
    out.push_str(rest);
    Ok(out.into())
}

fn cut(text: &str, start: usize, end: usize) -> Result<&str, String> {
    let part = text.get(start..end);
    part.ok_or_else(|| "a character is cut in two".to_owned())
}

/// Shortens a text to a width by dots at its end, and at its start if it is to begin at an offset.
fn abbreviate(text: &str, offset: i64, width: i64) -> Answer {
    let Some(width) = usize::try_from(width).ok().filter(|width| *width >= 4) else {
        return Ok(text.into());
    };
    if text.len() <= width {
        return Ok(text.into());
    }
    let room = width - 3;
    let offset = usize::try_from(offset).unwrap_or(0).min(text.len() - room);
    if offset <= 4 {
        return Ok(format!("{}...", cut(text, 0, room)?).into());
    }
    if width < 7 {
        return Ok("".into());
    }
    if offset + room < text.len() {
        let middle = cut(text, offset, offset + room - 3)?;
        return Ok(format!("...{middle}...").into());
    }
    Ok(format!("...{}", cut(text, text.len() - room, text.len())?).into())
}
