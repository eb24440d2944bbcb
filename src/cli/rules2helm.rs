//! `falcogen rules2helm`: rules files into values.

use std::path::Path;

use clap::Args;

use super::report_flags::ReportFlags;
use super::rules_check_flags::RulesCheckFlags;
use super::{Outcome, Usage, standard_input};
use crate::diagnostic::Diagnostics;
use crate::rules::convert::paths::RulesPaths;
use crate::rules::convert::values;
use crate::rules::files::Subfolders;
use crate::source::Sources;
use crate::values::file::is_stdin;

/// Print values that hold rules files in `customRules`, byte for byte
///
/// Each file stands below its name, in the order in which Falco loads them in the pod: by name. The values are for `falcogen render -f`
/// and for Helm; `falcogen helm2rules` makes files of them again.
#[derive(Args)]
pub struct Rules2helm {
    /// Rules files, or folders of them (*.yaml, *.yml); `-` for standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<String>,
    /// Name of the file that comes from standard input, else rules.yaml, or of a single file, else the last part of its path
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Read files in folders within the folders as well; `team/a.yaml` is called `team-a.yaml` in the pod
    #[arg(long)]
    recursive: bool,
    #[command(flatten)]
    rules_check: RulesCheckFlags,
    #[command(flatten)]
    report: ReportFlags,
}

impl Rules2helm {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let subfolders = Subfolders::entered_if(self.recursive);
        let files = self.paths(subfolders)?.read(&mut sources, &mut diagnostics);
        let values = values::of_files(&files, &sources);
        let before = self.rules_check.before(None, subfolders);
        values::check(&values, before.as_ref(), &mut sources, &mut diagnostics);
        let text = values::text(&values, &mut diagnostics);
        self.report.apply(&mut diagnostics);
        let format = self.report.diagnostics;
        Ok(Outcome::checked(text, &diagnostics, &sources, format))
    }

    /// The files that the flags name.
    fn paths(&self, subfolders: Subfolders) -> Result<RulesPaths<'_>, Usage> {
        let is_single = |path: &String| self.paths.len() == 1 && !Path::new(path).is_dir();
        let is_nameless = |path: &String| is_stdin(path) || is_single(path);
        if self.name.is_some() && !self.paths.iter().any(is_nameless) {
            let message = "--name names what comes from standard input, or else a single file";
            return Err(Usage(message.to_owned()));
        }
        standard_input::is_named_once(self.paths.iter().chain(self.rules_check.after()))?;
        Ok(RulesPaths {
            paths: &self.paths,
            name: self.name.as_deref(),
            subfolders,
        })
    }
}
