//! What the reader makes of texts. A tree is shown in one line, with the offset of each node before it.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{Broken, Kind, Places, Reason, Scalar, Yaml, limits, read};
use crate::source::{SourceId, SourceKind, Sources, Span};
use crate::yaml::Exceeded;

fn source() -> SourceId {
    Sources::default().add("rules.yaml", "", SourceKind::File)
}

fn documents(text: &str) -> Result<Vec<Yaml<'_>>, Broken> {
    read(source(), text, &limits())
}

/// The documents in one line.
fn shown(text: &str) -> String {
    let documents = documents(text).unwrap();
    let shown: Vec<String> = documents.iter().map(show).collect();
    shown.join(" / ")
}

fn show(yaml: &Yaml) -> String {
    let mut shown = format!("{}:", yaml.span.start);
    match &yaml.kind {
        Kind::Null => shown.push('~'),
        Kind::Scalar(scalar) => write!(shown, "{:?}", scalar.text).unwrap(),
        Kind::List(items) => {
            let items: Vec<String> = items.iter().map(show).collect();
            write!(shown, "[{}]", items.join(", ")).unwrap();
        }
        Kind::Map(entries) => {
            let entry = |(key, value): &(Yaml, Yaml)| format!("{} {}", show(key), show(value));
            let entries: Vec<String> = entries.iter().map(entry).collect();
            write!(shown, "{{{}}}", entries.join(", ")).unwrap();
        }
    }
    shown
}

/// The offset of the mistake, and what it is.
fn refused(text: &str) -> (u32, Reason) {
    let broken = documents(text).unwrap_err();
    (broken.span.start, broken.reason)
}

fn text_of(text: &str) -> String {
    documents(text).unwrap()[0]
        .get("a")
        .unwrap()
        .as_str()
        .unwrap()
        .into()
}

#[test]
fn a_scalar_stays_a_text_and_only_plain_nulls_are_null() {
    assert_eq!(
        shown("[true, 0x1F, ~, null, Null, NULL, nULL, '', !!str null, ! ~]\n"),
        r#"0:[1:"true", 7:"0x1F", 13:~, 16:~, 22:~, 28:~, 34:"nULL", 40:"", 44:"null", 56:"~"]"#
    );
}

#[test]
fn a_map_begins_at_its_first_key_and_a_list_at_its_first_dash() {
    assert_eq!(
        shown("- a: b\n  c:\n  - d\n  -\n"),
        r#"0:[2:{2:"a" 5:"b", 9:"c" 14:[16:"d", 22:~]}]"#
    );
}

#[test]
fn duplicate_keys_and_merge_keys_are_kept_and_the_first_is_found() {
    let text = "a: 1\n<<: {a: 0}\na: 2\n";
    assert_eq!(
        shown(text),
        r#"0:{0:"a" 3:"1", 5:"<<" 9:{10:"a" 13:"0"}, 16:"a" 19:"2"}"#
    );
    assert_eq!(text_of(text), "1");
}

#[test]
fn documents_need_no_marker_between_them_and_end_with_the_first_null() {
    assert_eq!(
        shown("- a\nb: c\n--- d\n---\n---\n\"unread\n"),
        r#"0:[2:"a"] / 4:{4:"b" 7:"c"} / 13:"d""#
    );
    assert_eq!(shown("# nothing\n"), "");
}

