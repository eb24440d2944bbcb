//! `falcogen rules check`: what is wrong with rules files.

use clap::Args;

use super::flags::{LoadFlags, SeverityFlags};
use crate::charts::RulesCheck;
use crate::cli::flags::ValuesFlags;
use crate::cli::outcome::colour_of_result;
use crate::cli::{Outcome, Usage, chart};
use crate::diagnostic::Diagnostics;
use crate::report::{CheckedFile, Format, check_report};
use crate::rules::{self, Environment, RulesFile, custom};
use crate::source::Sources;
use crate::values::effective::effective;

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
    /// Chart of the values files, whose `customRules` are checked; falco if none is named
    #[arg(
        long,
        value_name = "CHART",
        requires = "values",
        help_heading = "Values"
    )]
    chart: Option<String>,
    #[command(flatten)]
    values: ValuesFlags,
    #[command(flatten)]
    severity: SeverityFlags,
    /// Format of the report
    #[arg(long, value_enum, default_value = "human", value_name = "FORMAT")]
    format: Format,
}

impl Check {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        if self.load.paths.is_empty() && self.values.is_empty() {
            return Err(Usage("name rules files, or values files with -f".to_owned()).into());
        }
        let mut environment = self.load.environment()?;
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let background = self.load.background(&mut sources, &mut diagnostics);
        let mut found = self.load.foreground(&mut sources, &mut diagnostics);
        if !self.values.is_empty() {
            let custom = self.custom(&mut environment, &mut sources, &mut diagnostics)?;
            found.files.extend(custom);
        }
        let mut checked: Vec<CheckedFile> = found.unreadable.into_iter().map(unreadable).collect();
        for set in self.sets(&found.files) {
            let all: Vec<RulesFile> = background.iter().chain(set).copied().collect();
            let loaded = rules::check(&all, &environment, &sources, &mut diagnostics);
            let own = loaded.files.iter().filter(|(file, _)| !file.is_background);
            checked.extend(own.map(|(file, loads)| CheckedFile {
                file: sources.get(file.source).name.clone(),
                loads: *loads,
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

    /// The rules of the values files. Falco's own rules are loaded before those, and may define what they build on.
    fn custom(
        &self,
        environment: &mut Environment,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Result<Vec<RulesFile>, Usage> {
        let chart = chart::chosen(self.chart.as_deref()).map_err(Usage)?;
        let values = self.values.inputs(chart)?.gather(sources, diagnostics);
        let mut said = Diagnostics::default();
        effective(&values, chart, sources, &mut said);
        said.retain(|diagnostic| diagnostic.mentions("customRules"));
        diagnostics.extend(said.into_list());
        environment.is_complete = self.load.has_background() || !self.load.paths.is_empty();
        environment.add_plugins(custom::plugins(&values));
        let kind = chart.rules_check.unwrap_or(RulesCheck::Whole);
        Ok(custom::files(&values, kind, sources, diagnostics))
    }
}

/// A file that cannot be read, and so cannot be loaded.
fn unreadable(file: String) -> CheckedFile {
    CheckedFile { file, loads: false }
}
