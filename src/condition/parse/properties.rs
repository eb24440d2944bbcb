//! What holds for every condition: its normal form means the same, and whatever is read is pointed at soundly.

use proptest::prelude::*;

use super::super::{Expression, Span, print};
use super::{parse, parse_term};

fn printed(text: &str) -> String {
    print(&parse(text, 1000).unwrap(), text)
}

/// A value whose normal form means the same again.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z/.*0-9é_-]{1,8}",
        r#""([a-z =,()]|\\[nrt"/]|\\x[4-6][0-9a-f]){0,6} ""#,
        "' [a-z\"]{0,5}'",
    ]
}

fn term() -> impl Strategy<Value = String> {
    let field = r"[a-z]{1,3}\.[a-z]{1,3}(\.[a-z]{1,2})?(\[([a-z0-9]{1,2}|' [a-z]')\])?";
    field.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|term| format!("tolower( {term})")),
            prop::collection::vec(inner, 1..3)
                .prop_map(|terms| format!("join(' ', ({}))[x]", terms.join(" , "))),
        ]
    })
}

fn list() -> impl Strategy<Value = String> {
    prop::collection::vec(value(), 0..4).prop_map(|items| format!("({})", items.join(", ")))
}

fn comparison() -> impl Strategy<Value = String> {
    let right = prop_oneof![
        Just("exists".to_owned()),
        value().prop_map(|value| format!("=  {value}")),
        value().prop_map(|value| format!("startswith {value}")),
        "[<>]=? ?-?[0-9]{1,3}",
        list().prop_map(|list| format!("in{list}")),
        list().prop_map(|list| format!("glob oneof {list}")),
        term().prop_map(|term| format!("!= tolower({term})")),
        "pmatch [a-z]{1,4}",
    ];
    (term(), right).prop_map(|(left, right)| format!("{left} {right}"))
}

fn condition() -> impl Strategy<Value = String> {
    prop_oneof![comparison(), "m_[a-z0-9]{1,4}"].prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|all| format!("({})", all.join(" and "))),
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|any| format!("( {} )", any.join("\n or "))),
            inner.prop_map(|negated| format!("not ({negated})")),
        ]
    })
}

/// Whether a span lies within a text and cuts no character.
fn lies_in(span: Span, text: &str) -> bool {
    text.get(span.start as usize..span.end as usize).is_some()
}

fn spans(expression: &Expression) -> Vec<Span> {
    let mut all = vec![expression.span()];
    match expression {
        Expression::And(parts, _) | Expression::Or(parts, _) => {
            all.extend(parts.iter().flat_map(spans));
        }
        Expression::Not(negated, _) => all.extend(spans(negated)),
        Expression::Macro(_) => (),
        Expression::Check(check) => all.extend([check.left.span(), check.operator_span]),
    }
    all
}

fn reading_is_sound(text: &str) {
    match parse(text, 100) {
        Ok(expression) => {
            assert!(
                spans(&expression)
                    .into_iter()
                    .all(|span| lies_in(span, text))
            );
            let _ = print(&expression, text);
        }
        Err(error) => {
            assert!(lies_in(error.span(), text) && text.is_char_boundary(error.at));
        }
    }
}

proptest! {
    #[test]
    fn a_printed_condition_means_the_same_again(text in condition()) {
        let once = printed(&text);
        prop_assert_eq!(printed(&once), once.replace("not not ", ""));
    }

    #[test]
    fn no_text_makes_the_parser_fail(text in "\\PC{0,40}|[ -~\t\u{8}\u{0}é]{0,40}") {
        reading_is_sound(&text);
        let _ = parse_term(&text, 100);
    }

    #[test]
    fn no_change_of_a_condition_makes_the_parser_fail(
        text in condition(),
        at in any::<prop::sample::Index>(),
        with in "[()\\[\\]\"'\\\\,=<é\u{0} ]|not ",
        cut in 0..4_usize,
    ) {
        let characters: Vec<char> = text.chars().collect();
        let at = at.index(characters.len());
        let before = characters[..at].iter().copied();
        let after = characters[at..].iter().copied().skip(cut);
        reading_is_sound(&before.chain(with.chars()).chain(after).collect::<String>());
    }
}
