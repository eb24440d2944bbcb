//! The flags that say how rules are checked that go into the cluster.

use clap::Args;

use crate::rules::custom::Before;
use crate::rules::files::{NamedFile, Subfolders};

/// How rules are checked that go into the cluster.
#[derive(Args)]
#[command(next_help_heading = "Rules")]
pub struct RulesCheckFlags {
    /// Check rules as those that are loaded after this file or folder, such as the rules that come with Falco (repeatable)
    #[arg(long, value_name = "PATH")]
    after: Vec<String>,
    /// Do not check rules
    #[arg(long, conflicts_with = "after")]
    no_rules_check: bool,
}

impl RulesCheckFlags {
    /// The files and folders that are loaded before.
    #[must_use]
    pub fn after(&self) -> &[String] {
        &self.after
    }

    /// What is loaded before the rules, `base` first; nothing if rules are not checked.
    #[must_use]
    pub fn before(&self, base: Option<Vec<NamedFile>>, subfolders: Subfolders) -> Option<Before> {
        (!self.no_rules_check).then(|| Before {
            base,
            after: self.after.clone(),
            subfolders,
        })
    }
}
