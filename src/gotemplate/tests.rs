//! What the evaluator as a whole answers: failures with their places, warnings, and that nothing hurts it.

use proptest::prelude::*;

use super::*;

/// A chart with a template that prints what it is given, and one that fails.
struct Chart;

impl Host for Chart {
    fn include(&self, name: &str, dot: &Value) -> Option<Result<String, String>> {
        match name {
            "chart.name" => Some(Ok(format!("name-{}", print::show(dot)))),
            "chart.broken" => Some(Err("the chart cannot be named".to_owned())),
            _ => None,
        }
    }

    fn write_yaml(&self, value: &Value) -> String {
        json::write(value, json::Style::default()).unwrap_or_default()
    }

    fn read_yaml(&self, text: &str) -> Result<Value, String> {
        json::read(text)
    }
}

fn data() -> Value {
    let values = [("secret", "hunter2".into()), ("n", Value::Float(1e6))];
    Value::map([("Values", Value::map(values))])
}

fn run(text: &str) -> Outcome {
    evaluate(text, &data(), &Chart)
}

fn prints(text: &str) -> String {
    run(text).result.unwrap()
}

fn fails(text: &str) -> Failure {
    run(text).result.unwrap_err()
}

/// What a failure is about.
fn place(text: &str) -> &str {
    &text[fails(text).range]
}

#[test]
fn numbers_print_as_json_prints_them() {
    assert_eq!(prints("{{ .Values.n }}"), "1000000");
    assert_eq!(
        prints("{{ printf `%s %d %v` .Values.n .Values.n .Values.n }}"),
        "1000000 1000000 1000000"
    );
    assert_eq!(prints("{{ quote 0.10 1e21 }}"), "\"0.1\" \"1e+21\"");
    assert_eq!(prints("{{ kindOf .Values.n }}"), "float64");
}

#[test]
fn a_failure_is_about_the_operand_that_is_wrong() {
    assert_eq!(place("a {{ upper .Values.n }}"), ".Values.n");
    assert_eq!(
        place("{{ .Values.secret.deeper | quote }}"),
        ".Values.secret.deeper"
    );
    assert_eq!(place("{{ if true }}{{ nosuch 1 }}{{ end }}"), "nosuch");
    assert_eq!(place("x {{ `a` | b64dec }}"), "b64dec");
    assert_eq!(place("{{ $y }}"), "$y");
}

#[test]
fn a_failure_in_a_text_within_is_about_where_it_is_evaluated() {
    assert_eq!(place("a {{ tpl `{{ nosuch }}` . }}"), "tpl");
    assert_eq!(place("a {{ tpl `{{ tpl \"{{ 1 | 2 }}\" . }}` . }}"), "tpl");
    assert_eq!(place("{{ include `chart.broken` . }}"), "include");
    assert_eq!(
        place("{{ define `a` }}{{ fail `no` }}{{ end }}{{ include `a` . }}"),
        "fail"
    );
}

#[test]
fn no_failure_quotes_a_value() {
    for text in [
        "{{ .Values.secret | b64dec }}",
        "{{ add1f .Values.secret | until }}",
        "{{ mustFromJson .Values.secret }}",
        "{{ semver .Values.secret }}",
        "{{ .Values.secret.x }}",
        "{{ mustRegexMatch (print `(` .Values.secret) `a` }}",
        "{{ lt .Values.secret 1 }}",
        "{{ urlParse (print `:` .Values.secret) }}",
        "{{ mustToDate `2006` .Values.secret }}",
        "{{ range .Values.secret }}{{ end }}",
        "{{ include .Values.secret . }}",
        "{{ . | include .Values.secret }}",
        "{{ tpl (printf `{{ .Values.n.%s }}` .Values.secret) . }}",
        "{{ tpl (printf `{{ %s }}` .Values.secret) . }}",
        "{{ tpl (printf `{{ include \"%s\" . }}` .Values.secret) . }}",
        "{{ tpl (printf `{{ tpl \"{{ fail \\\"%s\\\" }}\" . }}` .Values.secret) . }}",
        "{{ tpl (printf `{{ include \"x\\x60%s\" . }}` .Values.secret) . }}",
        "{{ fail .Values.secret }}",
        "{{ .Values.secret | fail }}",
        "{{ required .Values.secret .Values.x }}",
    ] {
        assert!(!fails(text).message.contains("hunter2"), "{text}");
    }
}

