//! Nodes and mistakes know the bytes that they are written in.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use falcogen::diagnostic::Diagnostics;
use falcogen::source::{SourceKind, Sources};
use falcogen::yaml::{self, Limits, Node};

/// A text that has been read.
struct Text {
    sources: Sources,
    node: Option<Node>,
    diagnostics: Diagnostics,
}

impl Text {
    fn read(text: &str) -> Text {
        let mut sources = Sources::default();
        let id = sources.add("values.yaml", text, SourceKind::File);
        let mut diagnostics = Diagnostics::default();
        let node = yaml::read(&sources, id, &Limits::default(), &mut diagnostics);
        Text {
            sources,
            node,
            diagnostics,
        }
    }

    /// The text that a node is written in.
    fn of(&self, node: &Node) -> &str {
        self.sources.text(node.origin.span().unwrap())
    }

    /// The text that the value of a path is written in.
    fn at(&self, path: &[&str]) -> &str {
        let root = self.node.as_ref().unwrap();
        self.of(path.iter().fold(root, |node, key| node.get(key).unwrap()))
    }

    /// Line, column and text of the first mistake, and what is said of it.
    fn mistake(&self) -> String {
        let first = self.diagnostics.sorted()[0];
        let span = first.primary.as_ref().unwrap().span;
        let position = self.sources.position(span);
        format!(
            "{}:{} `{}` {}",
            position.line,
            position.column,
            self.sources.text(span),
            first.message
        )
    }
}

#[test]
fn a_scalar_lies_where_its_token_lies() {
    let text = Text::read("a: 1 # c\nb: \"ü\"\nc: !!str 12\nd: &x 'y'\ne:\nf: g\n  h\n");
    assert_eq!(text.at(&["a"]), "1");
    assert_eq!(text.at(&["b"]), "\"ü\"");
    assert_eq!(text.at(&["c"]), "12");
    assert_eq!(text.at(&["d"]), "'y'");
    assert_eq!(text.at(&["f"]), "g\n  h");
}

#[test]
fn an_absent_value_lies_behind_its_colon() {
    let text = Text::read("a:\nb: 1\n");
    let node = text.node.as_ref().unwrap();
    let span = node.get("a").unwrap().origin.span().unwrap();
    assert_eq!(span.range(), 2..2);
}

#[test]
fn a_block_scalar_begins_with_its_header_and_ends_with_its_last_line() {
    let text = Text::read("a: !!str |2- # c\n\n  b\n   c\n\n\nd: >\n  e\n");
    assert_eq!(text.at(&["a"]), "|2- # c\n\n  b\n   c");
    assert_eq!(text.at(&["d"]), ">\n  e");
}

#[test]
fn a_list_or_map_reaches_from_its_first_to_its_last_child() {
    let text = Text::read("a:\n  b: 1\n  c:\n  - d\n  - e: f  # g\n\nh: {i: [j, k], }\n");
    assert_eq!(text.at(&["a"]), "b: 1\n  c:\n  - d\n  - e: f");
    assert_eq!(text.at(&["a", "c"]), "- d\n  - e: f");
    assert_eq!(text.at(&["h"]), "{i: [j, k], }");
    assert_eq!(text.at(&["h", "i"]), "[j, k]");
}

#[test]
fn a_list_begins_with_its_first_dash() {
    for text in [
        "a:\n- - b\n",
        "a: &x # - c\n- - b\n",
        "&x \"c - d\": 1\na: !!seq\n- - b\n",
        "a:\n  - - b\n",
        "? a\n:\n- - b\n",
    ] {
        assert_eq!(Text::read(text).at(&["a"]), "- - b", "{text:?}");
    }
}

#[test]
fn an_aliased_value_lies_where_it_is_written() {
    let text = Text::read("a: &x {b: 1}\nc: *x\nd:\n  e: *x\n  f:\n    <<: *x\n");
    assert_eq!(text.at(&["c"]), "{b: 1}");
    assert_eq!(text.at(&["d", "f", "b"]), "1");
    assert_eq!(text.at(&["d"]), "e: *x\n  f:\n    <<: *x");
}

#[test]
fn a_key_lies_where_its_token_lies() {
    let text = Text::read("\"a\": 1\n? b\n: 2\n");
    let map = text.node.as_ref().unwrap().as_map().unwrap();
    let place = |key: &str| text.sources.text(map[key].key.span().unwrap());
    assert_eq!(place("a"), "\"a\"");
    assert_eq!(place("b"), "b");
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_shift_nothing() {
    let text = Text::read("\u{feff}a: ü\r\nb:\r\n- 😀 # é\r\n- \"x\r\n  y\"\r\n");
    assert_eq!(text.at(&["a"]), "ü");
    assert_eq!(text.at(&["b"]), "- 😀 # é\r\n- \"x\r\n  y\"");
    let items = text.node.as_ref().unwrap().get("b").unwrap();
    assert_eq!(text.of(&items.as_list().unwrap()[0]), "😀");
}

#[test]
fn a_duplicate_key_shows_both_places() {
    let text = Text::read("a: 1\nb: 2\na: 3\n");
    assert_eq!(
        text.mistake(),
        "3:1 `a` the key `a` is given twice in one map"
    );
    let first = text.diagnostics.sorted()[0].related[0].span;
    assert_eq!(text.sources.position(first).line, 1);
}

#[test]
fn mistakes_are_shown_where_they_were_made() {
    let mistakes = [
        ("a: \"b\nc: d\n", "1:4 `\"` the quote is never closed"),
        (
            "a: [1, 2\nb: 3\n",
            "1:4 `[` the bracket `[` is never closed",
        ),
        (
            "a: {b: 1\nc: 2\n",
            "1:4 `{` the bracket `{` is never closed",
        ),
        (
            "a: b: c\n",
            "1:5 `:` a value without quotes holds a colon and a space",
        ),
        ("a:b\nc: d\n", "1:2 `:` there is no space behind the colon"),
        (
            "a: 1\n  b: 2\n",
            "2:3 `b` a key cannot stand here: the value above it goes on",
        ),
        ("a:\n\tb: 1\n", "2:1 `\t` a tab is used as indentation"),
        ("a: b\n\tc: d\n", "2:1 `\t` a tab is used as indentation"),
        ("a: @b\n", "1:4 `@` a value cannot begin with `@`"),
        ("a: `b`\n", "1:4 ``` a value cannot begin with a backquote"),
        (
            "a: \"\\d+\"\n",
            "1:5 `\\d` a backslash in double quotes begins no escape that YAML knows",
        ),
        (
            "a:\n    b: 1\n   c: 2\n",
            "3:4 `c` the indentation of this line fits none above it",
        ),
        (
            "a: 1\nb\nc: 2\n",
            "2:1 `b` a key with a colon is expected here",
        ),
        (
            "a: 1\n---\nb: 1\n",
            "2:1 `---` the file holds more than one YAML document",
        ),
        (
            "a: 1\n}\n",
            "2:1 `}` a bracket is closed that was never opened",
        ),
        ("a: [b}\n", "1:4 `[` `[` is closed by `}`"),
    ];
    for (text, expected) in mistakes {
        assert_eq!(Text::read(text).mistake(), expected, "{text:?}");
    }
}

#[test]
fn a_template_without_quotes_is_told_to_take_some() {
    for text in [
        "a: {{ .Values.b }}\n",
        "a: {{ .Values.b }}-c\n",
        "{{- if .x }}\na: 1\n",
    ] {
        let text = Text::read(text);
        let help = text.diagnostics.sorted()[0].help.clone().unwrap();
        assert!(help.contains("template expression needs quotes"), "{help}");
    }
}
