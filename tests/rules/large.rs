//! Rules that ask for more than any person means. A command has little processor time and memory (`trial.rs`): what is not done
//! in about linear time does not come to its end.

use super::trial::{Outcome, Trial};
use super::{Report, rules, with_condition};

const MANY: usize = 100_000;

/// What is said of such rules, at most `most` diagnostics.
#[track_caller]
fn judged(text: impl AsRef<[u8]>, most: usize) -> Report {
    let report = super::checked(&rules(text), "rules.yaml");
    let count = report.0["diagnostics"].as_array().unwrap().len();
    assert!(count <= most, "{count} diagnostics");
    report
}

/// Asserts that rules are refused with one error of this code.
#[track_caller]
fn assert_refused(text: impl AsRef<[u8]>, code: &str) {
    let report = judged(text, 1);
    assert_eq!(report.0["diagnostics"][0]["code"], code);
    assert_eq!(report.0["errors"], 1);
    assert_eq!(report.0["files"][0]["loads"], false);
}

/// Asserts that rules load.
#[track_caller]
fn assert_loads(text: impl AsRef<[u8]>, most: usize) {
    let report = judged(text, most);
    assert_eq!(report.0["files"][0]["loads"], true);
}

fn joined(count: usize, between: &str, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(between)
}

#[test]
fn a_hundred_thousand_parentheses_are_refused() {
    let (open, close) = ("(".repeat(MANY), ")".repeat(MANY));
    assert_refused(
        with_condition(&format!("{open}evt.num = 1{close}")),
        "rule-condition-syntax",
    );
    assert_refused(with_condition(&open), "rule-condition-syntax");
    assert_refused(
        with_condition(&format!("evt.num = 1{close}")),
        "rule-condition-syntax",
    );
}

#[test]
fn a_hundred_thousand_negations_are_no_harm() {
    judged(
        with_condition(&format!("{}evt.num = 1", "not ".repeat(MANY))),
        2,
    );
}

#[test]
fn a_hundred_thousand_transformers_are_refused() {
    let (open, close) = ("toupper(".repeat(MANY), ")".repeat(MANY));
    assert_refused(
        with_condition(&format!("{open}proc.name{close} = X")),
        "rule-condition-syntax",
    );
}

#[test]
fn deep_yaml_is_refused() {
    for text in [
        "[".repeat(MANY),
        "- ".repeat(MANY) + "x",
        "{a: ".repeat(MANY),
        "? ".repeat(MANY),
        format!("- rule: {}{}", "[".repeat(MANY), "]".repeat(MANY)),
    ] {
        assert_refused(text, "yaml-limit");
    }
}

#[test]
fn an_alias_bomb_is_refused() {
    let mut bomb = "- &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        bomb += &format!(
            "- &a{level} [{}]\n",
            joined(10, ", ", |_| format!("*a{}", level - 1))
        );
    }
    assert_refused(bomb, "yaml-limit");
}

#[test]
fn a_condition_of_a_megabyte_is_judged() {
    let any = joined(50_000, " or ", |at| format!("proc.name = n{at}"));
    assert_loads(with_condition(&format!("evt.type = kill and ({any})")), 5);
    let list = joined(120_000, ", ", |at| format!("n{at}"));
    assert_loads(
        with_condition(&format!("evt.type = kill and proc.name in ({list})")),
        5,
    );
    let text = "a".repeat(1 << 20);
    let compared = with_condition(&format!("evt.type = kill and proc.name = \"{text}\""));
    assert_eq!(judged(compared, 2).0["errors"], 1);
    let named = with_condition(&format!("evt.type = kill and {text}"));
    assert_refused(named, "rule-undefined-macro");
}

#[test]
fn a_report_on_a_word_of_a_megabyte_has_few_words() {
    let outcome: Outcome =
        rules(with_condition(&"a".repeat(1 << 20))).run("falcogen rules check rules.yaml");
    assert_eq!(outcome.status, Some(1));
    assert!(
        outcome.stdout.len() < 10_000,
        "{} bytes",
        outcome.stdout.len()
    );
}

fn chain(link: impl Fn(usize) -> String) -> String {
    let links: String = (1..MANY)
        .map(|at| format!("- macro: m{at}\n  condition: {}\n", link(at)))
        .collect();
    format!(
        "- macro: m0\n  condition: evt.type = kill\n{links}{}",
        with_condition(&format!("m{}", MANY - 1))
    )
}

#[test]
fn a_chain_of_a_hundred_thousand_macros_is_followed() {
    assert_loads(chain(|at| format!("m{}", at - 1)), 5);
}