#[test]
fn no_warning_quotes_a_value() {
    for text in [
        "{{ tpl (printf `{{ .Values.%s }}` .Values.secret) . }}",
        "{{ tpl (printf `{{ .Values.%s | quote }}` .Values.secret) . }}",
    ] {
        let warnings = run(text).warnings;
        assert_eq!(warnings.len(), 1, "{text}");
        assert!(!warnings[0].message.contains("hunter2"), "{text}");
    }
}

#[test]
fn computed_names_and_words_are_not_told() {
    let message = |text| fails(text).message;
    assert_eq!(message("{{ fail .Values.secret }}"), "`fail` was called");
    assert_eq!(
        message("{{ include .Values.secret . }}"),
        "no template has the computed name"
    );
    assert_eq!(
        message("{{ tpl (printf `{{ %s }}` .Values.secret) . }}"),
        "the function a computed name is not defined"
    );
    assert_eq!(
        message("{{ tpl (print `{{ b64dec 1 }}`) . }}"),
        "`b64dec`: expected a text, found a whole number (int)"
    );
}

#[test]
fn what_fail_and_required_say_stands_alone() {
    assert_eq!(fails("{{ fail `stop here` }}").message, "stop here");
    assert_eq!(fails("{{ required `set x` .Values.x }}").message, "set x");
}

#[test]
fn a_refused_function_says_why() {
    let failure = fails("{{ randAlphaNum 5 }}");
    assert_eq!(
        failure.message,
        "the function `randAlphaNum` is refused: it is random, and would make each rendering another"
    );
}

#[test]
fn a_misspelled_function_is_named() {
    let failure = fails("{{ .Values.x | qoute }}");
    assert_eq!(failure.message, "the function `qoute` is not defined");
    assert_eq!(failure.help.unwrap(), "did you mean `quote`?");
}

/// Templates with what is said about them.
fn said(texts: &[&str]) -> String {
    let lines = texts.iter().map(|text| {
        let failure = fails(text);
        let help = failure
            .help
            .map_or_else(String::new, |help| format!(" = help: {help}\n"));
        let place = &text[failure.range];
        format!("{text}\n   {place}: {}\n{help}", failure.message)
    });
    lines.collect()
}

#[test]
fn failures_say_what_is_wrong() {
    insta::assert_snapshot!(said(&[
        "{{ .Values.n",
        "{{ if true }}",
        "{{ end }}",
        "{{ else }}",
        "{{ break }}",
        "{{ upper }}",
        "{{ upper .Values.n }}",
        "{{ trunc 5.5 `x` }}",
        "{{ trunc .Values.n `x` }}",
        "{{ upper .Values.nothere }}",
        "{{ .Values.nothere.deeper }}",
        "{{ .Values.secret.deeper }}",
        "{{ eq .Values.n 1 }}",
        "{{ index .Values 1 }}",
        "{{ index (list 1) 5 }}",
        "{{ range .Values.secret }}{{ end }}",
        "{{ include `nosuch` . }}",
        "{{ first .Values.secret }}",
        "{{ hasKey .Values.secret `x` }}",
        "{{ 1 | 2 }}",
        "{{ `a }}",
        "{{ $x }}",
        "{{ now }}",
        "{{ lookup `v1` `Secret` `a` `b` }}",
        "{{ div 1 0 }}",
        "{{ semverCompare `x y` `1.2.3` }}",
        "{{ `é` | trunc 1 }}",
    ]));
}

#[test]
fn a_missing_key_prints_nothing_and_warns() {
    let outcome = run("x{{ .Values.nothere }}y");
    assert_eq!(outcome.result.unwrap(), "xy");
    let [warning] = outcome.warnings.as_slice() else {
        panic!("{:?}", outcome.warnings);
    };
    assert_eq!(
        warning.message,
        "`.Values.nothere` has no value, and prints nothing"
    );
    assert_eq!(warning.range, 4..19);
}

#[test]
fn a_missing_key_that_is_provided_for_does_not_warn() {
    for text in [
        "{{ .Values.nothere | default `x` }}",
        "{{ if .Values.nothere }}{{ end }}",
        "{{ with .Values.nothere }}{{ end }}",
        "{{ $x := .Values.nothere }}",
        "{{ (.Values.nothere).deeper | default 1 }}",
    ] {
        assert_eq!(run(text).warnings, [], "{text}");
    }
}

