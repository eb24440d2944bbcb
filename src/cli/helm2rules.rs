//! `falcogen helm2rules`: the rules files in values.

use std::path::{Path, PathBuf};
use std::slice;

use clap::Args;

use super::flags::ValuesFlags;
use super::report_flags::ReportFlags;
use super::{Outcome, Usage, chart, custom_rules};
use crate::charts::Chart;
use crate::diagnostic::Diagnostics;
use crate::rules::RulesCheck;
use crate::rules::convert::files::{self, RulesText};
use crate::rules::convert::folder;
use crate::source::Sources;

/// Write the rules files that values hold in `customRules` into a folder, or print one of them, byte for byte
///
/// This is the way back from `falcogen rules2helm`. What is written is named on the standard output; files that are there with other
/// content are not overwritten.
#[derive(Args)]
pub struct Helm2rules {
    /// Chart of the values; falco if none is named
    #[arg(long, value_name = "CHART")]
    chart: Option<String>,
    /// Write the files into this folder, which is made if it is missing
    #[arg(short, long, value_name = "DIR")]
    output_dir: Option<PathBuf>,
    /// Take the file of this name alone; without --output-dir it is printed
    #[arg(long, value_name = "NAME")]
    file: Option<String>,
    /// Overwrite files that are there with other content
    #[arg(long, requires = "output_dir")]
    force: bool,
    #[command(flatten)]
    values: ValuesFlags,
    #[command(flatten)]
    report: ReportFlags,
}

impl Helm2rules {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let (chart, kind) = self.chart()?;
        let files = self.files(chart, &mut sources, &mut diagnostics)?;
        let chosen = if diagnostics.has_errors() {
            &[]
        } else {
            self.chosen(&files)?
        };
        diagnostics.extend(files::ignored(chosen, kind));
        self.report.apply(&mut diagnostics);
        let result = if diagnostics.has_errors() {
            String::new()
        } else {
            self.result(chosen, &mut diagnostics)?
        };
        let format = self.report.diagnostics;
        Ok(Outcome::checked(result, &diagnostics, &sources, format))
    }

    /// The rules files in the values.
    fn files(
        &self,
        chart: &'static Chart,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Result<Vec<RulesText>, Usage> {
        if self.values.is_empty() {
            return Err(Usage("name values files with -f".to_owned()));
        }
        let values = custom_rules::values(&self.values, chart, sources, diagnostics)?;
        Ok(files::of_values(&values, diagnostics))
    }

    /// The chart, which runs Falco, and how its rules are checked.
    fn chart(&self) -> Result<(&'static Chart, RulesCheck), Usage> {
        let chart = chart::chosen(self.chart.as_deref()).map_err(Usage)?;
        let refusal = || {
            Usage(format!(
                "chart {} does not run Falco, and has no rules files",
                chart.line
            ))
        };
        Ok((chart, chart.rules_check.ok_or_else(refusal)?))
    }

    /// The files that are asked for: all, or one.
    fn chosen<'f>(&self, files: &'f [RulesText]) -> Result<&'f [RulesText], Usage> {
        let names: Vec<&str> = files.iter().map(|file| &*file.name).collect();
        let names = names.join(", ");
        if let Some(name) = &self.file {
            let file = files.iter().find(|file| *file.name == **name);
            return file.map(slice::from_ref).ok_or_else(|| {
                Usage(format!(
                    "`customRules` has no file `{name}`; it has: {names}"
                ))
            });
        }
        if self.output_dir.is_none() && files.len() > 1 {
            return Err(Usage(format!(
                "`customRules` has several files: {names}; write them into a folder with -o DIR, or print one with --file NAME"
            )));
        }
        Ok(files)
    }

    /// What is printed once the files are where they belong.
    fn result(&self, files: &[RulesText], diagnostics: &mut Diagnostics) -> anyhow::Result<String> {
        match &self.output_dir {
            Some(folder) => self.write(files, folder, diagnostics),
            None => Ok(files.iter().map(|file| &*file.text).collect()),
        }
    }

    /// Writes files into a folder, unless something is in their way.
    fn write(
        &self,
        files: &[RulesText],
        folder: &Path,
        diagnostics: &mut Diagnostics,
    ) -> anyhow::Result<String> {
        let placed = folder::look(files, folder);
        folder::check(&placed, self.force, diagnostics);
        if diagnostics.has_errors() {
            return Ok(String::new());
        }
        folder::write(&placed, folder)
    }
}
