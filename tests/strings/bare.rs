//! What a text means that is printed bare into falco.yaml, told apart by hand.
//!
//! The rule: where the text is one whole YAML scalar on its line, it means what that scalar means, else itself.

use falcogen::yaml::{Node, Origin, resolve, to_json};
use serde_json::Value;

/// What a value means behind `key:`.
pub fn printed(value: &Value) -> Value {
    match value {
        Value::String(text) => meaning(text),
        Value::Array(items) if items.is_empty() => Value::Null,
        Value::Array(items) => items.iter().map(printed).collect(),
        other => other.clone(),
    }
}

/// What a text means behind `key: `, on a line of its own.
fn meaning(text: &str) -> Value {
    let blank = [' ', '\t'];
    let bare = text
        .trim_end_matches(['\n', '\r', ' ', '\t'])
        .trim_start_matches(blank);
    if bare.trim_matches([' ', '\t', '\r', '\n']).is_empty() {
        return Value::Null;
    }
    let read = if bare.contains(breaks_or_is_forbidden) {
        None
    } else if let Some(inside) = bare.strip_prefix('\'') {
        single_quoted(inside)
    } else if let Some(inside) = bare.strip_prefix('"') {
        double_quoted(inside)
    } else {
        plain(bare)
    };
    read.unwrap_or_else(|| text.into())
}

fn breaks_or_is_forbidden(letter: char) -> bool {
    let allowed = matches!(letter, '\t' | ' '..='~' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..);
    !allowed || matches!(letter, '\u{2028}' | '\u{2029}')
}

/// What a plain scalar means; nothing if the text is none or more than one.
fn plain(text: &str) -> Option<Value> {
    let mut letters = text.chars();
    let (first, second) = (letters.next()?, letters.next().unwrap_or(' '));
    let begins_well = match first {
        '-' | '?' | ':' => !" \t".contains(second),
        _ => !",[]{}#&*!|>'\"%@`".contains(first),
    };
    let ends_at_colon = [": ", ":\t"].iter().any(|end| text.contains(end)) || text.ends_with(':');
    let has_comment = [" #", "\t#"].iter().any(|comment| text.contains(comment));
    if !begins_well || ends_at_colon || has_comment {
        return None;
    }
    let infinite = ["inf", "Inf", "INF", "nan", "NaN", "NAN"].map(|word| format!(".{word}"));
    if infinite
        .iter()
        .any(|word| text.trim_start_matches(['+', '-']) == word)
    {
        return None;
    }
    Some(to_json(&Node::new(resolve(text), Origin::Program)))
}

/// What stands between single quotes, the first of which is gone; nothing if more follows.
fn single_quoted(text: &str) -> Option<Value> {
    let inside = text.strip_suffix('\'')?;
    let pairs = inside.replace("''", "");
    (!pairs.contains('\'')).then(|| inside.replace("''", "'").into())
}

/// What stands between double quotes, the first of which is gone; nothing if more follows.
fn double_quoted(text: &str) -> Option<Value> {
    let mut letters = text.chars();
    let mut read = String::new();
    loop {
        match letters.next()? {
            '"' => break,
            '\\' => read.push(escape(&mut letters)?),
            letter => read.push(letter),
        }
    }
    letters.next().is_none().then(|| read.into())
}

fn escape(letters: &mut std::str::Chars<'_>) -> Option<char> {
    let digits = match letters.next()? {
        '0' => return Some('\0'),
        'a' => return Some('\u{7}'),
        'b' => return Some('\u{8}'),
        't' | '\t' => return Some('\t'),
        'n' => return Some('\n'),
        'v' => return Some('\u{b}'),
        'f' => return Some('\u{c}'),
        'r' => return Some('\r'),
        'e' => return Some('\u{1b}'),
        'N' => return Some('\u{85}'),
        '_' => return Some('\u{a0}'),
        'L' => return Some('\u{2028}'),
        'P' => return Some('\u{2029}'),
        itself @ (' ' | '"' | '/' | '\\') => return Some(itself),
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return None,
    };
    let number: String = letters.by_ref().take(digits).collect();
    let whole = number.len() == digits && number.bytes().all(|digit| digit.is_ascii_hexdigit());
    char::from_u32(u32::from_str_radix(&number, 16).ok().filter(|_| whole)?)
}
