//! `falcogen show`: what is known of a chart.

use clap::{Args, Subcommand};

use super::{Outcome, chart};
use crate::charts::Chart;
use crate::yaml::{self, Node};

/// Print a chart's default values, its schema, or its name and version
#[derive(Args)]
pub struct Show {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Print the default values as commented YAML
    Values(Named),
    /// Print the JSON Schema of the values
    Schema(Named),
    /// Print name, version and appVersion as YAML
    Chart(Named),
}

#[derive(Args)]
struct Named {
    /// The chart; falco if none is named
    #[arg(value_name = "CHART")]
    argument: Option<String>,
    /// The chart, if not given as an argument
    #[arg(long, value_name = "CHART", conflicts_with = "argument")]
    chart: Option<String>,
}

impl Show {
    pub(super) fn run(&self) -> Outcome {
        let (What::Values(named) | What::Schema(named) | What::Chart(named)) = &self.what;
        let chart = match &named.argument {
            Some(name) => chart::of_argument(name),
            None => chart::chosen(named.chart.as_deref()),
        };
        match chart {
            Ok(chart) => Outcome::result(match self.what {
                What::Values(_) => chart.values_text.to_owned(),
                What::Schema(_) => chart.schema_text.to_owned(),
                What::Chart(_) => description(chart),
            }),
            Err(message) => Outcome::usage(&message),
        }
    }
}

fn description(chart: &Chart) -> String {
    let entries = [
        ("name", chart.name),
        ("version", chart.version),
        ("appVersion", chart.app_version),
        ("description", chart.description),
    ];
    yaml::write(&Node::map(
        entries.map(|(key, text)| (key, Node::constant(text))),
    ))
}
