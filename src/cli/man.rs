//! `falcogen man`: the manual page.

use clap::{Args, CommandFactory};

use super::{CommandLine, Outcome};

/// Print the manual page, for `man -l -`
#[derive(Args)]
pub struct Man {}

impl Man {
    #[expect(clippy::unused_self, reason = "every subcommand runs alike")]
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let mut page = Vec::new();
        clap_mangen::Man::new(CommandLine::command()).render(&mut page)?;
        Ok(Outcome::result(String::from_utf8(page)?))
    }
}
