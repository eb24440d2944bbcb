//! `falcogen why`: where a field of an object comes from.

use clap::Args;

use super::flags::RenderFlags;
use super::run::Run;
use super::{Outcome, Usage, chart};
use crate::diagnostic::Severity;
use crate::report::visible_lines;
use crate::yaml::Path;

/// Say which values and which template made a field of an object
#[derive(Args)]
pub struct Why {
    /// The object, such as DaemonSet/falco
    #[arg(value_name = "KIND/NAME")]
    object: String,
    /// The field as a path; a key with dots in it is written in quotes and brackets
    #[arg(
        long_help = "The field as a path, such as spec.template.spec.containers[0].image; a key with dots in it is \
                       written in quotes and brackets: data[\"falco.yaml\"].priority. Items of a list may be named: \
                       containers[falco]"
    )]
    path: Path,
    /// Name of the release, from which objects get theirs
    ///
    /// [default: falco]
    release: Option<String>,
    /// Chart to render; falco if none is named
    #[arg(long, value_name = "CHART")]
    chart: Option<String>,
    #[command(flatten)]
    flags: RenderFlags,
}

impl Why {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let chart = chart::chosen(self.chart.as_deref()).map_err(Usage)?;
        let release = self.flags.release(self.release.as_deref(), "falco")?;
        let mut run = Run::start(&self.flags, chart, release, Severity::Error)?;
        if run.failed() {
            return Ok(run.outcome(String::new()));
        }
        run.put_into_namespace();
        let answer = crate::why::why(
            &self.object,
            &self.path,
            &run.rendering,
            chart,
            &run.sources,
        );
        Ok(match answer {
            Ok(answer) => {
                let answer = run.without_secrets(&answer);
                run.outcome(visible_lines(&answer) + "\n")
            }
            Err(error) => Outcome::failure(&error.to_string()),
        })
    }
}
