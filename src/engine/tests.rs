//! What templates make of nodes.

use super::*;
use crate::yaml::{DefaultId, to_json};
use serde_json::json;

/// The documents that a template of this text makes of a context.
fn render(text: &'static str, context: &Node) -> Result<Vec<Node>, RenderError> {
    let template = Template {
        name: "t.yaml",
        file: "templates/test/t.yaml.j2",
        text,
        guard: &[],
    };
    let templates: &'static [Template] = Box::leak(Box::new([template]));
    let engine = Engine::new(templates);
    let rendered = engine.render(&templates[0], context, &mut Sources::default());
    rendered.map(|rendered| rendered.documents)
}

/// The only document that a template of this text makes of a context.
fn made(text: &'static str, context: &Node) -> Node {
    let documents = render(text, context).unwrap();
    <[Node; 1]>::try_from(documents).map_or_else(|_| panic!("not one document"), |[node]| node)
}

fn refusal(text: &'static str, context: &Node) -> String {
    render(text, context).unwrap_err().to_string()
}

fn default(number: u32) -> Origin {
    Origin::Default(DefaultId(number))
}

fn nothing() -> Node {
    Node::map([("v", Node::null())])
}

fn context(value: &str) -> Node {
    Node::map([
        ("v", Node::text(value, default(1))),
        ("w", Node::text("tail", default(2))),
    ])
}

#[test]
fn a_value_is_a_node_at_any_indentation() {
    let value = Node::map([("a: b", Node::list([Node::constant("- c\n#"), Node::null()]))]);
    let node = made(
        "k:\n    deep: {{ v }}\nl:\n  - {{ v }}\n",
        &Node::map([("v", value)]),
    );
    let value = json!({"a: b": ["- c\n#", null]});
    assert_eq!(to_json(&node), json!({"k": {"deep": value}, "l": [value]}));
}

#[test]
fn a_value_may_be_a_key() {
    let node = made("{{ v }}: x\n", &context("yes: no"));
    assert_eq!(to_json(&node), json!({"yes: no": "x"}));
}

#[test]
fn a_value_keeps_its_origin() {
    let node = made("k: {{ v }}\n", &context("x"));
    assert_eq!(node.get("k").unwrap().origin, default(1));
}

#[test]
fn a_joined_text_comes_from_the_texts_in_it() {
    let origin = |text| {
        made(text, &context("head"))
            .get("k")
            .unwrap()
            .origin
            .clone()
    };
    assert_eq!(origin("k: {{ v ~ '-rules' }}\n"), default(1));
    assert_eq!(
        origin("k: {{ v ~ w }}\n"),
        Origin::Derived([default(1), default(2)].into())
    );
    assert_eq!(origin("k: {{ 'own' }}\n"), Origin::Program);
}

#[test]
fn a_text_that_was_only_asked_for_is_no_origin() {
    let node = made(
        "{% if v %}\n{% endif %}\nj: {{ v }}\nk: {{ w ~ '-x' }}\n",
        &context("head"),
    );
    assert_eq!(node.get("k").unwrap().origin, default(2));
}

#[test]
fn numbers_stay_what_they_are() {
    let numbers = json!([
        18_446_744_073_709_551_615_u64,
        -9_223_372_036_854_775_808_i64,
        0.1,
        1e300,
        0
    ]);
    let context = Node::map([(
        "v",
        crate::yaml::from_json(numbers.clone(), &Origin::Program),
    )]);
    let node = made("{% for n in v %}\n- {{ n }}\n{% endfor %}\n", &context);
    assert_eq!(to_json(&node), numbers);
}

#[test]
fn a_macro_makes_a_node_in_which_values_keep_their_origins() {
    let text = "{% macro item(name) %}\nname: {{ name }}\nfixed: [a, 1]\n{% endmacro %}\nk: {{ item(v) }}\n";
    let node = made(text, &context("yes: no"));
    assert_eq!(
        to_json(&node),
        json!({"k": {"name": "yes: no", "fixed": ["a", 1]}})
    );
    let item = node.get("k").unwrap();
    assert_eq!(item.get("name").unwrap().origin, default(1));
    assert_eq!(item.get("fixed").unwrap().origin, Origin::Program);
}

