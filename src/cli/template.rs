//! `falcogen template`: what `helm template` prints.

use clap::Args;

use super::flags::{OutputFlags, RenderFlags};
use super::run::{Run, Words};
use super::{Outcome, Usage, chart};
use crate::diagnostic::Severity;

/// Print what `helm template` prints, with its arguments
///
/// The same objects as Helm's, hooks included, and without namespaces that the chart does not set.
#[derive(Args)]
#[command(override_usage = "falcogen template [OPTIONS] [[RELEASE] CHART]")]
pub struct Template {
    /// Name of the release, then the chart; a single argument is the chart, unless --chart names it
    #[arg(value_names = ["RELEASE", "CHART"], num_args = 0..=2)]
    arguments: Vec<String>,
    /// Chart to render, where CHART is not given; falco if none is named
    #[arg(long, value_name = "CHART")]
    chart: Option<String>,
    #[command(flatten)]
    flags: RenderFlags,
    #[command(flatten)]
    output: OutputFlags,
}

impl Template {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let (release, named) = self.arguments();
        let chart = match (named, self.chart.as_deref()) {
            (Some(name), None) => chart::of_argument(name),
            (None, line) => chart::chosen(line),
            (Some(_), Some(_)) => {
                Err("name the chart once: as an argument, or by --chart".to_owned())
            }
        };
        let release = self.flags.release(release, "release-name")?;
        let mut run = Run::start(
            &self.flags,
            chart.map_err(Usage)?,
            release,
            // Helm renders whatever it is called, and programs may look at that.
            Severity::Warning,
        )?;
        run.check_rules(&self.flags);
        run.rendering.objects.retain(|object| {
            !(self.output.no_hooks && object.is_hook()
                || self.output.skip_tests && object.is_test())
        });
        run.print(&self.output, Words::Helm)
    }

    /// The release and the chart, where arguments name them.
    fn arguments(&self) -> (Option<&str>, Option<&str>) {
        match self.arguments.as_slice() {
            [release, chart, ..] => (Some(release), Some(chart)),
            [chart] if self.chart.is_none() => (None, Some(chart)),
            [release] => (Some(release), None),
            [] => (None, None),
        }
    }
}
