//! Escape sequences, which must never reach a terminal.

use super::trial::Trial;
use super::{refusal, run_refused};

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
