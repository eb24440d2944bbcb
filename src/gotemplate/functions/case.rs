//! Functions that change the case of texts.

use super::Type::Text;
use super::{Function, fixed};

pub(super) const FUNCTIONS: &[Function] = &[
    fixed(
        "upper",
        &[Text],
        |call| Ok(each(call.text(0), upper).into()),
    ),
    fixed(
        "lower",
        &[Text],
        |call| Ok(each(call.text(0), lower).into()),
    ),
    fixed("title", &[Text], |call| Ok(title(call.text(0)).into())),
    fixed("untitle", &[Text], |call| {
        let changed = at_starts(call.text(0), char::is_whitespace, lower);
        Ok(changed.into())
    }),
    fixed("swapcase", &[Text], |call| Ok(swap(call.text(0)).into())),
    fixed("camelcase", &[Text], |call| Ok(pascal(call.text(0)).into())),
    fixed("snakecase", &[Text], |call| {
        Ok(delimited(call.text(0), '_').into())
    }),
    fixed("kebabcase", &[Text], |call| {
        Ok(delimited(call.text(0), '-').into())
    }),
];

/// The upper case of a character, if it is one character.
fn upper(c: char) -> char {
    let mut mapped = c.to_uppercase();
    match (mapped.next(), mapped.next()) {
        (Some(upper), None) => upper,
        _ => c,
    }
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn each(text: &str, change: fn(char) -> char) -> String {
    text.chars().map(change).collect()
}

/// Changes the first character and those behind separators.
fn at_starts(text: &str, separates: fn(char) -> bool, change: fn(char) -> char) -> String {
    let mut start = true;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let separator = separates(c);
        out.push(if start && !separator { change(c) } else { c });
        start = separator;
    }
    out
}

fn title(text: &str) -> String {
    let separates = |c: char| match c {
        '_' => false,
        c if c.is_ascii() => !c.is_ascii_alphanumeric(),
        c => !c.is_alphanumeric() && c.is_whitespace(),
    };
    at_starts(text, separates, upper)
}

fn swap(text: &str) -> String {
    let swap = |c: char| match c {
        c if c.is_uppercase() => lower(c),
        c if c.is_lowercase() => upper(c),
        c => c,
    };
    each(text, swap)
}

fn connects(c: char) -> bool {
    c == '-' || c == '_' || c.is_whitespace()
}

/// `http_server` as `HttpServer`; connectors at the ends and all but the last of several stay.
fn pascal(text: &str) -> String {
    let rest = text.trim_start_matches(connects);
    let mut out = text[..text.len() - rest.len()].to_owned();
    let mut rest = rest.chars();
    let Some(mut before) = rest.next() else {
        // The library writes the last of nothing but connectors twice.
        out.extend(text.chars().next_back());
        return out;
    };
    let mut shouting = before.is_uppercase();
    before = upper(before);
    for mut c in rest {
        if connects(c) && connects(before) {
            out.push(before);
            continue;
        }
        if connects(before) {
            shouting = c.is_uppercase();
            c = upper(c);
        } else {
            if shouting && c.is_uppercase() {
                c = lower(c);
            } else {
                shouting = false;
            }
            out.push(before);
        }
        before = c;
    }
    out.push(before);
    out
}

/// The kinds of what `snakecase` and `kebabcase` take apart.
#[derive(Clone, Copy, PartialEq)]
enum Word {
    Number,
    Upper,
    Letters,
    Connector,
    Punctuation,
    Other,
}

fn kind(c: char) -> Word {
    if connects(c) {
        Word::Connector
    } else if c.is_ascii_punctuation() && !"$+<=>^`|~".contains(c) {
        Word::Punctuation
    } else if c.is_uppercase() {
        Word::Upper
    } else if c.is_alphabetic() {
        Word::Letters
    } else if c.is_numeric() {
        Word::Number
    } else {
        Word::Other
    }
}

/// The words of a text: an upper-case letter goes with the lower-case letters that follow it.
fn words(text: &str) -> Vec<(Word, &str)> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = word(first, rest);
        let (word, after) = rest.split_at(length);
        words.push((kind, word));
        rest = after;
    }
    words
}

fn word(first: char, text: &str) -> (Word, usize) {
    let run = |from: usize, wanted: Word| {
        let rest = &text[from..];
        from + rest.find(|c| kind(c) != wanted).unwrap_or(rest.len())
    };
    let size = first.len_utf8();
    match kind(first) {
        Word::Upper => {
            let shouted = run(size, Word::Upper);
            if shouted == size {
                return (Word::Upper, run(size, Word::Letters));
            }
            let followed = text[shouted..].chars().next().map(kind);
            let last = text[..shouted]
                .chars()
                .next_back()
                .map_or(0, char::len_utf8);
            match followed {
                Some(Word::Letters) => (Word::Upper, shouted - last),
                _ => (Word::Upper, shouted),
            }
        }
        kind => (kind, run(size, kind)),
    }
}

fn push(out: &mut String, word: (Word, &str), connector: char) {
    match word {
        (Word::Connector, text) => out.extend(text.chars().map(|_| connector)),
        (Word::Upper, text) => out.push_str(&each(text, lower)),
        (_, text) => out.push_str(text),
    }
}

/// Lower case with a connector between words; digits stay with the letters before them, if no letters follow.
fn delimited(text: &str, connector: char) -> String {
    let words = words(text);
    let mut out = String::new();
    let is = |index: usize, kinds: &[Word]| {
        words
            .get(index)
            .is_some_and(|(kind, _)| kinds.contains(kind))
    };
    let beyond = |index: usize| {
        words
            .get(index)
            .is_some_and(|(kind, _)| !matches!(kind, Word::Connector | Word::Punctuation))
    };
    let mut index = 0;
    while let Some(word) = words.get(index) {
        push(&mut out, *word, connector);
        index += 1;
        match word.0 {
            Word::Connector | Word::Punctuation => {}
            Word::Number => {
                index = digits(&words, index, &mut out, connector);
                if beyond(index) {
                    out.push(connector);
                }
            }
            _ if !is(index, &[Word::Number]) => {
                if beyond(index) {
                    out.push(connector);
                }
            }
            _ if index + 1 == words.len() => {}
            _ if is(index + 1, &[Word::Letters]) => {
                out.push(connector);
                push(&mut out, words[index], connector);
                index = digits(&words, index + 1, &mut out, connector);
                if beyond(index) {
                    out.push(connector);
                }
            }
            _ => {
                push(&mut out, words[index], connector);
                index += 1;
                if beyond(index) {
                    out.push(connector);
                }
            }
        }
    }
    out
}

/// Letters and digits that go on with the digits before them.
fn digits(words: &[(Word, &str)], mut index: usize, out: &mut String, connector: char) -> usize {
    while let Some(word @ (Word::Letters | Word::Number, _)) = words.get(index) {
        push(out, *word, connector);
        index += 1;
    }
    index
}
