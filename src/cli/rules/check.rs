//! `falcogen rules check`: what is wrong with rules files.

use clap::Args;

use super::flags::{LoadFlags, SeverityFlags};
use crate::cli::Outcome;
use crate::cli::outcome::colour_of_result;
use crate::diagnostic::Diagnostics;
use crate::report::{CheckedFile, Format, check_report};
use crate::rules::{self, RulesCheck, RulesFile, custom};
use crate::source::Sources;

/// Tell what Falco would say of rules files when it loads them, and what a colleague would add
///
/// The report goes to the standard output. Exit status: 0 if Falco loads all files, 1 if not (with --strict also for
/// warnings), 2 if the command line is wrong.
#[derive(Args)]
pub struct Check {
    #[command(flatten)]
    load: LoadFlags,
    /// Take each file alone, not as one set of rules
    #[arg(long)]
    each: bool,
    #[command(flatten)]
    severity: SeverityFlags,
    /// Format of the report
    #[arg(long, value_enum, default_value = "human", value_name = "FORMAT")]
    format: Format,
}

impl Check {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let given = self.load.read(&mut sources, &mut diagnostics)?;
        let found = given.found;
        let mut checked: Vec<CheckedFile> = found.unreadable.into_iter().map(unreadable).collect();
        for set in self.sets(&found.files) {
            let all: Vec<RulesFile> = given.background.iter().chain(set).copied().collect();
            let mut said = Diagnostics::default();
            let loaded = rules::check(&all, &given.environment, &sources, &mut said);
            said.retain(|diagnostic| given.kind.tells(diagnostic));
            // What is not told of an old Falco is not known to keep it from loading a file.
            let is_fine = given.kind == RulesCheck::Form && !said.has_errors();
            diagnostics.extend(said.into_list());
            let own = loaded.files.iter().filter(|(file, _)| !file.is_background);
            checked.extend(own.map(|(file, loads)| CheckedFile {
                file: sources.get(file.source).name.clone(),
                loads: *loads || is_fine,
            }));
        }
        custom::bring_out(&mut diagnostics, &sources);
        self.severity.apply(&mut diagnostics);
        let colour = colour_of_result();
        let report = check_report(self.format, &diagnostics, &checked, &sources, colour);
        Ok(Outcome::reported(report, &diagnostics))
    }

    /// The sets of rules that are loaded each by itself.
    fn sets<'f>(&self, files: &'f [RulesFile]) -> Vec<&'f [RulesFile]> {
        if self.each {
            files.chunks(1).collect()
        } else {
            vec![files]
        }
    }
}

/// A file that cannot be read, and so cannot be loaded.
fn unreadable(file: String) -> CheckedFile {
    CheckedFile { file, loads: false }
}
