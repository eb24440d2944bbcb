//! Bad input: each kind of it gives a clear diagnostic, the exit status that says whose fault it is, and nothing on the
//! standard output, within the bounds of time and memory that [`trial`] sets.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(
    clippy::format_collect,
    clippy::format_push_string,
    reason = "large inputs are small texts, repeated"
)]

mod broken_yaml;
mod command_lines;
mod escapes;
mod files;
mod outputs;
mod secrets;
mod too_much;
mod wrong_values;

#[path = "../support/trial.rs"]
mod trial;

use trial::Trial;

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