#[test]
fn a_set_block_makes_a_node_as_a_macro_does() {
    let text = "{% set item %}\nname: {{ v }}\n{% endset %}\nk: {{ item }}\nl: {{ item }}\n";
    let node = made(text, &context("a\nb: c"));
    let item = json!({"name": "a\nb: c"});
    assert_eq!(to_json(&node), json!({"k": item, "l": item}));
}

#[test]
fn a_macro_of_several_documents_is_refused() {
    let text = "{% macro m() %}\na: b\n---\nc: d\n{% endmacro %}\nk: {{ m() }}\n";
    assert!(refusal(text, &nothing()).contains("one YAML document"));
}

#[test]
fn a_name_that_is_not_there_is_an_error() {
    assert!(refusal("k: {{ unknown }}\n", &nothing()).contains("undefined"));
    assert!(
        refusal(
            "k: {{ v.unknown }}\n",
            &Node::map([("v", Node::map::<&str>([]))])
        )
        .contains("undefined")
    );
    assert!(render("{% if unknown %}\n{% endif %}\n", &nothing()).is_err());
}

#[test]
fn nothing_makes_a_value_pass_as_template_text() {
    assert!(refusal("k: {{ v|safe }}\n", &context("a: b")).contains("safe"));
}

#[test]
fn a_value_that_looks_like_a_slot_is_a_text() {
    for value in [
        "\u{e000}0\u{e001}",
        "\u{e000}1\u{e001}",
        "\u{e000}",
        "x\u{e001}",
        "\u{e000}99\u{e001}",
    ] {
        let node = made(
            "k: {{ w }}\nl: {{ v }}\n{{ v }}: {{ v ~ w }}\n",
            &context(value),
        );
        assert_eq!(node.get("k").unwrap().as_text(), Some("tail"));
        assert_eq!(node.get("l").unwrap().as_text(), Some(value));
        assert_eq!(
            node.get(value).unwrap().as_text(),
            Some(&*format!("{value}tail"))
        );
    }
}

#[test]
fn a_value_that_looks_like_a_slot_is_a_text_in_a_macro_too() {
    let text = "{% macro m(a) %}\nname: {{ a }}\n{% endmacro %}\nk: {{ w }}\nl: {{ m(v) }}\n";
    let node = made(text, &context("\u{e000}0\u{e001}"));
    assert_eq!(
        node.at(&["l", "name"]).unwrap().as_text(),
        Some("\u{e000}0\u{e001}")
    );
}

#[test]
fn a_value_within_a_longer_scalar_is_refused() {
    for text in [
        "k: a{{ v }}\n",
        "k: \"{{ v }}\"\n",
        "k: '{{ v }}'\n",
        "k: {{ v }}{{ v }}\n",
        "k: |\n  {{ v }}\n",
    ] {
        assert!(refusal(text, &context("x")).contains("slot"), "{text}");
    }
}

#[test]
fn a_template_that_emits_nothing_makes_no_document() {
    assert!(
        render("{% if v %}\nk: 1\n{% endif %}\n", &nothing())
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        render("a: 1\n---\n\n---\nb: 1\n", &nothing())
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn a_template_of_macros_makes_no_objects() {
    static TEMPLATES: [Template; 2] = [
        Template {
            name: "_m.yaml",
            file: "_m.yaml.j2",
            text: "{% macro m(a) %}{{ a }}{% endmacro %}",
            guard: &[],
        },
        Template {
            name: "t.yaml",
            file: "t.yaml.j2",
            text: "{% import '_m.yaml' as own %}\nk: {{ own.m(v) }}\n",
            guard: &[],
        },
    ];
    let engine = Engine::new(&TEMPLATES);
    let listed: Vec<_> = engine.templates().collect();
    assert_eq!(listed, [&TEMPLATES[1]]);
    let documents = engine
        .render(listed[0], &context("- x"), &mut Sources::default())
        .unwrap()
        .documents;
    assert_eq!(to_json(&documents[0]), json!({"k": "- x"}));
}
