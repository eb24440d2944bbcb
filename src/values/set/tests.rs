//! Places, messages and bounds; what arguments mean is in the tables of [`crate::values`].

use std::fmt::Write;

use proptest::collection::btree_map;
use proptest::prelude::*;

use super::*;
use crate::source::SourceKind;
use crate::values::tests::json;

/// One command line.
#[derive(Default)]
struct Line {
    sources: Sources,
    diagnostics: Diagnostics,
}

impl Line {
    fn apply(&mut self, values: Node, kind: SetKind, argument: &str) -> Node {
        let name = kind.flag();
        let id = self.sources.add(name, argument, SourceKind::Argument);
        apply(values, kind, id, &mut self.sources, &mut self.diagnostics)
    }

    fn set(&mut self, arguments: &[(SetKind, &str)]) -> Node {
        arguments
            .iter()
            .fold(Node::null(), |values, (kind, argument)| {
                self.apply(values, *kind, argument)
            })
    }

    fn written(&self, origin: &Origin) -> &str {
        self.sources.text(origin.span().unwrap())
    }

    /// The diagnostics as lines: what, where, and the words beside it.
    fn report(&self) -> String {
        let mut report = String::new();
        for diagnostic in self.diagnostics.sorted() {
            let place = diagnostic.primary.as_ref().unwrap();
            let text = self.sources.text(place.span);
            let (code, message) = (diagnostic.code.name, &diagnostic.message);
            writeln!(report, "{code}: {message}").unwrap();
            writeln!(report, "  `{text}` {}", place.text).unwrap();
            for related in &diagnostic.related {
                let text = self.sources.text(related.span);
                writeln!(report, "  `{text}` {}", related.text).unwrap();
            }
            if let Some(help) = &diagnostic.help {
                writeln!(report, "  help: {help}").unwrap();
            }
        }
        report
    }
}

fn codes(kind: SetKind, argument: &str) -> Vec<&'static str> {
    let mut line = Line::default();
    line.set(&[(kind, argument)]);
    let found = line.diagnostics.sorted();
    found
        .iter()
        .map(|diagnostic| diagnostic.code.name)
        .collect()
}

#[test]
fn keys_and_values_know_their_bytes() {
    let mut line = Line::default();
    let values = line.set(&[(SetKind::Set, r"outer.in\.ner[1]={x,y\,z},flag=true")]);

    let outer = &values.as_map().unwrap()["outer"];
    assert_eq!(line.written(&outer.key), "outer");
    assert_eq!(line.written(&outer.value.origin), r"in\.ner[1]={x,y\,z}");
    let inner = &outer.value.as_map().unwrap()["in.ner"];
    assert_eq!(line.written(&inner.key), r"in\.ner");
    let items = inner.value.as_list().unwrap();
    assert_eq!(line.written(&items[0].origin), "[1]");
    assert_eq!(line.written(&items[1].origin), r"{x,y\,z}");
    let second = &items[1].as_list().unwrap()[1];
    assert_eq!(line.written(&second.origin), r"y\,z");
    assert_eq!(line.written(&values.get("flag").unwrap().origin), "true");
}

