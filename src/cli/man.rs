//! `falcogen man`: the manual pages.

use clap::{Args, Command, CommandFactory};

use super::{CommandLine, Outcome};

/// Print a manual page, for `man -l -`
#[derive(Args)]
pub struct Man {
    /// The subcommand whose page is meant; without one, the page of the program
    subcommand: Option<String>,
}

impl Man {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let mut program = CommandLine::command();
        let names: Vec<&str> = program.get_subcommands().map(Command::get_name).collect();
        let names = names.join(", ");
        // Gives the subcommands the names and flags that they have as part of the program.
        program.build();
        let command = match &self.subcommand {
            None => &program,
            Some(name) => match program.find_subcommand(name) {
                Some(command) => command,
                None => {
                    return Ok(Outcome::usage(&format!(
                        "there is no subcommand `{name}`; there are: {names}"
                    )));
                }
            },
        };
        let mut page = Vec::new();
        clap_mangen::Man::new(command.clone()).render(&mut page)?;
        Ok(Outcome::result(String::from_utf8(page)?))
    }
}
