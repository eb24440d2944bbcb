//! Bad input: each kind of it gives a clear diagnostic, the exit status that says whose fault it is, and nothing on the
//! standard output, within the bounds of time and memory that [`support::trial`] sets.

#![cfg(unix)]

mod support {
    pub mod trial;
}

use insta::assert_snapshot;
use support::trial::Trial;

const RENDER: &str = "falcogen render --chart stable";

/// The report on a values file that is refused.
#[track_caller]
fn refusal(values: impl AsRef<[u8]>) -> String {
    run_refused(&Trial::values(values), "-f values.yaml")
}

/// The report on arguments that are refused for what they lead to.
#[track_caller]
fn run_refused(trial: &Trial, arguments: &str) -> String {
    let report = trial.run(&format!("{RENDER} {arguments}")).refusal();
    assert!(report.len() < 100_000, "{} bytes", report.len());
    report
}

/// Asserts that a values file is refused with this title and at this place, however long the report is.
#[track_caller]
fn assert_refused(values: impl AsRef<[u8]>, title: &str, place: &str) {
    let report = refusal(values);
    let first: Vec<&str> = report.lines().take(2).collect();
    assert_eq!(first[0], title);
    assert_eq!(first[1].trim_start(), format!("--> values.yaml:{place}"));
}

mod broken_yaml {
    use super::*;