#[test]
fn a_missing_key_that_a_function_writes_warns() {
    let outcome = run("{{ .Values.nothere | quote }}{{ printf `%s` .Values.gone }}");
    let messages: Vec<_> = outcome
        .warnings
        .into_iter()
        .map(|warning| warning.message)
        .collect();
    assert_eq!(
        messages,
        [
            "`.Values.nothere` has no value for `quote` to print",
            "`.Values.gone` has no value for `printf` to print"
        ]
    );
}

#[test]
fn a_map_that_set_changes_changes_for_all_who_hold_it() {
    assert_eq!(
        prints("{{ $d := dict }}{{ $e := list $d }}{{ $_ := set $d `a` 1 }}{{ $e }}"),
        "[map[a:1]]"
    );
}

#[test]
fn what_takes_or_makes_too_much_fails() {
    for text in [
        "{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}",
        "{{ until 1000000000 }}",
        "{{ range 9223372036854775807 }}{{ end }}",
        "{{ seq 0 9223372036854775807 }}",
        "{{ untilStep -9223372036854775807 9223372036854775807 1 }}",
        "{{ repeat 1000000 (repeat 1000000 `x`) }}",
        "{{ indent 9223372036854775807 `x` }}",
        "{{ $s := `xxxxxxxxxx` }}{{ range until 100 }}{{ $s = print $s $s }}{{ end }}",
        "{{ $s := repeat 100000 `x` }}{{ replace `x` $s $s }}",
        "{{ $s := repeat 100000 `x` }}{{ regexReplaceAll `x` $s $s }}",
        "{{ regexReplaceAll `x+` (repeat 100000 `x`) (repeat 100000 `$0`) }}",
        "{{ regexMatch `((a{100}){100}){100}` `a` }}",
        "{{ regexMatch (repeat 100000 `(a|b)*`) (repeat 1000000 `ab`) }}",
        "{{ $l := list }}{{ range until 100 }}{{ $l = list $l $l }}{{ end }}{{ $l }}",
        "{{ $l := list }}{{ range until 100 }}{{ $l = list $l $l }}{{ end }}{{ deepEqual $l $l }}",
        "{{ $d := dict }}{{ $_ := set $d `d` $d }}{{ $d }}",
        "{{ $d := dict }}{{ $_ := set $d `d` $d }}{{ toJson $d }}",
        "{{ $d := dict }}{{ $_ := set $d `d` $d }}{{ toYaml $d }}",
        "{{ $d := dict }}{{ $_ := set $d `d` $d }}{{ merge (dict) $d }}",
        "{{ define `a` }}{{ template `a` }}{{ end }}{{ template `a` }}",
        "{{ define `a` }}{{ include `a` . }}{{ end }}{{ include `a` . }}",
        "{{ define `a` }}{{ tpl `{{ include \"a\" . }}` . }}{{ end }}{{ include `a` . }}",
        "{{ range until 100000 }}{{ printf `%1000000d` 1 }}{{ end }}",
        "{{ printf `%1000000d%1000000d%1000000d%1000000d%1000000d` 1 1 1 1 1 }}",
        "{{ wrapWith 1 (repeat 100000 `-`) (repeat 100000 `x`) }}",
        "{{ join (repeat 100000 `-`) (until 100000) }}",
        "{{ concat (until 100000) (until 100000) }}",
        "{{ range until 100000 }}{{ $x := include `chart.name` $ }}{{ end }}",
        "{{ $s := repeat 3000 `[],` }}{{ range until 1000 }}{{ $x := fromJsonArray $s }}{{ end }}",
        "{{ $s := repeat 3000 `a: b\n` }}{{ range until 1000 }}{{ $x := fromYaml $s }}{{ end }}",
        "{{ uniq (until 100000) }}",
        "{{ regexMatch `^(a?){1000}a{1000}b` (repeat 600000 `a`) }}",
    ] {
        assert!(run(text).result.is_err(), "{text}");
    }
}

#[test]
fn templates_that_share_their_steps_take_no_more_together() {
    let text = "{{ range until 100000 }}{{ end }}";
    let mut steps = STEPS;
    let mut printed = 0;
    for _ in 0..100 {
        let outcome = evaluate_within(text, &data(), &Chart, steps);
        assert!(outcome.steps_left <= steps);
        steps = outcome.steps_left;
        printed += usize::from(outcome.result.is_ok());
    }
    assert!((1..20).contains(&printed));
    assert_eq!(steps, 0);
}

