//! The command line: one file a subcommand, with its flags and its wiring, and no logic.

mod chart;
mod completions;
mod custom_rules;
mod explain;
mod flags;
mod folder_flags;
mod helm2rules;
mod man;
mod outcome;
mod render;
mod report_flags;
mod rules;
mod rules2helm;
mod rules_check_flags;
mod run;
mod show;
mod standard_input;
mod template;
mod why;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use outcome::{Outcome, Usage};

/// Turns Helm values and rules files into the Kubernetes manifests that run Falco.
#[derive(Parser)]
#[command(name = "falcogen", version, about, max_term_width = 100)]
#[command(after_help = "\
Examples:
  falcogen render --chart stable -f values.yaml | kubectl apply -f -
  falcogen template my-release stable/falco -n falco --set image.tag=0.17.0
  falcogen why --chart stable -f values.yaml ConfigMap/falco 'data[\"falco.yaml\"].priority'
  falcogen rules2helm rules/*.yaml > custom-rules.yaml

Exit status: 0 fine, 1 the input has errors (nothing was written to the standard output), 2 the command line is wrong.")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Render(render::Render),
    Template(template::Template),
    Why(why::Why),
    Rules(rules::Rules),
    Rules2helm(rules2helm::Rules2helm),
    Helm2rules(helm2rules::Helm2rules),
    Show(show::Show),
    Explain(explain::Explain),
    Completions(completions::Completions),
    Man(man::Man),
}

/// Reads the command line, does what it says, and returns the exit status: 0 fine, 1 the input has errors, 2 the
/// command line is wrong.
#[must_use]
pub fn run() -> ExitCode {
    let outcome = match CommandLine::parse().command {
        Command::Render(command) => command.run(),
        Command::Template(command) => command.run(),
        Command::Why(command) => command.run(),
        Command::Rules(command) => command.run(),
        Command::Rules2helm(command) => command.run(),
        Command::Helm2rules(command) => command.run(),
        Command::Show(command) => Ok(command.run()),
        Command::Explain(command) => Ok(command.run()),
        Command::Completions(command) => command.run(),
        Command::Man(command) => command.run(),
    };
    outcome::finish(outcome)
}
