//! `falcogen explain`: the page of a diagnostic.

use std::fmt::Write as _;

use clap::Args;

use super::Outcome;
use crate::checks;
use crate::diagnostic::Severity;
use crate::values::similar;

/// Explain a diagnostic by its code; without one, list all codes
#[derive(Args)]
pub struct Explain {
    /// The code, such as unknown-value
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(&self) -> Outcome {
        let Some(name) = self.code.as_deref().map(bare) else {
            return Outcome::result(list());
        };
        if let Some(code) = checks::find(name) {
            return Outcome::result(code.page.to_owned());
        }
        let proposal = similar::word(name, checks::all().map(|code| code.name)).map_or_else(
            || "`falcogen explain` lists them".to_owned(),
            |code| format!("did you mean `{code}`?"),
        );
        Outcome::usage(&format!("there is no code `{name}`; {proposal}"))
    }
}

/// The code itself, also if it is given as a report shows it: `error[unknown-value]`.
fn bare(code: &str) -> &str {
    let inner = code.split_once('[').filter(|(severity, _)| {
        let known = [Severity::Error, Severity::Warning, Severity::Note];
        known.iter().any(|known| known.name() == *severity)
    });
    inner.map_or(code, |(_, rest)| rest.split(']').next().unwrap_or(rest))
}

/// Every code with the first sentence of its page.
fn list() -> String {
    let mut list = String::new();
    let width = checks::all()
        .map(|code| code.name.len())
        .max()
        .unwrap_or_default();
    for code in checks::all() {
        let _ = writeln!(
            list,
            "{:width$}  {:7}  {}",
            code.name,
            code.severity.name(),
            code.summary()
        );
    }
    list
}
