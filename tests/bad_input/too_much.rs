//! Input that asks for more than any person means.

use insta::assert_snapshot;

use super::trial::Trial;
use super::{RENDER, assert_refused, refusal, run_refused};

const TOO_DEEP: &str = "error[yaml-limit]: lists and maps are nested more than 200 levels deep";

#[test]
fn nesting_is_refused() {
    let n = 100_000;
    assert_refused(format!("a: {}", "[".repeat(n)), TOO_DEEP, "1:204");
    assert_refused(
        format!("a: {}{}", "[".repeat(n), "]".repeat(n)),
        TOO_DEEP,
        "1:204",
    );
    assert_refused("{a: ".repeat(n), TOO_DEEP, "1:801");
    assert_refused(format!("a:\n{}x", "- ".repeat(n)), TOO_DEEP, "2:399");
    assert_refused("? ".repeat(n), TOO_DEEP, "1:401");
    let steps: String = (0..2000)
        .map(|depth| format!("{:depth$}a:\n", ""))
        .collect();
    assert_refused(steps, TOO_DEEP, "201:201");
}

#[test]
fn an_alias_bomb_is_refused() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb += &format!("a{level}: &a{level} [{aliases}]\n");
    }
    assert_snapshot!(refusal(&bomb), @"
    error[yaml-limit]: aliases make more than 400000 values out of this text
     --> values.yaml:6:20
      |
    6 | a5: &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4]
      |                    ^^^
      |
      = help: no values file needs that much; look for a mistake in what made this one

    falcogen: 1 error
    ");
    let merges = bomb
        .replace('[', "{<<: [")
        .replace(']', "]}")
        .replace('x', "{a: b}");
    let report = refusal(merges);
    assert!(
        report.contains("error[yaml-limit]: aliases make more than 400000 values"),
        "{report}"
    );
}

#[test]
fn a_file_of_50_mb_is_refused_unread() {
    let trial = Trial::values("timezone: UTC\n".repeat(50_000_000 / 14));
    assert_snapshot!(run_refused(&trial, "-f values.yaml"), @"
    error[unreadable-file]: cannot read `values.yaml`: it is larger than 16 MiB
    --> values.yaml:1:1

    falcogen: 1 error
    ");
}

#[test]
fn input_without_end_is_refused() {
    let trial = Trial::new();
    assert_snapshot!(run_refused(&trial, "-f /dev/zero"), @"
    error[unreadable-file]: cannot read `/dev/zero`: it is larger than 16 MiB
    --> /dev/zero:1:1

    falcogen: 1 error
    ");
    assert_snapshot!(run_refused(&trial, "-f - </dev/zero"), @"
    error[unreadable-file]: cannot read standard input: it is larger than 16 MiB
    --> <stdin>:1:1

    falcogen: 1 error
    ");
    let fifo = "mkfifo pipe && { yes >pipe & } && falcogen render --chart stable -f pipe";
    assert_snapshot!(trial.run(fifo).refusal(), @"
    error[unreadable-file]: cannot read `pipe`: it is larger than 16 MiB
    --> pipe:1:1

    falcogen: 1 error
    ");
}

#[test]
fn millions_of_values_are_refused() {
    let report = refusal(format!("a: [{}]", "1,".repeat(1_500_000)));
    assert!(
        report.starts_with("error[yaml-limit]: the text holds more than 1000000 keys and values\n"),
        "{report}"
    );
}

#[test]
fn a_key_of_a_megabyte_is_refused_in_few_words() {
    let key = "k".repeat(1 << 20);
    for values in [
        format!("{key}: 1\n"),
        format!("\"{key}\": 1\n"),
        format!("? {key}\n: - &a [\n"),
    ] {
        assert!(refusal(values).len() < 2000);
    }
}

#[test]
fn a_key_of_a_megabyte_that_yaml_allows_is_warned_of_in_few_words() {
    let trial = Trial::values(format!("? {}\n: 1\n", "k".repeat(1 << 20)));
    let outcome = trial.run(&format!("{RENDER} -f values.yaml"));
    assert!(outcome.stderr.len() < 3000, "{}", outcome.stderr.len());
    assert_eq!(outcome.result(), trial.run(RENDER).result());
}

#[test]
fn unknown_keys_are_counted_but_not_all_shown() {
    let values: String = (0..10_000).map(|at| format!("key{at}: 1\n")).collect();
    let trial = Trial::values(values);
    let report = trial
        .run(&format!("{RENDER} --strict -f values.yaml"))
        .refusal();
    assert_eq!(report.matches("error[unknown-value]").count(), 100);
    assert!(report.ends_with("falcogen: 9900 more are not shown\nfalcogen: 10000 errors\n"));
}

#[test]
fn a_hundred_thousand_keys_are_taken() {
    let keys: String = (0..100_000)
        .map(|at| format!("  file{at}.yaml: ''\n"))
        .collect();
    let trial = Trial::values(format!("customRules:\n{keys}"));
    let rendered = trial.run(&format!("{RENDER} -f values.yaml")).result();
    assert!(rendered.contains("\n  file99999.yaml: "));
}

#[test]
fn many_problems_are_counted() {
    let n = 20_000;
    let wrong_names: String = (0..n).map(|at| format!("  no file {at}: ''\n")).collect();
    for values in [
        format!("customRules:\n{wrong_names}"),
        format!("customRules:\n  a: ''\n{}", "  a: ''\n".repeat(n)),
        format!("extraArgs:\n{}", "- []\n".repeat(n)),
    ] {
        assert!(refusal(values).ends_with("\nfalcogen: 20000 errors\n"));
    }
}