#[test]
fn macros_that_use_the_one_before_twice_are_not_written_out() {
    assert_loads(chain(|at| format!("m{} and m{}", at - 1, at - 1)), 5);
}

#[test]
fn a_ring_of_a_hundred_thousand_macros_is_refused() {
    let text = format!(
        "{}- macro: m0\n  condition: m{}\n",
        chain(|at| format!("m{}", at - 1)),
        MANY - 1
    );
    let report = judged(text, 5);
    assert_eq!(report.0["files"][0]["loads"], false);
}

#[test]
fn a_list_bomb_is_refused() {
    let items = joined(10_000, ", ", |at| format!("i{at}"));
    let bomb = format!(
        "- list: l0\n  items: [{items}]\n- list: l1\n  items: [{}]\n{}",
        joined(10_000, ", ", |_| "l0".to_owned()),
        with_condition(&format!(
            "evt.type = kill and proc.name in ({})",
            joined(10_000, ", ", |_| "l1".to_owned())
        ))
    );
    assert_eq!(judged(bomb, 5).0["files"][0]["loads"], false);
}

#[test]
fn lists_that_hold_the_next_one_twice_are_refused() {
    let lists: String = (0..60)
        .map(|at| format!("- list: l{at}\n  items: [l{}, l{}]\n", at + 1, at + 1))
        .collect();
    let bomb = format!(
        "{lists}- list: l60\n  items: [a]\n{}",
        with_condition("evt.type = kill and proc.name in (l0)")
    );
    assert_eq!(judged(bomb, 200).0["files"][0]["loads"], false);
}

#[test]
fn many_lists_in_one_condition_are_put_into_it() {
    let lists: String = (0..20_000)
        .map(|at| format!("- list: l{at}\n  items: [a{at}]\n"))
        .collect();
    let all = joined(20_000, ", ", |at| format!("l{at}"));
    assert_loads(
        lists + &with_condition(&format!("evt.type = kill and proc.name in ({all})")),
        5,
    );
}

#[test]
fn many_lists_with_odd_names_are_looked_for() {
    let lists: String = (0..10_000)
        .map(|at| format!("- list: 'l {at}'\n  items: [a{at}]\n"))
        .collect();
    let rules = joined(10_000, "", |at| {
        with_condition("evt.type = kill").replace("rule: r", &format!("rule: r{at}"))
    });
    judged(lists + &rules, 50_000);
}

#[test]
fn many_lists_and_macros_that_nothing_uses_are_told() {
    let unused = joined(30_000, "", |at| {
        format!("- list: l{at}\n  items: [a]\n- macro: m{at}\n  condition: evt.num = 1\n")
    });
    assert_loads(unused, 60_000);
}

#[test]
fn a_definition_may_be_repeated_often() {
    assert_loads("- list: l\n  items: [a]\n".repeat(MANY), MANY + 1);
    assert_loads(
        "- macro: m\n  condition: evt.type = kill\n".repeat(MANY),
        MANY + 1,
    );
    assert_loads(with_condition("evt.type = kill").repeat(30_000), MANY);
}

#[test]
fn a_definition_may_be_changed_often() {
    let rule = with_condition("evt.type = kill");
    let append = "- rule: r\n  condition: or evt.type = kill\n  override: {condition: append}\n"
        .repeat(20_000);
    judged(rule.clone() + &append, MANY);
    assert_loads(
        rule.clone() + &"- rule: r\n  enabled: true\n".repeat(30_000),
        MANY,
    );
    let exceptions = joined(20_000, "", |at| {
        format!(
            "- rule: r\n  exceptions: [{{name: e{at}, fields: proc.name, values: [a]}}]\n  override: {{exceptions: append}}\n"
        )
    });
    judged(rule + &exceptions, MANY);
    let list = "- list: l\n  items: [b]\n  override: {items: append}\n".repeat(MANY);
    judged(format!("- list: l\n  items: [a]\n{list}"), MANY);
}

#[test]
fn huge_tables_of_exceptions_are_judged() {
    let rows = joined(50_000, "", |at| format!("      - [a{at}, /b{at}]\n"));
    let table = format!(
        "  exceptions:\n  - name: e\n    fields: [proc.name, fd.name]\n    values:\n{rows}"
    );
    judged(with_condition("evt.type = kill") + &table, 5);
    let exceptions = joined(20_000, "", |at| {
        format!("  - {{name: e{at}, fields: proc.name, values: [a{at}]}}\n")
    });
    judged(
        with_condition("evt.type = kill") + "  exceptions:\n" + &exceptions,
        5,
    );
}

