//! Text that is not YAML, or not what Kubernetes takes for YAML.

use insta::assert_snapshot;

use super::refusal;

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

#[test]
fn that_an_unknown_anchor_leaves_is_no_second_error() {
    for values in ["image: *unknown\n", "image: {registry: *unknown}\n"] {
        let report = refusal(values);
        assert!(report.ends_with("falcogen: 1 error\n"), "{report}");
    }
}
