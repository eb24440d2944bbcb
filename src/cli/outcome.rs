//! What a subcommand leaves behind, and how it is printed: results on the standard output, everything else on the
//! standard error stream.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use crate::diagnostic::Diagnostics;
use crate::report::{Format, report, visible_lines};
use crate::source::Sources;

/// The command line is wrong, in a way that only the subcommand can tell; a sentence for the user.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Usage(pub String);

/// What a subcommand leaves behind.
#[derive(Default)]
pub struct Outcome {
    /// The result, for the standard output.
    pub result: String,
    /// The report of what is wrong, for the standard error stream.
    pub report: String,
    /// The exit status.
    pub status: u8,
}

impl Outcome {
    /// A result, and nothing to say about it.
    #[must_use]
    pub fn result(result: String) -> Self {
        Outcome {
            result,
            ..Outcome::default()
        }
    }

    /// The command line is wrong, in a way that only the subcommand can tell.
    #[must_use]
    pub fn usage(message: &str) -> Self {
        Outcome {
            report: format!("error: {}\n", visible_lines(message)),
            status: 2,
            ..Outcome::default()
        }
    }

    /// What was asked for is not there.
    #[must_use]
    pub fn failure(message: &str) -> Self {
        Outcome {
            report: format!("Error: {}\n", visible_lines(message)),
            status: 1,
            ..Outcome::default()
        }
    }

    /// A report that is the result itself.
    #[must_use]
    pub fn reported(report: String, diagnostics: &Diagnostics) -> Self {
        Outcome {
            result: report,
            status: u8::from(diagnostics.has_errors()),
            ..Outcome::default()
        }
    }

    /// A result that stands only if there are no errors.
    #[must_use]
    pub fn checked(
        result: String,
        diagnostics: &Diagnostics,
        sources: &Sources,
        format: Format,
    ) -> Self {
        let failed = diagnostics.has_errors();
        Outcome {
            result: if failed { String::new() } else { result },
            report: report(format, diagnostics, sources, colour()),
            status: u8::from(failed),
        }
    }
}

/// Whether the report may be coloured: on a terminal, unless `NO_COLOR` says otherwise.
fn colour() -> bool {
    may_colour(&io::stderr())
}

/// Whether a report that is the result may be coloured.
#[must_use]
pub fn colour_of_result() -> bool {
    may_colour(&io::stdout())
}

fn may_colour(stream: &impl IsTerminal) -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    stream.is_terminal() && !refused && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Prints an outcome and returns the exit status. Whoever stops reading the result has seen enough of it.
pub(super) fn finish(outcome: anyhow::Result<Outcome>) -> ExitCode {
    let outcome = outcome.unwrap_or_else(|error| match error.downcast_ref::<Usage>() {
        Some(usage) => Outcome::usage(&usage.to_string()),
        None => Outcome::failure(&format!("{error:#}")),
    });
    let _ = io::stderr().write_all(outcome.report.as_bytes());
    let written = io::stdout()
        .write_all(outcome.result.as_bytes())
        .and_then(|()| io::stdout().flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let _ = writeln!(
                io::stderr(),
                "Error: cannot write to the standard output: {error}"
            );
            ExitCode::FAILURE
        }
        _ => ExitCode::from(outcome.status),
    }
}