#[test]
fn a_megabyte_of_percent_signs_is_judged() {
    for piece in ["%", "%a.b ", "%*20", "%proc.name"] {
        let output = piece.repeat((1 << 20) / piece.len());
        let text = with_condition("evt.type = kill").replace("'%evt.num'", &format!("'{output}'"));
        judged(text, 1 << 20);
    }
}

#[test]
fn many_unknown_names_in_one_condition_are_told() {
    let macros = joined(50_000, " and ", |at| format!("m{at}"));
    judged(with_condition(&macros), MANY);
    let fields = joined(20_000, " and ", |at| format!("proc.nam{at} = 1"));
    judged(
        with_condition(&format!("evt.type = kill and {fields}")),
        MANY,
    );
}

#[test]
fn many_unknown_names_are_not_each_compared_with_many_known_ones() {
    let macros = joined(20_000, "", |at| {
        format!("- macro: aaaaaaaaaaaaaaaa{at}\n  condition: evt.num = 1\n")
    });
    let users = joined(5_000, "", |at| {
        with_condition(&format!("evt.type = kill and aaaaaaaaaaaaaaa{at}x"))
            .replace("rule: r", &format!("rule: r{at}"))
    });
    judged(macros + &users, MANY);
}

#[test]
fn many_keys_documents_tags_and_plugins_are_judged() {
    let rule = with_condition("evt.type = kill");
    judged(
        rule.clone() + &joined(50_000, "", |at| format!("  key{at}: 1\n")),
        MANY,
    );
    judged(
        format!(
            "{rule}  tags: [{}]\n",
            joined(MANY, ", ", |at| format!("tag{at}"))
        ),
        5,
    );
    judged("---\n- list: l\n  items: []\n".repeat(30_000), MANY);
    judged("---\n".repeat(MANY), 0);
    let plugins = joined(50_000, ", ", |at| {
        format!("{{name: p{at}, version: 0.1.0}}")
    });
    judged(format!("- required_plugin_versions: [{plugins}]\n"), MANY);
    judged(
        format!("- list: l\n  items: [{}]\n", "a, ".repeat(300_000)),
        5,
    );
}

#[test]
fn patterns_that_would_become_huge_are_judged() {
    for pattern in [
        "(".repeat(20_000) + &")".repeat(20_000),
        "((((a{1000}){1000}){1000}){1000})".to_owned(),
        "(a*)*".repeat(2_000),
    ] {
        judged(
            with_condition(&format!(
                "'evt.type = kill and proc.name regex \"{pattern}\"'"
            )),
            5,
        );
    }
    let rules = joined(1_000, "", |at| {
        with_condition("evt.type = kill and proc.name regex '(a|b)*c{100}[a-z]{50}'")
            .replace("rule: r", &format!("rule: r{at}"))
    });
    judged(rules, MANY);
}

#[test]
fn bombs_of_lists_just_below_the_bounds_are_refused_together() {
    let items = joined(1000, ", ", |at| format!("i{at}"));
    let lists = format!(
        "- list: m\n  items: [{items}]\n- list: big\n  items: [{}]\n",
        joined(1000, ", ", |_| "m".to_owned())
    );
    let rules = joined(30, "", |at| {
        with_condition("evt.type = kill and proc.name in (big)")
            .replace("rule: r", &format!("rule: r{at}"))
    });
    let report = judged(format!("{lists}{rules}"), MANY);
    assert_eq!(report.0["files"][0]["loads"], false);
    let chain = joined(300, "", |at| {
        format!("- list: c{at}\n  items: [c{}]\n", at + 1)
    });
    let rule = with_condition("evt.type = kill and proc.name in (big, c0)");
    let report = judged(format!("{lists}{chain}{rule}"), MANY);
    assert_eq!(report.0["files"][0]["loads"], false);
}

#[test]
fn many_small_files_are_judged() {
    let mut trial = Trial::new();
    for at in 0..10_000 {
        let rule = with_condition(&format!(
            "evt.type = kill and m{at} and proc.name in (l{at})"
        ))
        .replace("rule: r", &format!("rule: r{at}"));
        let text = format!(
            "- list: l{at}\n  items: [a, b, c, d]\n- macro: m{at}\n  condition: evt.num = {at}\n{rule}"
        );
        trial = trial.file(&format!("rules/{at:05}.yaml"), text);
    }
    assert!(
        super::checked(&trial, "rules")
            .loads()
            .iter()
            .all(|(_, loads)| *loads)
    );
}
