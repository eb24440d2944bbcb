//! Texts that YAML, or a program that writes it, may get wrong.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Texts that mean something else where they stand alone.
const WORDS: &[&str] = &[
    "",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\u{a0}",
    "yes",
    "No",
    "on",
    "OFF",
    "y",
    "n",
    "true",
    "False",
    "null",
    "~",
    "NULL",
    "0644",
    "0o17",
    "0x1F",
    "0b11",
    "1_000",
    "1e3",
    "1E+3",
    "-.5",
    ".5",
    "5.",
    "+1",
    "12345678901",
    "1:20",
    "190:20:30",
    "18446744073709551616",
    ".inf",
    "-.INF",
    ".NaN",
    "2001-12-14",
    "2001-12-14 21:59:43",
    "=",
    "<<",
    "-",
    "--",
    "---",
    "...",
    "?",
    ":",
    "[]",
    "{}",
    "[a, b]",
    "{a: b}",
    "''",
    "\"\"",
    "'a'",
    "\"a\"",
    "'it''s'",
    "\"\\u00e9\\t\\x41\"",
    "\"\\q\"",
    "'a",
    "\"a",
    "a'",
    "'a' b",
    "\"a\" #b",
    "yes #b",
    "!!str yes",
    "!a b",
    "&a b",
    "*a",
    "%a",
    "@a",
    "`a`",
    "|",
    ">-",
    "# a",
    "a #b",
    "a: b",
    "a:",
    ":a",
    "-a",
    "- a",
    "? a",
    "a,b",
    "{{ a }}",
    "{% if %}",
    "{{",
    "}}",
    "{#",
    "\u{e000}0\u{e001}",
    "\u{e000}",
    "mail -s \"Falco\" a@example.com",
    "\"jq '{text: .output}' | curl -d @- -X POST https://example.com\"",
    "a\nb",
    "a\n",
    "\na",
    "a\n\n",
    " a",
    "a ",
    " a\n b\n",
    "yes\n",
    "'a'\n",
    "a\n---\nb: c\n",
    "a\r",
    "\u{feff}a",
    "\u{85}",
    "\u{2028}",
    "\0",
    "\u{1b}[31m",
    "\u{fffe}",
    "\u{7f}",
    "\u{9f}",
    "é",
    "e\u{301}",
    "日本",
    "😀",
    "\u{202e}abc",
    "$(A)",
    "$$",
    "\\",
    "\\n",
    "a\\",
];

/// Pieces that make trouble together.
const PIECES: &[&str] = &[
    ": ", " #", ":", "#", "- ", "\n", "\n  ", "\n\n", "\r\n", "\t", " ", "  ", "'", "''", "\"",
    "\\", "\\\"", "\\n", "{{", "}}", "{%", "%}", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">",
    "%", "@", "`", "?", "---", "...", "a", "b", "yes", "0", "1.", "e3", "é", "😀", "\u{85}",
    "\u{a0}", "\u{2029}", "\u{feff}", "\u{e000}", "\u{e001}", "\0", "\u{1}", "\u{1b}", "\u{7f}",
    "\u{ffff}", "/", "=", "$", "~", "-",
];

/// Names that Kubernetes takes and YAML takes for something else.
const NAMES: &[&str] = &[
    "yes",
    "no",
    "on",
    "off",
    "y",
    "n",
    "true",
    "null",
    "e1",
    "0644",
    "1e3",
    "123",
    "0x1f",
    "1.5",
    "0o17",
    "a-b",
    "nan",
    "2001-12-14",
    "infinity",
    "falco",
    "falc",
    "alco-x",
];

/// File names that Kubernetes takes and YAML takes for something else.
const FILES: &[&str] = &[
    "rules.yaml",
    "a.yml",
    "yes",
    "0644",
    "1_000",
    "-",
    "---",
    ".a.",
    "-.5",
    ".5",
    "1e3",
    "_",
    "null",
    "a-b.c_d",
    "N",
    "-a",
    "2001-12-14",
    "0x1F",
];

/// Any text, most of them hostile.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(WORDS).prop_map(str::to_owned),
        4 => vec(select(PIECES), 1..7).prop_map(|pieces| pieces.concat()),
        1 => (select(WORDS), select(PIECES)).prop_map(|(word, piece)| format!("{word}{piece}")),
        1 => (select(PIECES), select(WORDS)).prop_map(|(piece, word)| format!("{piece}{word}")),
        1 => vec(any::<char>(), 0..8).prop_map(|letters| letters.into_iter().collect()),
        1 => vec(proptest::char::range('\0', '\u{ff}'), 0..8).prop_map(|letters| letters.into_iter().collect()),
    ]
}

/// The name of an object. The name of a Service is made of some, so that it begins with a letter where `service`.
pub fn name(service: bool) -> impl Strategy<Value = String> {
    select(NAMES)
        .prop_filter("a Service's name is stricter", move |name| {
            !service || name.starts_with(|first: char| first.is_ascii_lowercase())
        })
        .prop_map(str::to_owned)
}

/// The name of a file in a `ConfigMap`.
pub fn file() -> impl Strategy<Value = String> {
    prop_oneof![
        select(FILES).prop_map(str::to_owned),
        vec(select(&["a", "-", "_", "0", "9", "x", "E"][..]), 1..6)
            .prop_map(|parts| parts.concat()),
    ]
}
