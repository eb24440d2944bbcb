//! Functions that cut, join and search texts.

use std::rc::Rc;

use super::Type::{Any, Int, Text};
use super::builtin::bytes;
use super::{Answer, Call, Function, fixed, variadic};
use crate::gotemplate::print::quoted;
use crate::gotemplate::value::{Element, Map, Value};

pub(super) const FUNCTIONS: &[Function] = &[
    fixed("hello", &[], |_| Ok("Hello!".into())),
    fixed("trim", &[Text], |call| Ok(call.text(0).trim().into())),
    fixed("trimAll", &[Text, Text], |call| Ok(trim_all(call).into())),
    fixed("trimall", &[Text, Text], |call| Ok(trim_all(call).into())),
    fixed("trimPrefix", &[Text, Text], |call| {
        let text = call.text(1);
        Ok(text.strip_prefix(call.text(0)).unwrap_or(text).into())
    }),
    fixed("trimSuffix", &[Text, Text], |call| {
        let text = call.text(1);
        Ok(text.strip_suffix(call.text(0)).unwrap_or(text).into())
    }),
    fixed("contains", &[Text, Text], |call| {
        Ok(call.text(1).contains(call.text(0)).into())
    }),
    fixed("hasPrefix", &[Text, Text], |call| {
        Ok(call.text(1).starts_with(call.text(0)).into())
    }),
    fixed("hasSuffix", &[Text, Text], |call| {
        Ok(call.text(1).ends_with(call.text(0)).into())
    }),
    fixed("repeat", &[Int, Text], repeat),
    fixed("replace", &[Text, Text, Text], replace),
    fixed("substr", &[Int, Int, Text], substr),
    fixed("trunc", &[Int, Text], trunc),
    fixed("nospace", &[Text], |call| {
        let kept = call.text(0).chars().filter(|c| !c.is_whitespace());
        Ok(kept.collect::<String>().into())
    }),
    fixed("initials", &[Text], |call| Ok(initials(call).into())),
    fixed("indent", &[Int, Text], |call| indent(call).map(Value::from)),
    fixed("nindent", &[Int, Text], |call| {
        Ok(format!("\n{}", indent(call)?).into())
    }),
    variadic("quote", &[], Any, |call| {
        written(call, |text| quoted(&text, false))
    }),
    variadic("squote", &[], Any, |call| {
        written(call, |text| format!("'{text}'"))
    }),
    variadic("cat", &[], Any, |call| written(call, |text| text)),
    fixed("plural", &[Text, Text, Int], |call| {
        let which = usize::from(call.int(2) != 1);
        Ok(call.text(which).into())
    }),
    fixed("split", &[Text, Text], |call| {
        parts(call, call.text(1), None)
    }),
    fixed("splitn", &[Text, Int, Text], |call| {
        parts(call, call.text(2), Some(call.int(1)))
    }),
    fixed("splitList", &[Text, Text], |call| {
        let parts = split(call.text(1), call.text(0), None);
        call.limits.list(parts.len())?;
        Ok(Value::texts(parts))
    }),
    fixed("join", &[Text, Any], join),
    fixed("sortAlpha", &[Any], sort_alpha),
    fixed("toStrings", &[Any], |call| {
        Ok(Value::texts(texts(call, 0)?))
    }),
];

fn trim_all<'a>(call: &'a Call) -> &'a str {
    let set = call.text(0);
    call.text(1).trim_matches(|c| set.contains(c))
}

fn repeat(call: &Call) -> Answer {
    let count = usize::try_from(call.int(0)).map_err(|_| "the count is below zero".to_owned())?;
    call.limits.text(count.saturating_mul(call.text(1).len()))?;
    Ok(call.text(1).repeat(count).into())
}

fn replace(call: &Call) -> Answer {
    let (old, new, text) = (call.text(0), call.text(1), call.text(2));
    let count = text.matches(old).count();
    call.limits
        .text(text.len().saturating_add(count.saturating_mul(new.len())))?;
    Ok(text.replace(old, new).into())
}

/// The text of an argument, shared.
fn shared(call: &Call, index: usize) -> Rc<str> {
    match call.value(index) {
        Value::Text(text) => Rc::clone(text),
        _ => "".into(),
    }
}

