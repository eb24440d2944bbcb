//! `falcogen rules2helm`: rules files into values.

use clap::Args;

use super::report_flags::ReportFlags;
use super::{Outcome, Usage};
use crate::diagnostic::Diagnostics;
use crate::rules::convert::given::Given;
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
    /// Name of the file that comes from standard input
    ///
    /// [default: rules.yaml]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Read files in folders within the folders as well; `team/a.yaml` is called `team-a.yaml` in the pod
    #[arg(long)]
    recursive: bool,
    /// Check rules as those that are loaded after this file or folder, such as the rules that come with Falco (repeatable)
    #[arg(long, value_name = "PATH", help_heading = "Checks")]
    after: Vec<String>,
    /// Do not check rules
    #[arg(long, conflicts_with = "after", help_heading = "Checks")]
    no_rules_check: bool,
    #[command(flatten)]
    report: ReportFlags,
}

impl Rules2helm {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let files = self.given()?.read(&mut sources, &mut diagnostics);
        let values = values::of_files(&files, &sources);
        let after = (!self.no_rules_check).then_some(&*self.after);
        values::check(&values, after, &mut sources, &mut diagnostics);
        let text = values::text(&values, &mut diagnostics);
        self.report.apply(&mut diagnostics);
        let format = self.report.diagnostics;
        Ok(Outcome::checked(text, &diagnostics, &sources, format))
    }

    /// The files that the flags name.
    fn given(&self) -> Result<Given<'_>, Usage> {
        if self.name.is_some() && !self.paths.iter().any(|path| is_stdin(path)) {
            let message =
                "--name names the file that comes from standard input: name `-` as a PATH, too";
            return Err(Usage(message.to_owned()));
        }
        Ok(Given {
            paths: &self.paths,
            name_of_stdin: self.name.as_deref().unwrap_or("rules.yaml"),
            subfolders: if self.recursive {
                Subfolders::Entered
            } else {
                Subfolders::Left
            },
        })
    }
}