#[test]
fn an_alias_is_where_its_anchor_is() {
    assert_eq!(
        shown("a: &x [1]\nb: *x\n"),
        r#"0:{0:"a" 3:[7:"1"], 10:"b" 3:[7:"1"]}"#
    );
    assert_eq!(refused("a: *x\n"), (3, Reason::UnknownAnchor));
    assert_eq!(refused("a: &x [*x]\n"), (7, Reason::AliasInsideItself));
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    assert_eq!(shown("\u{feff}a: b\n"), r#"3:{3:"a" 6:"b"}"#);
}

#[test]
fn a_plain_scalar_goes_on_in_deeper_lines() {
    assert_eq!(text_of("a: b\n  c \n\n\n  d # e\n"), "b c\n\nd");
    assert_eq!(text_of("a: b#c\n# d\n"), "b#c");
}

#[test]
fn quotes_fold_lines_and_know_escapes() {
    assert_eq!(text_of("a: 'it''s\n  b\n\n  c '\n"), "it's b\nc ");
    assert_eq!(text_of(r#"a: "\x41\u00e9\/\t\\""#), "Aé/\t\\");
    assert_eq!(text_of("a: \"b \\\n   c\"\n"), "b c");
    assert_eq!(refused("a: \"\\q\"\n"), (6, Reason::Escape));
}

#[test]
fn a_quote_may_be_open_at_the_end_of_the_last_line() {
    assert_eq!(text_of("a: 'b\n"), "b ");
    assert_eq!(refused("a: 'b"), (5, Reason::Quote));
}

#[test]
fn blocks_keep_or_fold_their_lines() {
    assert_eq!(text_of("a: |\n  b\n   c\n\n  d\n\n"), "b\n c\n\nd\n");
    assert_eq!(text_of("a: |2-\n   b\n"), " b");
    assert_eq!(
        text_of("a: >+\n  b\n  c\n\n   d\n  e\n\n"),
        "b c\n\n d\ne\n"
    );
}

#[test]
fn a_second_colon_on_a_line_is_refused_at_the_colon() {
    assert_eq!(refused("- a: b: c\n"), (6, Reason::Colon));
}

#[test]
fn wrong_indentation_is_refused_where_the_line_begins() {
    assert_eq!(refused("- a: b\n   c: d\n"), (11, Reason::Colon));
    assert_eq!(refused("- a: b\n c: d\n"), (8, Reason::ListItem));
    assert_eq!(refused("a:\n  b: c\n d: e\n"), (11, Reason::MapKey));
}

#[test]
fn an_open_bracket_is_shown_with_the_mistake() {
    let broken = documents("a: [b, c\nd: e\n").unwrap_err();
    assert_eq!((broken.span.start, broken.reason), (10, Reason::ListEnd));
    assert_eq!(broken.opened.map(|span| span.range()), Some(3..4));
}

#[test]
fn a_key_has_1024_bytes_at_most() {
    let key = "k".repeat(1024);
    assert!(documents(&format!("{key}: a")).is_ok());
    assert_eq!(refused(&format!("k{key}: a")), (1025, Reason::Colon));
}

#[test]
fn depth_and_numbers_are_bounded() {
    for text in [
        "[".repeat(100_000),
        "- ".repeat(100_000),
        "{a: ".repeat(100_000),
    ] {
        assert_eq!(refused(&text).1, Reason::Limit(Exceeded::TooDeep(499)));
    }
    let bomb: String = (1..30).fold("x0: &x0 [a, b]\n".into(), |text, n| {
        let p = n - 1;
        format!("{text}x{n}: &x{n} [*x{p}, *x{p}]\n")
    });
    assert!(matches!(
        refused(&bomb).1,
        Reason::Limit(Exceeded::TooManyAliases(_))
    ));
}

/// The place in the source of each character of the first scalar that is neither blank nor a break.
fn check_places(source: &str, scalar: &Scalar) -> Result<(), TestCaseError> {
    let places = Places::of(source, scalar);
    for (at, character) in scalar.text.char_indices() {
        if character.is_whitespace() || character.is_control() {
            continue;
        }
        let range = places.place_range(at..at + character.len_utf8());
        prop_assert_eq!(range.start, places.place(at));
        let written = &source[range];
        let doubled = character == '\'' && written == "''";
        let same = written == character.to_string() || written.starts_with('\\') || doubled;
        prop_assert!(same, "{:?} is {:?} in {:?}", character, written, source);
    }
    Ok(())
}

/// A text as each style writes it.
fn styles(lines: &[String], indent: usize, newline: &str) -> Vec<String> {
    let margin = " ".repeat(indent);
    let joined = |text: &str| text.replace('\n', &format!("{newline}{margin}"));
    let text = lines.join("\n");
    let plain = text.replace([':', '#', '\'', '"'], "");
    let quoted = text.replace('\'', "''");
    let escaped = text
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('é', "\\u00e9");
    let mut styles = vec![
        format!("a: x{}{newline}", joined(&plain)),
        format!("a: 'x{}'{newline}", joined(&quoted)),
        format!("a: \"x{}\"{newline}", joined(&escaped)),
    ];
    for header in ["|", ">", "|+", ">-"] {
        let below = joined(&format!("\nx\n{text}"));
        styles.push(format!("a: {header}{below}{newline}"));
        styles.push(format!(
            "a: {header}{indent}{newline}{margin} {}{newline}",
            &below[newline.len()..]
        ));
    }
    styles
}

proptest! {
    #[test]
    fn each_character_of_a_scalar_has_its_place_in_every_style(
        lines in prop::collection::vec("( {0,2}[a-z:#'\"é\\\\]{0,3}[a-z]){0,3}", 1..6),
        indent in 1_usize..5,
        newline in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        for source in styles(&lines, indent, newline) {
            let Ok(documents) = documents(&source) else { continue };
            let value = documents[0].get("a").and_then(Yaml::as_scalar);
            check_places(&source, value.unwrap())?;
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "([-:?,\\[\\]{}#&*!|>'\"%@` \t\r\na-c0é\\\\.~]|- |: |\n  ){0,40}") {
        let spans: Vec<Span> = match documents(&text) {
            Ok(documents) => documents.iter().map(|document| document.span).collect(),
            Err(broken) => vec![broken.span],
        };
        for span in spans {
            prop_assert!(text.get(span.range()).is_some(), "{:?}", span);
        }
    }
}

#[test]
fn a_place_in_rules_within_a_values_file_is_a_place_in_that_file() {
    let values = "customRules:\n  mine.yaml: |-\n    - rule: x\n      condition: >\n        a = 1\n         and b\n";
    let header = values.find('|').unwrap();
    let outer = Span::new(source(), header..values.len() - 1);
    let rules = "- rule: x\n  condition: >\n    a = 1\n     and b";
    let documents = documents(rules).unwrap();
    let condition = documents[0].as_list().unwrap()[0].get("condition").unwrap();
    let inner = Places::of(rules, condition.as_scalar().unwrap());
    let at = condition.as_str().unwrap().find("and").unwrap();
    let in_rules = Span::new(source(), inner.place_range(at..at + 3));
    let span = Places::within(values, outer, rules).span(in_rules);
    assert_eq!(&values[span.range()], "and");
    assert_eq!(span.range().start, values.find("and").unwrap());
}

#[test]
fn a_range_across_lines_runs_from_its_first_to_its_last_character() {
    let source = "a: \"b\\tc\n   d\"\n";
    let documents = documents(source).unwrap();
    let scalar = documents[0].get("a").unwrap().as_scalar().unwrap();
    assert_eq!(scalar.text, "b\tc d");
    let places = Places::of(source, scalar);
    assert_eq!(&source[places.place_range(1..5)], "\\tc\n   d");
    assert_eq!(&source[places.place_range(1..2)], "\\t");
    assert_eq!(places.place_range(5..5), 13..13);
}