    #[test]
    fn says_where_a_bracket_is_left_open() {
        assert_snapshot!(refusal("extraArgs: [a, b\ntimezone: UTC\n"), @"
        error[yaml-syntax]: the bracket `[` is never closed
         --> values.yaml:1:12
          |
        1 | extraArgs: [a, b
          |            ^
          |
          = help: close the bracket, or put the value in quotes if it is a text

        falcogen: 1 error
        ");
    }

    #[test]
    fn says_which_line_is_indented_wrongly() {
        assert_snapshot!(refusal("docker:\n  enabled: true\n socket: /run/docker.sock\n"), @"
        error[yaml-syntax]: the indentation of this line fits none above it
         --> values.yaml:3:2
          |
        3 |  socket: /run/docker.sock
          |  ^
          |
          = help: keys of one map, and dashes of one list, stand in one column: check the indentation of this line and of those above it

        falcogen: 1 error
        ");
    }

    #[test]
    fn says_that_a_tab_is_no_indentation() {
        assert_snapshot!(refusal("docker:\n\tenabled: true\n"), @"
        error[yaml-syntax]: a tab is used as indentation
         --> values.yaml:2:1
          |
        2 |     enabled: true
          | ^^^^
          |
          = help: indent with spaces

        falcogen: 1 error
        ");
    }

    #[test]
    fn says_where_a_quote_is_left_open() {
        assert_snapshot!(refusal("timezone: \"UTC\nebpf:\n  enabled: true\n"), @r#"
        error[yaml-syntax]: the quote is never closed
         --> values.yaml:1:11
          |
        1 | timezone: "UTC
          |           ^
          |
          = help: close the quote; within `'…'` a quote is written `''`, within `"…"` it is written `\"`

        falcogen: 1 error
        "#);
    }

    #[test]
    fn says_which_key_is_given_twice() {
        assert_snapshot!(refusal("timezone: UTC\ntimezone: CET\n"), @"
        error[duplicate-key]: the key `timezone` is given twice in one map
         --> values.yaml:2:1
          |
        1 | timezone: UTC
          | -------- first given here
        2 | timezone: CET
          | ^^^^^^^^ given again here
          |
          = help: keep one of the two, or join what they hold

        falcogen: 1 error
        ");
    }

    #[test]
    fn says_where_a_second_document_begins() {
        assert_snapshot!(refusal("timezone: UTC\n---\ntimezone: CET\n"), @"
        error[several-documents]: the file holds more than one YAML document
         --> values.yaml:2:1
          |
        2 | ---
          | ^^^ the second one begins here
          |
          = help: put each document into a file of its own and give them in order, or remove the separator

        falcogen: 1 error
        ");
    }

    #[test]
    fn says_which_alias_leads_nowhere() {
        assert_snapshot!(refusal("timezone: *zone\n"), @"
        error[unsupported-yaml]: the alias refers to an anchor that is not defined above it
         --> values.yaml:1:11
          |
        1 | timezone: *zone
          |           ^^^^^
          |
          = help: put the value in quotes if it is a text that begins with `*`

        falcogen: 1 error
        ");
    }

    #[test]
    fn says_which_byte_is_not_utf_8() {
        assert_snapshot!(refusal(b"timezone: UTC\nproxy:\n  httpProxy: caf\xe9\n"), @"
        error[invalid-utf8]: this is not text in UTF-8
         --> values.yaml:3:17
          |
        3 |   httpProxy: caf�
          |                 ^ this byte begins no character
          |
          = help: save the file as UTF-8

        falcogen: 1 error
        ");
    }

    #[test]
    fn says_that_utf_16_is_not_utf_8() {
        assert_snapshot!(refusal(b"\xff\xfea\0:\0 \x001\0"), @r"
        error[invalid-utf8]: this is not text in UTF-8
         --> values.yaml:1:1
          |
        1 | ��a\u{0}:\u{0} \u{0}1\u{0}
          | ^ this byte begins no character
          |
          = help: save the file as UTF-8

        falcogen: 1 error
        ");
    }

    #[test]
    fn says_where_a_nul_byte_is() {
        assert_snapshot!(refusal(b"timezone: UTC\0\n"), @r#"
        error[unsupported-yaml]: the control character U+0000 is not allowed in YAML
         --> values.yaml:1:14
          |
        1 | timezone: UTC\u{0}
          |              ^^^^^
          |
          = help: write it as an escape in double quotes: `"\u…"`, with the four digits of its number

        falcogen: 1 error
        "#);
    }
}

mod wrong_values {
    use super::*;

    #[test]
    fn are_all_reported_in_one_run() {
        let values = "extraArgs: none\ndocker: [enabled]\nfalco:\n  webserver:\n    listenPort: many\ncri:\n  enabled: \"no\"\n";
        assert_snapshot!(refusal(values), @r#"
        error[wrong-type]: `extraArgs` is a text, expected a list
         --> values.yaml:1:12
          |
        1 | extraArgs: none
          |            ^^^^
          |
          = help: write each item on a line of its own behind `- `, or all of them as `[first, second]`

        error[wrong-type]: `docker` is a list, expected a map
         --> values.yaml:2:9
          |
        2 | docker: [enabled]
          |         ^^^^^^^^^
          |
          = help: write `key: value` lines below it, indented deeper

        error[wrong-type]: `falco.webserver.listenPort` is a text, expected a whole number
         --> values.yaml:5:17
          |
        5 |     listenPort: many
          |                 ^^^^
          |
          = help: write a number, without quotes

        error[misread-boolean]: `cri.enabled` is a text, and the chart takes any text for true
         --> values.yaml:7:12
          |
        7 |   enabled: "no"
          |            ^^^^ this would switch it on
          |
          = help: write `false` without quotes

        falcogen: 4 errors
        "#);
    }

    #[test]
    fn are_refused_where_a_list_stands_for_all_values() {
        assert_snapshot!(refusal("- timezone: UTC\n"), @"
        error[wrong-type]: a values file is a map, and this is a list
         --> values.yaml:1:1
          |
        1 | - timezone: UTC
          | ^^^^^^^^^^^^^^^

        falcogen: 1 error
        ");
    }

    #[test]
    fn are_refused_where_a_text_stands_for_all_values() {
        assert_snapshot!(refusal("values\n"), @"
        error[wrong-type]: a values file is a map, and this is a text
         --> values.yaml:1:1
          |
        1 | values
          | ^^^^^^

        falcogen: 1 error
        ");
    }

    #[test]
    fn may_be_none_at_all() {
        for nothing in ["", "# nothing\n", "---\n", "\u{feff}", "{}", "null\n"] {
            let trial = Trial::values(nothing);
            let rendered = trial.run(&format!("{RENDER} -f values.yaml")).result();
            assert_eq!(rendered, trial.run(RENDER).result(), "{nothing:?}");
        }
    }
}

mod too_much {
    use super::*;

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
            .replace("x", "{a: b}");
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

        falcogen: 1 error
        ");
    }

    #[test]
    fn input_without_end_is_refused() {
        let trial = Trial::new();
        assert_snapshot!(run_refused(&trial, "-f /dev/zero"), @"
        error[unreadable-file]: cannot read `/dev/zero`: it is larger than 16 MiB

        falcogen: 1 error
        ");
        assert_snapshot!(run_refused(&trial, "-f - </dev/zero"), @"
        error[unreadable-file]: cannot read `-`: it is larger than 16 MiB

        falcogen: 1 error
        ");
        let fifo = "mkfifo pipe && { yes >pipe & } && falcogen render --chart stable -f pipe";
        assert_snapshot!(trial.run(fifo).refusal(), @"
        error[unreadable-file]: cannot read `pipe`: it is larger than 16 MiB

        falcogen: 1 error
        ");
    }

    #[test]
    fn millions_of_values_are_refused() {
        let report = refusal(format!("a: [{}]", "1,".repeat(1_500_000)));
        assert!(
            report.starts_with(
                "error[yaml-limit]: the text holds more than 1000000 keys and values\n"
            ),
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
    fn a_known_key_of_a_megabyte_is_warned_of_in_few_words() {
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
    fn a_hundred_thousand_keys_are_judged() {
        let keys = |key: &str| {
            (0..100_000)
                .map(|at| format!("  {key}{at}: v\n"))
                .collect::<String>()
        };
        let report = refusal(format!("customRules:\n{}", keys("no file ")));
        assert!(report.ends_with("\nfalcogen: 100000 errors\n"));
        let values = format!("customRules:\n{}", keys("file"));
        let rendered = Trial::values(values)
            .run(&format!("{RENDER} -f values.yaml"))
            .result();
        assert!(rendered.contains("\n  file99999: v\n"));
    }

    #[test]
    fn problems_of_a_hundred_thousand_lines_are_counted() {
        let report = refusal(format!("customRules:\n{}", "  a: b\n".repeat(100_000)));
        assert!(report.ends_with("\nfalcogen: 99999 errors\n"));
        let report = refusal(format!("extraArgs:\n{}", "- []\n".repeat(100_000)));
        assert!(report.ends_with("\nfalcogen: 100000 errors\n"));
    }
}

mod files {
    use super::*;

    #[test]
    fn that_are_missing_are_named() {
        assert_snapshot!(run_refused(&Trial::new(), "-f missing.yaml"), @"
        error[unreadable-file]: cannot read `missing.yaml`: there is no such file
         |
         = help: paths are relative to the working directory

        falcogen: 1 error
        ");
        assert_snapshot!(run_refused(&Trial::new(), "--set-file customRules.mine=missing.yaml"), @"
        error[unreadable-file]: cannot read `missing.yaml`: there is no such file
         --> --set-file[1]:1:18
          |
        1 | customRules.mine=missing.yaml
          |                  ^^^^^^^^^^^^
          |
          = help: paths are relative to the working directory

        falcogen: 1 error
        ");
    }

    #[test]
    fn that_are_folders_are_named() {
        let trial = Trial::new().folder("values");
        assert_snapshot!(run_refused(&trial, "-f values"), @"
        error[unreadable-file]: cannot read `values`: it is a directory
         |
         = help: name a file in it

        falcogen: 1 error
        ");
        assert_snapshot!(run_refused(&trial, "--set-file customRules.mine=values"), @"
        error[unreadable-file]: cannot read `values`: it is a directory
         --> --set-file[1]:1:18
          |
        1 | customRules.mine=values
          |                  ^^^^^^
          |
          = help: name a file in it

        falcogen: 1 error
        ");
    }

    #[test]
    fn that_are_elsewhere_are_not_fetched() {
        assert_snapshot!(run_refused(&Trial::new(), "-f https://example.com/values.yaml"), @"
        error[unreadable-file]: cannot read `https://example.com/values.yaml`: it is a URL, and only local files are read
         |
         = help: download it first, and name the local file

        falcogen: 1 error
        ");
    }

    #[test]
    fn that_are_no_text_are_shown_where_they_stop_being_text() {
        let trial = Trial::new().file("rules", b"- rule: a\n  desc: \xff\n");
        assert_snapshot!(run_refused(&trial, "--set-file customRules.mine=rules"), @"
        error[invalid-utf8]: this is not text in UTF-8
         --> rules:2:9
          |
        2 |   desc: �
          |         ^ this byte begins no character
          |
          = help: save the file as UTF-8

        falcogen: 1 error
        ");
    }

    #[test]
    fn of_base_rules_are_checked() {
        let trial = Trial::values("")
            .folder("empty")
            .file("rules/a.yaml", b"- list: \xff\n")
            .file("rules/b.yaml", b"\xfe");
        assert_snapshot!(run_refused(&trial, "--base-rules missing"), @"
        error[unreadable-file]: cannot read `missing`: there is no such file
         |
         = help: paths are relative to the working directory

        falcogen: 1 error
        ");
        assert_snapshot!(run_refused(&trial, "--base-rules values.yaml"), @"
        error[unreadable-file]: cannot read `values.yaml`: a file stands where a folder belongs

        falcogen: 1 error
        ");
        assert_snapshot!(run_refused(&trial, "--base-rules empty"), @"
        error[unreadable-file]: cannot read `empty`: it holds no file that ends in `.yaml` or `.yml`
         |
         = help: name the folder in which the rules files are

        falcogen: 1 error
        ");
        assert_snapshot!(run_refused(&trial, "--base-rules rules"), @"
        error[invalid-utf8]: this is not text in UTF-8
         --> rules/a.yaml:1:9
          |
        1 | - list: �
          |         ^ this byte begins no character
          |
          = help: save the file as UTF-8

        error[invalid-utf8]: this is not text in UTF-8
         --> rules/b.yaml:1:1
          |
        1 | �
          | ^ this byte begins no character
          |
          = help: save the file as UTF-8

        falcogen: 2 errors
        ");
    }

    #[test]
    fn from_standard_input_are_named_so() {
        assert_snapshot!(run_refused(&Trial::values("a: [\n"), "-f - <values.yaml"), @"
        error[yaml-syntax]: the bracket `[` is never closed
         --> <stdin>:1:4
          |
        1 | a: [
          |    ^
          |
          = help: close the bracket, or put the value in quotes if it is a text

        falcogen: 1 error
        ");
    }

    #[test]
    fn with_several_faults_are_all_reported() {
        let trial = Trial::values("timezone: [\n").file("other.yaml", "docker: 1\n");
        let report = run_refused(
            &trial,
            "-f values.yaml,missing.yaml -f other.yaml --set 'a[b]=1' -n A",
        );
        let titles: Vec<&str> = report
            .lines()
            .filter(|line| line.starts_with("error["))
            .collect();
        assert_eq!(titles.len(), 5, "{report}");
    }
}

mod command_lines {
    use super::*;

    #[track_caller]
    fn usage(arguments: &str) -> String {
        Trial::new().run(&format!("{RENDER} {arguments}")).usage()
    }

    #[test]
    fn with_unknown_flags_or_flag_values_are_refused() {
        assert_snapshot!(usage("--sett a=b"), @"
        error: unexpected argument '--sett' found

          tip: a similar argument exists: '--set'

        Usage: falcogen render --chart <CHART> --set <ASSIGNMENT> [RELEASE]

        For more information, try '--help'.
        ");
        assert_snapshot!(usage("-o xml"), @"
        error: invalid value 'xml' for '--output <FORM>'
          [possible values: yaml, json]

          tip: a similar value exists: 'yaml'

        For more information, try '--help'.
        ");
        assert_snapshot!(usage("--kube-version latest"), @"
        error: invalid value 'latest' for '--kube-version <VERSION>': expected a version of Kubernetes such as 1.31 or v1.31.2

        For more information, try '--help'.
        ");
        assert_snapshot!(usage("--diagnostics xml"), @"
        error: invalid value 'xml' for '--diagnostics <FORMAT>'
          [possible values: human, json, sarif, github, gitlab, junit]

        For more information, try '--help'.
        ");
        assert_snapshot!(Trial::new().run("falcogen render --chart nope").usage(), @"error: there is no chart `nope`; --chart takes: stable");
        assert_snapshot!(Trial::new().run("falcogen render").usage(), @"error: name a chart by --chart; it will be falco (chart falcosecurity/falco) by default, but this version does not have that chart yet. There is: stable");
        assert_snapshot!(Trial::new().run("falcogen why --chart stable DaemonSet/falco 'a[b'").usage(), @r#"
        error: invalid value 'a[b' for '<PATH>': `a[b` is not a path such as `spec.containers[0].image` or `data["falco.yaml"].priority`

        For more information, try '--help'.
        "#);
        assert_snapshot!(Trial::new().run("falcogen explain unknown-valu").usage(), @"error: there is no code `unknown-valu`; did you mean `unknown-value`?");
        assert_snapshot!(Trial::new().run("falcogen show values nope").usage(), @"error: there is no chart `nope` here");
    }

    #[test]
    fn with_names_that_cannot_be_one_are_refused_once() {
        assert_snapshot!(run_refused(&Trial::new(), "Bad_Name -n 'my space'"), @"
        error[invalid-name]: `Bad_Name` is not a valid release name
         --> RELEASE:1:1
          |
        1 | Bad_Name
          | ^^^^^^^^ only lower-case letters, digits, `-` and `.` are allowed

        error[invalid-name]: `my space` is not a valid namespace
         --> --namespace:1:1
          |
        1 | my space
          | ^^^^^^^^ only lower-case letters, digits, `-` and `.` are allowed

        falcogen: 2 errors
        ");
    }

    #[test]
    fn with_assignments_beyond_a_bound_are_refused() {
        assert_snapshot!(run_refused(&Trial::new(), "--set 'a[999999999]=1'"), @"
        error[set-limit]: this index is too high
         --> --set[1]:1:2
          |
        1 | a[999999999]=1
          |  ^^^^^^^^^^^ more than 65536
          |
          = help: count the items of a list from 0

        falcogen: 1 error
        ");
        let deep = format!("--set-json falco={}", "[".repeat(50_000));
        let report = run_refused(&Trial::new(), &deep);
        assert!(
            report.starts_with(
                "error[set-limit]: this value is nested too deep\n --> --set-json[1]:1:7\n"
            ),
            "{report}"
        );
        let many = format!("--set {}", "a.".repeat(30_000) + "=1");
        assert!(run_refused(&Trial::new(), &many).starts_with("error[set-limit]: "));
        let holes: String = (0..10).map(|at| format!("k{at}[60000]=1,")).collect();
        assert!(
            run_refused(&Trial::new(), &format!("--set {holes}")).contains("error[set-limit]: ")
        );
    }

    #[test]
    fn with_broken_assignments_are_refused() {
        assert_snapshot!(run_refused(&Trial::new(), "--set timezone"), @r"
        error[set-syntax]: this name has no value
         --> --set[1]:1:1
          |
        1 | timezone
          | ^^^^^^^^ no `=` follows
          |
          = help: write `name=value`; a comma that belongs to a value is written `\,`

        falcogen: 1 error
        ");
        assert_snapshot!(run_refused(&Trial::new(), "--set-json 'falco={'"), @"
        error[set-syntax]: this value is not JSON: it ends too early
         --> --set-json[1]:1:8
          |
        1 | falco={
          |        ^
          |
          = help: write `name=JSON`, with texts in double quotes; `--set` takes texts without quotes

        falcogen: 1 error
        ");
    }
}

mod escapes {
    use super::*;

    /// `report` if it shows the escape in plain letters, which [`Trial`] and this assert together say.
    #[track_caller]
    fn assert_shown(report: &str) {
        assert!(report.contains("\\u{1b}[31m"), "{report}");
        assert!(!report.contains('\u{1b}'), "{report}");
    }

    #[test]
    fn in_a_file_are_shown_and_not_sent() {
        assert_shown(&refusal("a\u{1b}[31m: 1\n"));
        let quoted = Trial::values("\"\\e[31mred\": 1\nfalco:\n  logLevel: \"\u{1b}[31m\"\n");
        assert_shown(&run_refused(&quoted, "--strict -f values.yaml"));
        let key = Trial::values("\"\\e[31mred\": 1\n\"\\u202ered\": 1\n");
        for format in ["human", "json", "sarif", "github", "gitlab", "junit"] {
            let command = format!("--strict --diagnostics {format} -f values.yaml");
            let report = run_refused(&key, &command);
            assert!(!report.contains(['\u{1b}', '\u{202e}']), "{report}");
        }
    }

    #[test]
    fn in_an_argument_are_shown_and_not_sent() {
        let trial = Trial::new().file("file", "");
        for argument in [
            "-f 'ESC.yaml'",
            "--set 'ESC'",
            "--set-file 'a=ESC'",
            "--set-json 'ESC={'",
            "-n 'ESC'",
            "'ESC'",
            "-s 'ESC'",
            "--base-rules 'ESC'",
            "--output-dir 'file/ESC'",
        ] {
            assert_shown(&run_refused(&trial, &argument.replace("ESC", "\u{1b}[31m")));
        }
        for command in [
            "render --chart ESC",
            "template a ESC",
            "explain ESC",
            "show chart ESC",
        ] {
            let command = format!("falcogen {}", command.replace("ESC", "'\u{1b}[31m'"));
            assert_shown(&trial.run(&command).usage());
        }
        let command = "falcogen why --chart stable 'ESC/a' b".replace("ESC", "\u{1b}[31m");
        assert_shown(&trial.run(&command).refusal());
    }
}

mod outputs {
    use super::*;

    #[test]
    fn that_cannot_be_written_are_named() {
        let trial = Trial::values("");
        assert_snapshot!(run_refused(&trial, "--output-dir values.yaml"), @"Error: cannot make the folder values.yaml/falco/templates: Not a directory (os error 20)");
    }

    #[test]
    fn that_nobody_reads_any_more_are_no_failure() {
        let outcome = Trial::new().run(&format!("{RENDER} | true"));
        assert_eq!((outcome.stderr.as_str(), outcome.status), ("", Some(0)));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn that_are_full_are_a_failure() {
        assert_snapshot!(run_refused(&Trial::new(), ">/dev/full"), @"Error: cannot write to the standard output: No space left on device (os error 28)");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn for_reports_may_be_full() {
        let trial = Trial::values("unknown: 1\n");
        let rendered = trial
            .run(&format!("{RENDER} -f values.yaml 2>/dev/full"))
            .result();
        assert_eq!(rendered, trial.run(RENDER).result());
    }
}