#[test]
fn every_key_and_value_in_json_has_a_place_of_its_own() {
    let mut line = Line::default();
    let values = line.set(&[(SetKind::Json, r#"a= {"x":[1]} ,b=2"#)]);

    let map = values.get("a").unwrap();
    assert_eq!(line.written(&map.origin), r#"{"x":[1]}"#);
    assert_eq!(line.written(&map.as_map().unwrap()["x"].key), r#""x""#);
    let inner = &map.get("x").unwrap().as_list().unwrap()[0];
    assert_eq!(line.written(&inner.origin), "1");
    assert_eq!(line.written(&values.get("b").unwrap().origin), "2");
}

#[test]
fn what_takes_the_place_of_something_says_so() {
    let mut line = Line::default();
    let first = line.set(&[(SetKind::Set, "a.b=1,l={x}")]);
    let values = line.apply(first.clone(), SetKind::String, "a=2,l[0]=y");

    for (new, old) in [
        (values.get("a"), first.get("a")),
        (
            values.get("l").and_then(|list| list.as_list()?.first()),
            first.get("l").and_then(|list| list.as_list()?.first()),
        ),
    ] {
        let Origin::Override { of, .. } = &new.unwrap().origin else {
            panic!("nothing is replaced");
        };
        assert_eq!(**of, old.unwrap().origin);
    }
}

#[test]
fn a_file_is_a_source_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rules.yaml");
    std::fs::write(&path, "- rule: x\n").unwrap();
    let path = path.to_str().unwrap();

    let mut line = Line::default();
    let values = line.apply(Node::null(), SetKind::Set, "rules=none");
    let values = line.apply(values, SetKind::File, &format!("rules={path}"));

    let rules = values.get("rules").unwrap();
    assert_eq!(rules.as_text(), Some("- rule: x\n"));
    assert_eq!(line.written(&rules.origin), "- rule: x\n");
    let span = rules.origin.span().unwrap();
    assert_eq!(line.sources.get(span.source).name, path);
    let Origin::Override { of, .. } = &rules.origin else {
        panic!("nothing is replaced");
    };
    assert_eq!(line.written(of), "none");
}

#[test]
fn an_argument_that_cannot_be_read_changes_nothing() {
    let mut line = Line::default();
    let values = line.set(&[(SetKind::Set, "a=1"), (SetKind::Set, "a=2,b")]);
    assert_eq!(json(&values), serde_json::json!({"a": 1}));
}

#[test]
fn the_assignments_beside_one_that_conflicts_are_made() {
    let mut line = Line::default();
    let values = line.set(&[(SetKind::Set, "a=1,a.b=2,a[0]=3,c=4")]);
    assert_eq!(json(&values), serde_json::json!({"a": 1, "c": 4}));
    assert_eq!(line.diagnostics.sorted().len(), 2);
}

#[test]
fn numbers_of_json_are_kept_exactly() {
    let mut line = Line::default();
    let argument = "a=[9007199254740993,18446744073709551615,1.0,1000000]";
    let values = line.set(&[(SetKind::Json, argument)]);
    let items = values.get("a").unwrap().as_list().unwrap();
    let numbers: Vec<String> = items
        .iter()
        .map(|item| match item.kind {
            Kind::Number(number) => number.to_string(),
            _ => String::new(),
        })
        .collect();
    let expected = ["9007199254740993", "18446744073709551615", "1", "1000000"];
    assert_eq!(numbers, expected);
}

#[test]
fn messages_say_what_is_wrong_and_where() {
    let mut line = Line::default();
    line.set(&[
        (SetKind::Set, "timezone"),
        (SetKind::Set, "a=1,,b=2"),
        (SetKind::Set, "a..b=1"),
        (SetKind::Set, "a[0=1"),
        (SetKind::Set, "a[x]=1"),
        (SetKind::Set, "a[-1]=1"),
        (SetKind::Set, "a[0]b=1"),
        (SetKind::Set, "a[0].b[1]"),
        (SetKind::Set, "a={b,c"),
        (SetKind::Set, "a[70000]=1"),
        (SetKind::Set, "image=x"),
        (SetKind::Set, "image.tag=1"),
        (SetKind::Set, "list={x}"),
        (SetKind::Set, "list.inner[0]=1"),
        (SetKind::Set, "none.inner=null,none.inner[0]=1"),
        (SetKind::Json, r#"{"a":1}"#),
        (SetKind::Json, "a=falco"),
        (SetKind::Json, r#"ä={"ä": x}"#),
        (SetKind::Json, "a=[1,\n2"),
        (SetKind::File, "a=src/missing.yaml"),
        (SetKind::File, "a={src,https://example.com/rules.yaml}"),
    ]);
    insta::assert_snapshot!(line.report());
}

#[test]
fn what_goes_beyond_a_bound_is_refused() {
    let deep = format!("{}a=1", "a.".repeat(100_000));
    let lists = format!("a{}=1", "[0]".repeat(100_000));
    let mixed = format!("a{}=1", "[0].a".repeat(100_000));
    let holes = (0..10_000).fold(String::new(), |line, n| line + &format!("k{n}[65536]=1,"));
    for kind in [SetKind::Set, SetKind::Json, SetKind::Literal] {
        assert_eq!(codes(kind, "a[999999999]=1"), ["set-limit"]);
        assert_eq!(codes(kind, &deep), ["set-limit"]);
        assert_eq!(codes(kind, &lists), ["set-limit"]);
        assert_eq!(codes(kind, &mixed), ["set-limit"]);
        assert_eq!(codes(kind, &"[".repeat(100_000)), ["set-syntax"]);
        assert_eq!(codes(kind, &"{".repeat(100_000)), ["set-syntax"]);
    }
    assert_eq!(codes(SetKind::Set, &holes), ["set-limit"]);
    let json = format!("a={}", "[".repeat(100_000));
    assert_eq!(codes(SetKind::Json, &json), ["set-limit"]);
    let list = format!("a={}", "{".repeat(100_000));
    assert_eq!(codes(SetKind::Set, &list), ["set-syntax"]);
    assert_eq!(codes(SetKind::Set, &"a=1,".repeat(30_000)), [""; 0]);
}

#[test]
fn a_path_may_have_thirty_dots() {
    let dots = |count| format!("{}a=1", "a.".repeat(count));
    assert_eq!(codes(SetKind::Set, &dots(MAX_DOTS)), [""; 0]);
    assert_eq!(codes(SetKind::Set, &dots(MAX_DOTS + 1)), ["set-limit"]);
    assert_eq!(codes(SetKind::Set, "a[65536]=1"), [""; 0]);
    assert_eq!(codes(SetKind::Set, "a[65537]=1"), ["set-limit"]);
}

/// Any of the flags but `--set-file`, which reads files.
fn kinds() -> impl Strategy<Value = SetKind> {
    prop::sample::select(vec![
        SetKind::Json,
        SetKind::Set,
        SetKind::String,
        SetKind::Literal,
    ])
}

fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| ['\\', c]).collect()
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(kind in kinds(), text in any::<String>()) {
        Line::default().set(&[(kind, &text)]);
    }

    #[test]
    fn any_likely_text_is_read_or_refused(
        first in r#"([ab]|[.,=\[\]{}\\ä"01-]){0,24}"#,
        second in r#"([ab]|[.,=\[\]{}\\ä"01-]){0,24}"#,
        kind in kinds(),
    ) {
        let mut line = Line::default();
        line.set(&[(SetKind::Set, &first), (kind, &second)]);
        let places = line.diagnostics.sorted();
        prop_assert!(places.iter().all(|diagnostic| diagnostic.primary.is_some()));
    }

    #[test]
    fn escaped_texts_are_read_back(
        entries in btree_map("[a-z.,=\\[\\]{}\\\\ ä]{1,8}", any::<String>(), 1..6),
    ) {
        let argument: Vec<String> = entries
            .iter()
            .map(|(key, text)| format!("{}={}", escaped(key), escaped(text)))
            .collect();
        let mut line = Line::default();
        let values = line.set(&[(SetKind::String, &argument.join(","))]);
        prop_assert_eq!(line.report(), "");
        prop_assert_eq!(json(&values), serde_json::json!(entries));
    }
}
