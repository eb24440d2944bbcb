//! The flags that name folders of rules files for the cluster.

use clap::Args;

use super::Usage;
use crate::charts::Chart;
use crate::rules::files::Subfolders;
use crate::rules::folders::{LoadOrder, RulesFolders};

/// Which folders of rules files go into the cluster.
#[derive(Args)]
pub struct FolderFlags {
    /// Put the rules files of this folder (*.yaml, *.yml) into the cluster, beside those in `customRules` (repeatable)
    #[arg(long, value_name = "DIR", help_heading = "Rules")]
    rules_dir: Vec<String>,
    #[arg(
        long,
        value_enum,
        default_value = "name",
        requires = "rules_dir",
        value_name = "ORDER",
        help_heading = "Rules",
        hide_possible_values = true,
        help = "Order in which Falco loads the files of several folders: `name`, or `folder` by folder, which puts 01-, 02- and so on in front of their names"
    )]
    rules_order: LoadOrder,
    /// Read files in folders within the folders as well; `team/a.yaml` is called `team-a.yaml` in the pod
    #[arg(long, help_heading = "Rules")]
    recursive: bool,
}

impl FolderFlags {
    /// Whether files in folders within folders count.
    #[must_use]
    pub fn subfolders(&self) -> Subfolders {
        Subfolders::entered_if(self.recursive)
    }

    /// Whether folders within folders are asked for, and no folder is named here.
    #[must_use]
    pub fn enters_nothing(&self) -> bool {
        self.recursive && self.is_empty()
    }

    /// Whether no folder is named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules_dir.is_empty()
    }

    /// The folders for a chart.
    ///
    /// # Errors
    /// If the chart runs no Falco, and so has no use for rules.
    pub fn folders(&self, chart: &Chart) -> Result<RulesFolders, Usage> {
        if chart.rules_check.is_none() && !self.is_empty() {
            return Err(Usage(format!(
                "--rules-dir has no meaning for chart {}, which does not run Falco",
                chart.line
            )));
        }
        Ok(RulesFolders {
            paths: self.rules_dir.clone(),
            subfolders: self.subfolders(),
            order: self.rules_order,
        })
    }
}
