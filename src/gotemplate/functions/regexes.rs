//! Functions on regular expressions.

use regex::{Captures, Regex, RegexBuilder};

use super::Type::{Int, Text};
use super::pattern::translate;
use super::{Answer, Call, Function, fixed};
use crate::gotemplate::value::Value;

/// What a compiled expression may take of memory, in bytes.
const LARGEST: usize = 256 << 10;

/// The longest text that expressions are tried on: what they cost grows with both.
const LONGEST: usize = 512 << 10;

pub(super) const FUNCTIONS: &[Function] = &[
    fixed("regexMatch", &[Text, Text], is_match),
    fixed("mustRegexMatch", &[Text, Text], is_match),
    fixed("regexFind", &[Text, Text], find),
    fixed("mustRegexFind", &[Text, Text], find),
    fixed("regexFindAll", &[Text, Text, Int], find_all),
    fixed("mustRegexFindAll", &[Text, Text, Int], find_all),
    fixed("regexReplaceAll", &[Text, Text, Text], replace),
    fixed("mustRegexReplaceAll", &[Text, Text, Text], replace),
    fixed(
        "regexReplaceAllLiteral",
        &[Text, Text, Text],
        replace_literally,
    ),
    fixed(
        "mustRegexReplaceAllLiteral",
        &[Text, Text, Text],
        replace_literally,
    ),
    fixed("regexSplit", &[Text, Text, Int], split),
    fixed("mustRegexSplit", &[Text, Text, Int], split),
    fixed("regexQuoteMeta", &[Text], |call| {
        Ok(quote(call.text(0)).into())
    }),
];

/// The expression of the first argument, for use on the second.
fn compile(call: &Call) -> Result<Regex, String> {
    let (expression, text) = (call.text(0), call.text(1));
    if text.len() > LONGEST {
        return Err("the text is too long for regular expressions".to_owned());
    }
    call.limits
        .spend(expression.len().saturating_mul(text.len() + 16) / 256)?;
    let none = || "the regular expression is not one".to_owned();
    let pattern = translate(expression).ok_or_else(none)?;
    let compiled = RegexBuilder::new(&pattern)
        .size_limit(LARGEST)
        .dfa_size_limit(LARGEST)
        .build();
    compiled.map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => "the regular expression is too large".to_owned(),
        _ => none(),
    })
}

fn is_match(call: &Call) -> Answer {
    Ok(compile(call)?.is_match(call.text(1)).into())
}

fn find(call: &Call) -> Answer {
    let found = compile(call)?
        .find(call.text(1))
        .map(|found| found.as_str());
    Ok(found.unwrap_or_default().into())
}

fn most(count: i64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn find_all(call: &Call) -> Answer {
    let expression = compile(call)?;
    let found = matches(&expression, call.text(1))
        .into_iter()
        .take(most(call.int(2)));
    let found: Vec<&str> = found
        .map(|(start, end)| &call.text(1)[start..end])
        .collect();
    call.limits.list(found.len())?;
    Ok(Value::texts(found))
}

/// Where an expression matches. Go does not count an empty match right behind another.
fn matches(expression: &Regex, text: &str) -> Vec<(usize, usize)> {
    let all = expression.find_iter(text);
    all.map(|found| (found.start(), found.end())).collect()
}

fn replace(call: &Call) -> Answer {
    let replacement = call.text(2);
    let references = replacement.matches('$').count();
    replace_by(call, |captures, out| {
        let longest = captures
            .get(0)
            .map_or(0, |all| all.len())
            .saturating_mul(references);
        call.limits.text(
            out.len()
                .saturating_add(longest)
                .saturating_add(replacement.len()),
        )?;
        captures.expand(replacement, out);
        Ok(())
    })
}

fn replace_literally(call: &Call) -> Answer {
    replace_by(call, |_, out| {
        out.push_str(call.text(2));
        call.limits.text(out.len() / 64)
    })
}

fn replace_by(
    call: &Call,
    mut write: impl FnMut(&Captures, &mut String) -> Result<(), String>,
) -> Answer {
    let expression = compile(call)?;
    let text = call.text(1);
    let mut out = String::new();
    let mut end = 0;
    for captures in expression.captures_iter(text) {
        call.limits.spend(1)?;
        let Some(all) = captures.get(0) else { continue };
        out.push_str(&text[end..all.start()]);
        write(&captures, &mut out)?;
        if out.len() > crate::gotemplate::limits::LONGEST_TEXT {
            call.limits.text(out.len())?;
        }
        end = all.end();
    }
    out.push_str(&text[end..]);
    Ok(out.into())
}

/// The texts between matches; so many at most, the last with all that is left.
fn split(call: &Call) -> Answer {
    let expression = compile(call)?;
    let (text, count) = (call.text(1), call.int(2));
    if count == 0 {
        return Ok(Value::texts::<&str>([]));
    }
    if text.is_empty() && !call.text(0).is_empty() {
        return Ok(Value::texts([""]));
    }
    let mut parts = Vec::new();
    let (mut start, mut end) = (0, 0);
    for (from, to) in matches(&expression, text) {
        if count > 0 && parts.len() + 1 == most(count) {
            break;
        }
        end = from;
        if to > 0 {
            parts.push(&text[start..from]);
        }
        start = to;
    }
    if end != text.len() {
        parts.push(&text[start..]);
    }
    call.limits.list(parts.len())?;
    Ok(Value::texts(parts))
}

fn quote(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if "\\.+*?()|[]{}^$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
