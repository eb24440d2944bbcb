//! What is written is read again as the same data, by whatever reader.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::Arc;

use falcogen::diagnostic::Diagnostics;
use falcogen::source::{SourceKind, Sources};
use falcogen::yaml::{self, Kind, Limits, Node, Number, Origin};
use proptest::prelude::*;

/// The tree of a text that has nothing wrong with it.
fn read(text: &str) -> Node {
    let mut sources = Sources::default();
    let id = sources.add("written.yaml", text, SourceKind::File);
    let mut diagnostics = Diagnostics::default();
    let node = yaml::read(&sources, id, &Limits::default(), &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{diagnostics:?} in\n{text}");
    node.unwrap()
}

fn number(number: Number) -> Node {
    Node::new(Kind::Number(number), Origin::Program)
}

fn document(node: Node) -> Node {
    Node::new(Kind::Document(Arc::new(node)), Origin::Program)
}

#[test]
fn a_manifest_is_written_in_block_style() {
    let node = Node::map([
        ("apiVersion", Node::constant("v1")),
        ("empty", Node::map([] as [(&str, Node); 0])),
        (
            "items",
            Node::list([
                Node::map([
                    ("a", number(Number::Integer(1))),
                    (
                        "b",
                        Node::list([Node::constant("x"), Node::list([Node::null()])]),
                    ),
                ]),
                Node::list([]),
                Node::bool(true, Origin::Program),
            ]),
        ),
        (
            "falco.yaml",
            document(Node::map([("rules", Node::list([Node::constant("no")]))])),
        ),
        ("port", Node::constant("8765")),
        ("script", Node::constant("if x\n\n  then y\n")),
    ]);
    let expected = "\
apiVersion: v1
empty: {}
items:
- a: 1
  b:
  - x
  - - null
- []
- true
falco.yaml: |
  rules:
  - \"no\"
port: \"8765\"
script: |
  if x

    then y
";
    assert_eq!(yaml::write(&node), expected);
}

#[test]
fn a_text_of_several_lines_is_a_literal_block_where_yaml_can_carry_it() {
    let written = |text: &str| yaml::write(&Node::map([("k", Node::constant(text))]));
    assert_eq!(written("a\nb"), "k: |-\n  a\n  b\n");
    assert_eq!(written("a\nb\n"), "k: |\n  a\n  b\n");
    assert_eq!(written("a\n\n\n"), "k: |+\n  a\n\n\n");
    assert_eq!(written(" a\nb"), "k: |2-\n   a\n  b\n");
    assert_eq!(written("\na\n"), "k: |2\n\n  a\n");
    assert_eq!(written("\n"), "k: \"\\n\"\n");
    assert_eq!(written("a\r\n"), "k: \"a\\r\\n\"\n");
    assert_eq!(written("a\n  "), "k: \"\\\n  a\\n\\\n  \\  \"\n");
    assert_eq!(written("a\n  \n"), "k: |\n  a\n    \n");
    let unusual = "\u{a0}a\n\u{200d}\u{ad}b\u{3000}\n";
    assert_eq!(
        written(unusual),
        "k: |\n  \u{a0}a\n  \u{200d}\u{ad}b\u{3000}\n"
    );
    assert_eq!(
        written("a\nb\u{202e}\n"),
        "k: \"\\\n  a\\n\\\n  b\\u202E\\n\"\n"
    );
}

#[test]
fn a_text_of_several_lines_that_no_literal_block_can_carry_stands_line_by_line_in_double_quotes() {
    let crlf = Node::constant("- rule: \"x\"\r\n  desc: y\r\n\r\n\tend ");
    let node = Node::map([
        ("crlf", crlf.clone()),
        (
            "list",
            Node::list([crlf, Node::list([Node::constant("# a\rb\0")])]),
        ),
        ("old", Node::map([("mac", Node::constant("---\r...\r"))])),
        ("one", Node::constant("a\u{1b}")),
    ]);
    let expected = r#"crlf: "\
  - rule: \"x\"\r\n\
  \  desc: y\r\n\
  \r\n\
  \tend "
list:
- "\
  - rule: \"x\"\r\n\
  \  desc: y\r\n\
  \r\n\
  \tend "
- - "\
    # a\r\
    b\u0000"
old:
  mac: "\
    ---\r\
    ...\r"
one: "a\u001B"
"#;
    let text = yaml::write(&node);
    assert_eq!(text, expected);
    assert_eq!(read(&text), node);
}

#[test]
fn a_document_that_is_one_text_stands_on_one_line() {
    assert_eq!(yaml::write(&Node::constant("a\r\nb")), "\"a\\r\\nb\"\n");
    assert_eq!(yaml::write(&Node::constant("a\nb")), "\"a\\nb\"\n");
}

#[test]
fn numbers_are_written_so_that_every_reader_takes_them_for_numbers() {
    let written = |value| yaml::write(&number(value));
    assert_eq!(written(Number::Float(1e21)), "1.0e+21\n");
    assert_eq!(written(Number::Float(1.5e-7)), "1.5e-7\n");
    assert_eq!(written(Number::Float(1e6)), "1000000\n");
    assert_eq!(
        written(Number::Unsigned(u64::MAX)),
        "18446744073709551615\n"
    );
}

#[test]
fn a_long_key_stands_behind_a_question_mark() {
    let key = "k".repeat(2000);
    let node = Node::map([
        (&*key, Node::list([Node::constant("a")])),
        ("b", Node::map([(&*key, Node::map([("c", Node::null())]))])),
    ]);
    let text = yaml::write(&node);
    assert!(text.starts_with("? \"kkk"));
    assert_eq!(read(&text), node);
}

/// Texts that readers are known to trip over.
fn hostile_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just(" "),
        Just("  "),
        Just("\n"),
        Just("\n\n"),
        Just("\t"),
        Just("\r"),
        Just("\r\n"),
        Just("a"),
        Just("é"),
        Just("😀"),
        Just(": "),
        Just(":"),
        Just(" #"),
        Just("#"),
        Just("- "),
        Just("-"),
        Just("---"),
        Just("..."),
        Just("? "),
        Just("'"),
        Just("\""),
        Just("\\"),
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(","),
        Just("&x"),
        Just("*x"),
        Just("!!int "),
        Just("|"),
        Just(">"),
        Just("%"),
        Just("@"),
        Just("`"),
        Just("yes"),
        Just("NO"),
        Just("null"),
        Just("~"),
        Just("<<"),
        Just("="),
        Just("0"),
        Just("1_0"),
        Just("0o7"),
        Just(".5"),
        Just("1e3"),
        Just(":20"),
        Just("2001-12-14"),
        Just(".inf"),
        Just("+"),
        Just("\0"),
        Just("\u{1b}"),
        Just("\u{7f}"),
        Just("\u{85}"),
        Just("\u{a0}"),
        Just("\u{2028}"),
        Just("\u{2029}"),
        Just("\u{feff}"),
        Just("\u{fffe}"),
        Just("\u{ffff}"),
        Just("\u{e000}0\u{e001}"),
        Just("{{ x }}"),
    ];
    prop_oneof![
        prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat()),
        any::<String>(),
    ]
}

