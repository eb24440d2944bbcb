//! What is a condition, what is not, and where that shows.

use super::super::{Check, Expression, Modifier, Operator, Right, Term, print};
use super::{ParseErrorKind, parse, parse_term};

const DEPTH: u32 = 1000;

fn printed(text: &str) -> String {
    print(&parse(text, DEPTH).unwrap(), text)
}

/// The error of a condition that is none, where Falco stands, and what we underline.
fn refused(text: &str) -> (ParseErrorKind, usize, &str) {
    let error = parse(text, DEPTH).unwrap_err();
    (error.kind, error.at, error.span().of(text))
}

fn message(text: &str) -> String {
    parse(text, DEPTH).unwrap_err().to_string()
}

fn check_of(text: &str) -> Check {
    match parse(text, DEPTH).unwrap() {
        Expression::Check(check) => *check,
        other => panic!("no comparison: {other:?}"),
    }
}

#[test]
fn and_binds_tighter_than_or() {
    assert_eq!(printed("a or b and c or d"), "(a or (b and c) or d)");
    assert_eq!(printed("(a or b)and(c)"), "((a or b) and c)");
}

#[test]
fn two_negations_are_none() {
    assert_eq!(printed("not not a"), "a");
    assert_eq!(printed("not\u{b}not(a and b)"), "(a and b)");
    assert_eq!(printed("not (a)"), "not a");
    assert_eq!(printed("nothing"), "nothing");
}

#[test]
fn a_parenthesis_glued_to_or_holds_for_itself() {
    assert_eq!(printed("a or(b)"), "(a or b)");
    assert_eq!(
        refused("a or(b) and c"),
        (ParseErrorKind::Unexpected, 8, "and")
    );
    assert_eq!(refused("a orb"), (ParseErrorKind::NothingBehindOr, 4, "b"));
    assert_eq!(refused("a and\u{b}b").0, ParseErrorKind::NothingBehindAnd);
}

#[test]
fn symbols_and_list_operators_need_no_blank() {
    assert_eq!(printed("a.b<=1"), "a.b <= 1");
    assert_eq!(printed("a.b in(x)"), "a.b in (x)");
    assert_eq!(printed("a.b inx"), "a.b in x");
    assert_eq!(printed("a.b=inx"), "a.b = inx");
    assert_eq!(refused("a.b containsx").0, ParseErrorKind::NoOperator);
    assert_eq!(
        refused("a.b existsx"),
        (ParseErrorKind::Unexpected, 10, "x")
    );
}