#[test]
fn what_nests_too_deep_fails() {
    for (open, close) in [("(", ")"), ("{{ if true }}", "{{ end }}"), ("(print ", ")")] {
        let (before, after) = if open.starts_with('{') {
            ("", "")
        } else {
            ("{{ ", " }}")
        };
        let inner = if open.starts_with('{') { "" } else { "1" };
        let nested = |depth| {
            format!(
                "{before}{}{inner}{}{after}",
                open.repeat(depth),
                close.repeat(depth)
            )
        };
        assert!(run(&nested(50)).result.is_ok(), "{open}");
        assert!(run(&nested(100_000)).result.is_err(), "{open}");
    }
}

#[test]
fn values_that_nest_deep_are_let_go() {
    let text = "{{ $d := dict }}{{ $n := $d }}{{ range until 100000 }}{{ $m := dict }}\
                {{ $_ := set $n `n` $m }}{{ $n = $m }}{{ end }}";
    assert_eq!(prints(text), "");
    let text = "{{ $l := list }}{{ range until 100000 }}{{ $l = list $l }}{{ end }}";
    assert_eq!(prints(text), "");
}

#[test]
fn long_chains_of_conditions_do_not_nest() {
    let text = format!(
        "{{{{ if false }}}}{}{{{{ end }}}}",
        "{{ else if false }}".repeat(5_000)
    );
    assert_eq!(prints(&text), "");
}

/// Words that templates are made of, in any order.
fn words() -> impl Strategy<Value = String> {
    let names = functions::TABLES
        .iter()
        .copied()
        .flatten()
        .map(|function| function.name);
    let names: Vec<&str> = names.collect();
    let word = prop_oneof![
        3 => proptest::sample::select(names).prop_map(|name| format!(" {name} ")),
        6 => proptest::sample::select(vec![
            "{{", "}}", "{{-", "-}}", " | ", "(", ")", " .Values.n ", " .Values.secret ", " . ", "$x", " := ", " = ",
            "{{ if ", "{{ end }}", "{{ else }}", "{{ range ", "{{ with ", " nil ", " true ", " 1 ", " -5 ", " 1.5 ",
            " 9223372036854775807 ", " \"%5d %q\" ", " `é`", " (list 1 \"a\" nil) ", " (dict \"a\" 1) ", "/*", "*/",
            " \"a(b)\" ", " \"2006-01-02\" ", " \"\" ", ".a", "'x'", ",",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,3}",
    ];
    proptest::collection::vec(word, 0..30).prop_map(|words| words.concat())
}

/// A call of any function with any few arguments.
fn calls() -> impl Strategy<Value = String> {
    let names = functions::TABLES
        .iter()
        .copied()
        .flatten()
        .map(|function| function.name);
    let argument = proptest::sample::select(vec![
        "\"\"",
        "\"a\"",
        "\"héllo wörld\"",
        "\"%[3]*.*f %+q\"",
        "0",
        "-1",
        "1",
        "3",
        "1e300",
        "-0.5",
        "true",
        "nil",
        "(list)",
        "(list 1 \"b\" nil)",
        "(dict)",
        "(dict \"a\" (dict \"b\" 1))",
        ".Values",
        "(until 3)",
        "\"1.2.3-a+b\"",
        "\"[a-z\"",
        "(toDate \"2006\" \"2020\")",
        "(semver \"1.2.3\")",
        "9223372036854775807",
        "-9223372036854775808",
        "(int64 5)",
        "\"Jan _2 2006 15:04:05.000 -0700 MST PM 002 __2\"",
        "\"-1h1.5m\"",
        "\"http://[::1]:80/%41?a#b\"",
    ]);
    let arguments = proptest::collection::vec(argument, 0..5);
    (
        proptest::sample::select(names.collect::<Vec<_>>()),
        arguments,
    )
        .prop_map(|(name, arguments)| format!("{{{{ {name} {} }}}}", arguments.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn no_text_makes_it_panic(text in words()) {
        drop(run(&text));
    }

    #[test]
    fn no_call_makes_it_panic(text in calls()) {
        drop(run(&text));
    }

    #[test]
    fn texts_without_actions_print_themselves(text in "[^{]*") {
        prop_assert_eq!(prints(&text), text);
    }

    #[test]
    fn failures_point_into_the_text(text in words()) {
        if let Err(failure) = run(&text).result {
            prop_assert!(text.get(failure.range).is_some());
        }
    }
}
