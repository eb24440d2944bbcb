//! `falcogen rules`: what Falco would say of rules files, without Falco.

mod check;
mod flags;
mod list;

use clap::{Args, Subcommand};

use super::Outcome;

/// Check rules files as Falco does when it loads them, or list their rules
#[derive(Args)]
pub struct Rules {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Check(Box<check::Check>),
    List(Box<list::List>),
}

impl Rules {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        match &self.what {
            What::Check(command) => command.run(),
            What::List(command) => command.run(),
        }
    }
}
