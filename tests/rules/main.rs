//! `falcogen rules check` and `list`, and the rules in values, as their users meet them.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(
    clippy::format_collect,
    clippy::format_push_string,
    reason = "large inputs are small texts, repeated"
)]

mod charts;
mod fields;
mod folders;
mod formats;
mod inputs;
mod large;
mod list;
mod mutations;
mod odd;
mod order;
mod severity;
mod values;
mod versions;
mod volume;

#[path = "../support/trial.rs"]
mod trial;

use serde_json::Value;
use trial::{Outcome, Trial};

/// A rule of which there is nothing to say.
const GOOD: &str = "\
- rule: shell_in_container
  desc: A shell runs in a container.
  condition: evt.type = execve and container.id != host and proc.name = bash
  output: A shell runs (command=%proc.cmdline)
  priority: NOTICE
";

/// A folder with one file, `rules.yaml`.
fn rules(text: impl AsRef<[u8]>) -> Trial {
    Trial::new().file("rules.yaml", text)
}

/// A rule with that condition, which begins at 3:14.
fn with_condition(condition: &str) -> String {
    format!(
        "- rule: r\n  desc: d\n  condition: {condition}\n  output: '%evt.num'\n  priority: INFO\n"
    )
}

/// The report of `falcogen rules check --format json`, with these arguments.
#[track_caller]
fn checked(trial: &Trial, arguments: &str) -> Report {
    let outcome = trial.run(&format!("falcogen rules check --format json {arguments}"));
    Report::of(&outcome)
}

/// A report in JSON.
struct Report(Value);

impl Report {
    /// The report that a command prints, whose exit status says whether there are errors.
    #[track_caller]
    fn of(outcome: &Outcome) -> Self {
        let said: String = outcome.stderr.chars().take(2000).collect();
        assert_eq!(said, "");
        let report: Value = serde_json::from_str(&outcome.stdout).unwrap();
        let failed = report["errors"] != 0;
        assert_eq!(
            outcome.status,
            Some(i32::from(failed)),
            "{:.2000}",
            outcome.stdout
        );
        Report(report)
    }

    /// Whether each file loads, by its name.
    fn loads(&self) -> Vec<(String, bool)> {
        let files = self.0["files"].as_array().unwrap().iter();
        let file = |file: &Value| {
            let name = file["file"].as_str().unwrap().to_owned();
            (name, file["loads"].as_bool().unwrap())
        };
        files.map(file).collect()
    }

    /// Each diagnostic as `warning rule-unused-list rules.yaml:1:9`.
    fn said(&self) -> Vec<String> {
        let said = self.0["diagnostics"].as_array().unwrap().iter();
        let words = |said: &Value| {
            let word = |key: &str| said[key].as_str().unwrap_or("-").to_owned();
            let (severity, code, file) = (word("severity"), word("code"), word("file"));
            format!(
                "{severity} {code} {file}:{}:{}",
                said["line"], said["column"]
            )
        };
        said.map(words).collect()
    }
}
