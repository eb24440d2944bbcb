//! What to do about a condition that cannot be read, where there is a usual reason.

use crate::condition::{ParseError, ParseErrorKind};
use crate::rules::text::Text;

/// What to do about an error in a condition, if its reason is one of the usual ones.
pub(super) fn advice(error: &ParseError, text: &Text) -> Option<String> {
    let start = error.span().start as usize;
    let whole = text.as_str();
    let rest = whole.get(start..).unwrap_or_default();
    let word = error.span().of(whole);
    if error.unclosed_quote() {
        return Some(
            "close the quote; a backslash before a quote keeps it from closing the text".into(),
        );
    }
    if let Some(help) = of_other_language(rest) {
        return Some(help.into());
    }
    match error.kind {
        ParseErrorKind::Escape(_) => Some("write `\\\\` for a backslash".into()),
        ParseErrorKind::NoListOrTransformer if rest.starts_with('[') => {
            Some("put lists in parentheses: `(a, b)`".into())
        }
        ParseErrorKind::NoText | ParseErrorKind::NoNumber if rest.is_empty() => {
            Some("complete the comparison: there is nothing to compare with".into())
        }
        ParseErrorKind::NoOperator if matches!(word, "is" | "equals" | "eq") => {
            Some("write `=`".into())
        }
        ParseErrorKind::Unexpected if is_field(word) => {
            Some("put `and` or `or` between two comparisons".into())
        }
        ParseErrorKind::Unexpected if begins_with_connective(text, start) => Some(format!(
            "put a blank between `{word}` and what is before it"
        )),
        ParseErrorKind::Unexpected if text.begins_part(start) => {
            Some("begin what is appended to a condition with `and` or `or`".into())
        }
        ParseErrorKind::NoOperator if word == "not" => Some(negation(whole, start)),
        ParseErrorKind::NoClosingParenthesis => Some(unclosed(whole, start)),
        ParseErrorKind::Unexpected if rest.starts_with(')') => {
            Some("take it out: the parenthesis that it would close is not open".into())
        }
        ParseErrorKind::NoCheck if rest.is_empty() => {
            Some("complete the condition, or take the last `and`, `or` or `not` out".into())
        }
        ParseErrorKind::TooDeep => Some("divide the condition into macros".into()),
        _ => None,
    }
}

/// What stands for a word of other languages.
fn of_other_language(rest: &str) -> Option<&'static str> {
    let words = [
        ("&&", "write `and`"),
        ("||", "write `or`"),
        ("!=", "compare a field: `field != value`"),
        ("!", "write `not`"),
        ("AND", "write `and`, in lower case"),
        ("OR", "write `or`, in lower case"),
        ("NOT", "write `not`, in lower case"),
        (
            "matches",
            "write `regex`, or `glob` for a pattern of the shell",
        ),
        ("like", "write `glob`"),
        ("~", "write `regex`"),
    ];
    let found = words.iter().find(|(word, _)| rest.starts_with(word));
    found.map(|(_, help)| *help)
}

/// Whether a word has the form of a field.
fn is_field(word: &str) -> bool {
    let mut parts = word.split('.');
    let is_part = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_alphabetic())
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    word.contains('.') && parts.all(is_part)
}

/// Whether what is there is a connective that is glued to something before it.
fn begins_with_connective(text: &Text, start: usize) -> bool {
    let rest = text.as_str().get(start..).unwrap_or_default();
    let before = text.as_str()[..start].chars().next_back();
    ["and", "or"].iter().any(|word| rest.starts_with(word))
        && before.is_some_and(|c| !c.is_whitespace())
}

/// `proc.name not in (…)` the other way round.
fn negation(text: &str, start: usize) -> String {
    let field = text[..start]
        .split_whitespace()
        .next_back()
        .unwrap_or_default();
    let operator = text[start..].split_whitespace().nth(1).unwrap_or("in");
    if operator.chars().all(char::is_alphabetic) {
        format!("negate the comparison as a whole: `not {field} {operator} …`")
    } else {
        format!("negate the comparison as a whole: `not {field} = …`")
    }
}

/// Which parenthesis is not closed, by what is expected.
fn unclosed(text: &str, start: usize) -> String {
    let rest = text[start..].trim_start();
    if rest.is_empty() {
        "close every parenthesis that is opened".into()
    } else {
        "separate the texts of a list by commas, quote texts with blanks, and close every parenthesis".into()
    }
}