/// Trees of every kind of node.
fn tree() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        Just(Node::null()),
        any::<bool>().prop_map(|value| Node::bool(value, Origin::Program)),
        any::<i64>().prop_map(|value| number(Number::Integer(value))),
        (i64::MAX.unsigned_abs() + 1..=u64::MAX).prop_map(|value| number(Number::Unsigned(value))),
        any::<f64>().prop_map(|value| number(Number::Float(value))),
        hostile_text().prop_map(Node::constant),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Node::list),
            prop::collection::vec((hostile_text(), inner), 0..5).prop_map(Node::map),
        ]
    })
}

/// Pieces of YAML, put together without sense.
fn nonsense() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("a: "),
        Just("- "),
        Just("? "),
        Just(": "),
        Just("\n"),
        Just("\n  "),
        Just("\n    "),
        Just("\t"),
        Just("'"),
        Just("\""),
        Just("["),
        Just("]"),
        Just("{"),
        Just("}"),
        Just(", "),
        Just("# x"),
        Just("&x "),
        Just("*x "),
        Just("!!int "),
        Just("!<"),
        Just("|\n"),
        Just(">2-\n"),
        Just("<<: "),
        Just("*x\n"),
        Just("0x1f"),
        Just("\\"),
        Just("\\x4"),
        Just("\r\n"),
        Just("---\n"),
        Just("...\n"),
        Just("%YAML 1.1\n"),
        Just("é"),
        Just("\u{feff}"),
        Just("\u{85}"),
        Just("\0"),
        Just("{{ x }}"),
        Just("@"),
        Just("\u{e000}0\u{e001}"),
    ];
    prop_oneof![
        prop::collection::vec(part, 0..25).prop_map(|parts| parts.concat()),
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(200)
    })]

    #[test]
    fn what_is_written_is_read_as_the_same_data(node in tree()) {
        let text = yaml::write(&node);
        prop_assert!(text.ends_with('\n'));
        prop_assert_eq!(&read(&text), &node, "{}", text);
    }

    #[test]
    fn a_document_is_the_text_that_writing_it_gives(node in tree()) {
        let map = Node::map([("k", document(node.clone())), ("l", Node::null())]);
        let read = read(&yaml::write(&map));
        let text = yaml::write(&node);
        prop_assert_eq!(read.get("k").and_then(Node::as_text), Some(&*text));
    }

    #[test]
    fn any_text_is_read_or_refused_within_its_own_bounds(text in nonsense()) {
        let mut sources = Sources::default();
        let id = sources.add("values.yaml", &*text, SourceKind::File);
        let mut diagnostics = Diagnostics::default();
        let node = yaml::read(&sources, id, &Limits::default(), &mut diagnostics);
        prop_assert!(node.is_some() || diagnostics.has_errors());
        for diagnostic in diagnostics.sorted() {
            let range = diagnostic.primary.as_ref().unwrap().span.range();
            prop_assert!(text.get(range).is_some());
        }
        let _ = yaml::read_rendered(&text, id, &[Node::null()]);
        let _ = yaml::one_scalar(&text);
    }

    #[test]
    fn one_scalar_means_what_it_means_behind_a_key(text in hostile_text()) {
        if let Some(kind) = yaml::one_scalar(&text) {
            let node = Node::new(kind, Origin::Program);
            let written = read(&format!("key: {text}\n"));
            prop_assert_eq!(written.get("key"), Some(&node));
        }
    }
}
