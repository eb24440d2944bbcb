//! `falcogen render`: manifests for the pipe.

use clap::Args;

use super::flags::{OutputFlags, RenderFlags};
use super::run::{Run, Words};
use super::{Outcome, Usage, chart};
use crate::diagnostic::Severity;

/// Print the manifests of a chart, ready for `kubectl apply -f -`
///
/// Every object that can have a namespace carries it, and objects of Helm's hooks are left out.
#[derive(Args)]
pub struct Render {
    /// Name of the release, from which objects get theirs
    ///
    /// [default: falco]
    release: Option<String>,
    /// Chart to render; falco if none is named
    #[arg(long, value_name = "CHART")]
    chart: Option<String>,
    #[command(flatten)]
    flags: RenderFlags,
    #[command(flatten)]
    output: OutputFlags,
}

impl Render {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let chart = chart::chosen(self.chart.as_deref()).map_err(Usage)?;
        let release = self.flags.release(self.release.as_deref(), "falco")?;
        let mut run = Run::start(&self.flags, chart, release, Severity::Error)?;
        run.check_rules(&self.flags);
        run.rendering.objects.retain(|object| !object.is_hook());
        run.put_into_namespace();
        run.print(&self.output, Words::Own)
    }
}
