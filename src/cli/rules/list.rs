//! `falcogen rules list`: the rules that are in effect.

use clap::Args;

use super::flags::{LoadFlags, ToLoad};
use crate::cli::Outcome;
use crate::diagnostic::{Diagnostics, Severity};
use crate::report::{Format, report};
use crate::rules::advice::View;
use crate::rules::listing::{self, Form};
use crate::rules::locator::Locator;
use crate::rules::{self, custom};
use crate::source::Sources;

/// Print the rules that are in effect once all files are loaded: where each is defined, and what changed it
#[derive(Args)]
pub struct List {
    #[command(flatten)]
    load: LoadFlags,
    /// Print the rules by tactic and technique of MITRE ATT&CK, as their tags name them
    #[arg(long)]
    mitre: bool,
    /// Print the files instead, in the order in which Falco loads them, with their names in the pod, what each brings, and
    /// whether it loads
    #[arg(long, conflicts_with = "mitre")]
    files: bool,
    /// Print also the rules or the files that --after names
    #[arg(long)]
    all: bool,
    /// Format of the list
    #[arg(long, value_enum, default_value = "table", value_name = "FORMAT")]
    format: Form,
}

impl List {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let ToLoad {
            mut environment,
            background: mut files,
            found,
            in_pod,
            ..
        } = self.load.read(&mut sources, &mut diagnostics)?;
        // Names that nothing defines hide no rule.
        environment.is_complete = false;
        files.extend(found.files);
        let mut of_rules = Diagnostics::default();
        let loaded = rules::load(&files, &environment, &sources, &mut of_rules);
        // Files have an order whatever is wrong with their rules, and it may be the order that is wrong.
        if !self.files {
            diagnostics.extend(of_rules.take(|said| said.severity == Severity::Error));
        }
        let locator = Locator::new(&sources);
        let view = View::new(&loaded, &environment, &sources, &locator);
        let rules = || listing::rows(view, self.all);
        let result = if self.files {
            listing::files::list(&listing::files::rows(view, self.all, &in_pod), self.format)
        } else if self.mitre {
            listing::matrix(&rules(), self.format)
        } else {
            listing::list(&rules(), self.format)
        };
        custom::bring_out(&mut diagnostics, &sources);
        let report = report(Format::Human, &diagnostics, &sources, false);
        let failed = diagnostics.has_errors();
        Ok(Outcome {
            status: u8::from(failed),
            result: if failed { String::new() } else { result },
            report,
        })
    }
}