fn substr(call: &Call) -> Answer {
    let text = shared(call, 2);
    let end = usize::try_from(call.int(1)).unwrap_or(usize::MAX);
    match usize::try_from(call.int(0)) {
        Err(_) => bytes(&text, 0, end),
        Ok(start) if end > text.len() => bytes(&text, start, text.len()),
        Ok(start) => bytes(&text, start, end),
    }
}

fn trunc(call: &Call) -> Answer {
    let text = shared(call, 1);
    let wanted = usize::try_from(call.int(0).unsigned_abs()).unwrap_or(usize::MAX);
    match call.int(0) < 0 {
        _ if wanted >= text.len() => Ok(Value::Text(text)),
        true => bytes(&text, text.len() - wanted, text.len()),
        false => bytes(&text, 0, wanted),
    }
}

fn initials(call: &Call) -> String {
    let words = call.text(0).split_whitespace();
    words.filter_map(|word| word.chars().next()).collect()
}

fn indent(call: &Call) -> Result<String, String> {
    let width = usize::try_from(call.int(0)).map_err(|_| "the width is below zero".to_owned())?;
    let text = call.text(1);
    let lines = text.matches('\n').count() + 1;
    call.limits
        .text(text.len().saturating_add(lines.saturating_mul(width)))?;
    let blanks = " ".repeat(width);
    Ok(format!(
        "{blanks}{}",
        text.replace('\n', &format!("\n{blanks}"))
    ))
}

/// The arguments that are something, each written, with blanks between.
fn written(call: &Call, write: impl Fn(String) -> String) -> Answer {
    let mut out = Vec::new();
    let mut length = 0;
    for value in &call.values {
        if !matches!(value, Value::Nil) {
            let text = write(call.show(value)?);
            length += text.len() + 1;
            call.limits.text(length)?;
            out.push(text);
        }
    }
    Ok(out.join(" ").into())
}

/// The parts of a text, each character if nothing separates them, the last with all that is left.
fn split<'a>(text: &'a str, separator: &str, most: Option<i64>) -> Vec<&'a str> {
    let most = match most {
        None => usize::MAX,
        Some(most) if most < 0 => usize::MAX,
        Some(most) => usize::try_from(most).unwrap_or(usize::MAX),
    };
    if !separator.is_empty() {
        return text.splitn(most, separator).collect();
    }
    let mut starts: Vec<usize> = text
        .char_indices()
        .map(|(start, _)| start)
        .take(most)
        .collect();
    starts.push(text.len());
    let ends = starts.iter().skip(1);
    let mut parts: Vec<&str> = starts
        .iter()
        .zip(ends)
        .map(|(start, end)| &text[*start..*end])
        .collect();
    if let (Some(last), Some(start)) = (parts.last_mut(), starts.iter().rev().nth(1)) {
        *last = &text[*start..];
    }
    parts
}

/// The parts of a text under `_0`, `_1` and so on.
fn parts(call: &Call, text: &str, most: Option<i64>) -> Answer {
    let parts = split(text, call.text(0), most);
    call.limits.list(parts.len())?;
    let entries = parts.into_iter().enumerate();
    let entries = entries.map(|(index, part)| (format!("_{index}").into(), part.into()));
    Ok(Value::Map(Map::new(entries.collect(), Element::Text)))
}

/// What is in a list as texts, without what is nothing; or one value as text.
pub(super) fn texts(call: &Call, index: usize) -> Result<Vec<Value>, String> {
    let value = call.value(index);
    call.limits.whole(value)?;
    match value.as_list() {
        Some(list) => {
            let items = list
                .items()
                .iter()
                .filter(|item| !matches!(item, Value::Nil));
            items.map(|item| call.show(item).map(Value::from)).collect()
        }
        None if matches!(value, Value::Nil) => Ok(Vec::new()),
        None => Ok(vec![call.show(value)?.into()]),
    }
}

fn join(call: &Call) -> Answer {
    let texts = texts(call, 1)?;
    let texts: Vec<&str> = texts.iter().filter_map(Value::as_text).collect();
    call.limits
        .text(texts.len().saturating_mul(call.text(0).len()))?;
    Ok(texts.join(call.text(0)).into())
}

fn sort_alpha(call: &Call) -> Answer {
    let mut texts = match call.value(0) {
        Value::Nil => vec!["<nil>".into()],
        _ => texts(call, 0)?,
    };
    texts.sort_by(|left, right| left.as_text().cmp(&right.as_text()));
    Ok(Value::texts(texts))
}