#[test]
fn a_backspace_is_a_blank_between_words_and_part_of_a_bare_text() {
    assert_eq!(printed("a\u{8}and\u{8}b"), "(a and b)");
    assert_eq!(printed("a.b = x\u{8}y"), r#"a.b = "x\by""#);
}

#[test]
fn a_modifier_needs_a_list_behind_it() {
    let check = check_of("a.b contains  oneof (x, y)");
    assert_eq!(
        (check.operator, check.modifier),
        (Operator::Contains, Some(Modifier::OneOf))
    );
    assert_eq!(
        check.operator_span.of("a.b contains  oneof (x, y)"),
        "contains  oneof"
    );
    assert_eq!(printed("a.b = oneof and c"), "(a.b = oneof and c)");
    assert_eq!(printed("a.b = anyof android"), "a.b = anyof android");
    assert_eq!(check_of("a.b =oneof").modifier, None);
    assert_eq!(refused("a.b =oneof (x)").0, ParseErrorKind::Unexpected);
}

#[test]
fn a_name_may_stand_where_a_list_belongs() {
    assert!(matches!(check_of("a.b in names").right, Right::Name(_)));
    assert_eq!(refused("a.b in 1").0, ParseErrorKind::NoListOrTransformer);
    assert_eq!(
        refused("a.b = allof (x").0,
        ParseErrorKind::NoClosingParenthesis
    );
}

#[test]
fn a_list_may_be_empty_or_hide_a_faulty_first_text() {
    assert_eq!(printed("a.b in ( )"), "a.b in ()");
    assert_eq!(printed(r"a.b in ('\z')"), "a.b in ()");
    assert_eq!(
        refused(r"a.b in ('\z' )").0,
        ParseErrorKind::NoClosingParenthesis
    );
    assert_eq!(
        refused("a.b in (x, )"),
        (ParseErrorKind::NoListItem, 11, ")")
    );
}

#[test]
fn a_faulty_escape_is_underlined() {
    let (kind, at, underlined) = refused(r#"a.b = "x\qy" and c"#);
    assert!(matches!(kind, ParseErrorKind::Escape(_)));
    assert_eq!((at, underlined), (12, r"\q"));
    assert_eq!(message(r#"a.b = "x\qy""#), r"`\q` is not an escape");
}

#[test]
fn a_quote_that_a_backslash_keeps_open_is_named() {
    let text = r"a.b = 'c:\' and c";
    assert_eq!(refused(text), (ParseErrorKind::NoText, 6, "'"));
    assert_eq!(
        message(text),
        "a text or a transformer is expected, and this quote is never closed"
    );
}

#[test]
fn numbers_are_taken_as_far_as_they_go() {
    assert_eq!(printed("a.b > 0xFf and c"), "(a.b > 0xFf and c)");
    assert_eq!(printed("a.b >-1.5e+3"), "a.b > -1.5e+3");
    assert_eq!(printed("a.b < 1."), "a.b < 1.");
    assert_eq!(refused("a.b > 1e3"), (ParseErrorKind::Unexpected, 7, "e3"));
    assert_eq!(refused("a.b > 0x"), (ParseErrorKind::Unexpected, 7, "x"));
    assert_eq!(refused("a.b > x"), (ParseErrorKind::NoNumber, 6, "x"));
}

#[test]
fn arguments_stand_in_brackets_with_quotes_or_without() {
    assert_eq!(printed("a.b[2] exists"), "a.b[2] exists");
    assert_eq!(printed("a.b['x y'] exists"), "a.b[\"x y\"] exists");
    assert_eq!(printed("a.b[''] exists"), "a.b[\"\"] exists");
    assert_eq!(refused("a.b[ 2]"), (ParseErrorKind::NoArgument, 4, " "));
    assert_eq!(refused("a.b[2 ]").0, ParseErrorKind::NoClosingBracket);
}

#[test]
fn transformers_take_fields_texts_numbers_lists_and_transformers() {
    let text = "join( ', ' , (a.b, tolower( c.d ), 'x', 1))[k] = val( e.f )";
    assert_eq!(
        printed(text),
        "join(\", \",(a.b,tolower(c.d),x,1))[k] = val(e.f)"
    );
    assert_eq!(
        refused("len() = 1").0,
        ParseErrorKind::NoTransformerArgument
    );
    assert_eq!(
        refused("len(a.b = 1").0,
        ParseErrorKind::NoClosingTransformer
    );
    assert_eq!(
        refused("len((a)) = 1").0,
        ParseErrorKind::NoTransformerListItem
    );
    assert_eq!(
        refused("len((a.b c)) = 1").0,
        ParseErrorKind::NoClosingTransformerList
    );
    assert_eq!(refused("a.b = val(c)").0, ParseErrorKind::NoFieldInVal);
}

#[test]
fn val_stands_to_the_right_only() {
    assert_eq!(
        refused("val(a.b) = 1"),
        (ParseErrorKind::Unexpected, 3, "(")
    );
    assert_eq!(
        refused("len(val(a.b)) = 1").0,
        ParseErrorKind::NoTransformerArgument
    );
}

#[test]
fn what_is_no_condition_is_refused_where_it_starts() {
    assert_eq!(refused(""), (ParseErrorKind::Empty, 0, ""));
    assert_eq!(refused("  "), (ParseErrorKind::NoCheck, 2, ""));
    assert_eq!(refused("(a"), (ParseErrorKind::NoClosingParenthesis, 2, ""));
    assert_eq!(refused("a and é"), (ParseErrorKind::NoCheck, 6, "é"));
    assert_eq!(refused("a.b"), (ParseErrorKind::NoOperator, 3, ""));
}

#[test]
fn expressions_know_where_they_are_written() {
    let text = " (not (a) and b.c[1] = val(d.e) ) or f ";
    let Expression::Or(any, span) = parse(text, DEPTH).unwrap() else {
        panic!("no alternatives");
    };
    let Expression::And(all, within) = &any[0] else {
        panic!("no conjunction");
    };
    assert_eq!(span.of(text), "(not (a) and b.c[1] = val(d.e) ) or f");
    assert_eq!(within.of(text), "not (a) and b.c[1] = val(d.e)");
    assert_eq!(all[0].span().of(text), "not (a)");
    assert_eq!(all[1].span().of(text), "b.c[1] = val(d.e)");
}

#[test]
fn a_term_ends_where_the_format_goes_on() {
    let (term, length) = parse_term("tolower(a.b)[x] and more", DEPTH).unwrap();
    assert!(matches!(term, Term::Transformer(_)));
    assert_eq!(length, 15);
    assert_eq!(parse_term("a.b.", DEPTH).unwrap().1, 3);
    assert_eq!(
        parse_term("a", DEPTH).unwrap_err().kind,
        ParseErrorKind::NoTerm
    );
}

#[test]
fn each_parenthesis_costs_five_steps_of_depth() {
    let nested = |times: usize| format!("{}a{}", "(".repeat(times), ")".repeat(times));
    assert!(parse(&nested(10), 55).is_ok());
    assert_eq!(
        parse(&nested(10), 54).unwrap_err().kind,
        ParseErrorKind::TooDeep
    );
}

#[test]
fn depth_that_is_used_up_in_a_list_is_never_given_back() {
    let list = |depth| parse("a.b in ()", depth).map_err(|error| (error.kind, error.at));
    assert!(list(9).is_ok());
    assert_eq!(list(7), Err((ParseErrorKind::TooDeep, 9)));
    assert_eq!(list(6), Err((ParseErrorKind::TooDeep, 6)));
}

#[test]
fn endless_nesting_is_refused_and_not_followed() {
    let kind = |text: String| parse(&text, DEPTH).unwrap_err().kind;
    assert_eq!(kind("(".repeat(100_000)), ParseErrorKind::TooDeep);
    assert_eq!(kind("not(".repeat(100_000)), ParseErrorKind::TooDeep);
    assert_eq!(kind("a or(".repeat(100_000)), ParseErrorKind::TooDeep);
    assert_eq!(kind("tolower(".repeat(100_000)), ParseErrorKind::TooDeep);
    assert_eq!(kind("join((len(".repeat(100_000)), ParseErrorKind::TooDeep);
    assert_eq!(kind("not ".repeat(100_000)), ParseErrorKind::NoCheck);
}

#[test]
fn the_deepest_condition_that_falco_allows_is_read_and_printed() {
    let text = format!("{}a{}", "not (b or ".repeat(198), ")".repeat(198));
    assert_eq!(printed(&printed(&text)), printed(&text));
}
