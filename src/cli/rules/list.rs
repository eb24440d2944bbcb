//! `falcogen rules list`: the rules that are in effect.

use clap::Args;

use super::flags::LoadFlags;
use crate::cli::{Outcome, Usage};
use crate::diagnostic::Diagnostics;
use crate::report::{Format, report};
use crate::rules::advice::View;
use crate::rules::listing::{self, Form};
use crate::rules::locator::Locator;
use crate::rules::{self, RulesFile};
use crate::source::Sources;

/// Print the rules that are in effect once all files are loaded: where each is defined, and what changed it
#[derive(Args)]
pub struct List {
    #[command(flatten)]
    load: LoadFlags,
    /// Print the rules by tactic and technique of MITRE ATT&CK, as their tags name them
    #[arg(long)]
    mitre: bool,
    /// Print also the rules of the files that --after names
    #[arg(long)]
    all: bool,
    /// Format of the list
    #[arg(long, value_enum, default_value = "table", value_name = "FORMAT")]
    format: Form,
}

impl List {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        if self.load.paths.is_empty() {
            return Err(Usage("name rules files, or folders of them".to_owned()).into());
        }
        let mut environment = self.load.environment()?;
        // Names that nothing defines hide no rule.
        environment.is_complete = false;
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let mut files: Vec<RulesFile> = self.load.background(&mut sources, &mut diagnostics);
        files.extend(self.load.foreground(&mut sources, &mut diagnostics).files);
        let loaded = rules::load(&files, &environment, &sources, &mut diagnostics);
        let locator = Locator::new(&sources);
        let view = View::new(&loaded, &environment, &sources, &locator);
        let rows = listing::rows(view, self.all);
        let result = if self.mitre {
            listing::matrix(&rows, self.format)
        } else {
            listing::list(&rows, self.format)
        };
        diagnostics.retain(|diagnostic| diagnostic.severity == crate::diagnostic::Severity::Error);
        let report = report(Format::Human, &diagnostics, &sources, false);
        let failed = diagnostics.has_errors();
        Ok(Outcome {
            status: u8::from(failed),
            result: if failed { String::new() } else { result },
            report,
        })
    }
}
