//! Texts that templates make, with slots for the values.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use falcogen::source::{SourceId, SourceKind, Sources};
use falcogen::yaml::{self, Kind, Node, Number, Origin, Problem, one_scalar, read_rendered, slot};

/// The name of some source.
fn source() -> SourceId {
    Sources::default().add("templates/a.yaml", "", SourceKind::Rendered(Vec::new()))
}

/// What is wrong with a rendered text.
fn problem(text: &str, slots: &[Node]) -> Problem {
    read_rendered(text, source(), slots).unwrap_err().problem
}

#[test]
fn a_slot_stands_for_its_node_and_keeps_its_origin() {
    let origin = Origin::Default(yaml::DefaultId(7));
    let labels = Node::map([("a", Node::text("b\n: c", origin.clone()))]);
    let text = format!(
        "metadata:\n  labels: {}\n  args: [{}, {}]\n",
        slot(0),
        slot(1),
        slot(0)
    );
    let nodes = read_rendered(&text, source(), &[labels.clone(), Node::null()]).unwrap();
    let metadata = nodes[0].get("metadata").unwrap();
    assert_eq!(metadata.get("labels"), Some(&labels));
    assert_eq!(metadata.at(&["labels", "a"]).unwrap().origin, origin);
    let args = Node::list([Node::null(), labels]);
    assert_eq!(metadata.get("args"), Some(&args));
}

#[test]
fn a_slot_that_is_a_text_can_be_a_key() {
    let text = format!("data:\n  {}: x\n  {{{}: y}}: z\n", slot(0), slot(0));
    assert_eq!(
        problem(&text, &[Node::constant("a: b")]),
        Problem::MapKey("a map")
    );
    let text = format!("{}: x\n", slot(0));
    let nodes = read_rendered(&text, source(), &[Node::constant("a: b")]).unwrap();
    assert_eq!(nodes[0].get("a: b"), Some(&Node::constant("x")));
    assert_eq!(problem(&text, &[Node::null()]), Problem::SlotKey("null"));
}

#[test]
fn a_slot_within_a_longer_scalar_is_an_error() {
    for text in [
        format!("a: x{}", slot(0)),
        format!("a: {}x", slot(0)),
        format!("a: \"{}\"", slot(0)),
        format!("a: '{}'", slot(0)),
        format!("a: |\n  {}\n", slot(0)),
        format!("a: {}{}", slot(0), slot(0)),
        format!("x{}: a", slot(0)),
    ] {
        let problem = problem(&text, &[Node::null()]);
        assert_eq!(problem, Problem::SlotInText, "{text:?}");
    }
}

#[test]
fn a_slot_without_a_node_is_an_error() {
    let text = format!("a: {}", slot(3));
    assert_eq!(problem(&text, &[Node::null()]), Problem::UnknownSlot(3));
}

#[test]
fn two_slots_that_make_the_same_key_are_an_error() {
    let text = format!("{}: 1\n{}: 2\n", slot(0), slot(1));
    let slots = [Node::constant("a"), Node::constant("a")];
    assert!(matches!(problem(&text, &slots), Problem::DuplicateKey { key, .. } if key == "a"));
}

#[test]
fn several_documents_are_read_and_empty_ones_left_out() {
    let read = |text: &str| read_rendered(text, source(), &[]).unwrap();
    assert_eq!(read("---\n---\na: 1\n---\n# c\n---\nb: 2\n").len(), 2);
    assert_eq!(read(""), []);
    assert_eq!(read("\n# c\n"), []);
    assert_eq!(read("--- ~\n").len(), 1);
}

#[test]
fn one_scalar_tells_a_scalar_from_anything_else() {
    let text = |text: &str| Some(Node::constant(text));
    let meaning = |text: &str| one_scalar(text).map(|kind| Node::new(kind, Origin::Program));
    let number = |value| {
        Some(Node::new(
            Kind::Number(Number::Integer(value)),
            Origin::Program,
        ))
    };
    assert_eq!(meaning("a b"), text("a b"));
    assert_eq!(meaning("  'it''s' "), text("it's"));
    assert_eq!(meaning("\"a\\nb\""), text("a\nb"));
    assert_eq!(meaning("0644"), number(420));
    assert_eq!(meaning("\"0644\""), text("0644"));
    assert_eq!(meaning("yes"), Some(Node::bool(true, Origin::Program)));
    assert_eq!(meaning("~"), Some(Node::null()));
    for other in [
        "",
        " ",
        "a: b",
        "a #b",
        "#a",
        "&a b",
        "*a",
        "!!str a",
        "[a]",
        "{}",
        "{a}",
        "- a",
        "a\nb",
        "|",
        "'a",
        "'a' b",
        "\"a\" # b",
        "@a",
        "a:",
        "? a",
        ".inf",
        "a\u{2028}b",
        "---\u{1}",
    ] {
        assert_eq!(meaning(other), None, "{other:?}");
    }
}
