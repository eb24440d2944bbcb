//! Outputs that cannot be written.

use insta::assert_snapshot;

use super::trial::Trial;
use super::{RENDER, run_refused};

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
