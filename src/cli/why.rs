//! `falcogen why`: where a field of an object comes from.

use clap::Args;

use super::flags::RenderFlags;
use super::{Outcome, chart};
use crate::diagnostic::Diagnostics;
use crate::report::visible_lines;
use crate::source::Sources;
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
    /// Chart to render, such as stable
    #[arg(long, value_name = "CHART")]
    chart: Option<String>,
    #[command(flatten)]
    flags: RenderFlags,
}

impl Why {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let chart = match chart::chosen(self.chart.as_deref()) {
            Ok(chart) => chart,
            Err(message) => return Ok(Outcome::usage(&message)),
        };
        let release = match self.flags.release(self.release.as_deref(), "falco") {
            Ok(release) => release,
            Err(message) => return Ok(Outcome::usage(&message)),
        };
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let request = self
            .flags
            .request(chart, release, &mut sources, &mut diagnostics);
        let mut rendering = crate::render(&request, &mut sources, &mut diagnostics)?;
        if diagnostics.has_errors() {
            return Ok(Outcome::checked(
                String::new(),
                &diagnostics,
                &sources,
                self.flags.format(),
            ));
        }
        for object in &mut rendering.objects {
            object.put_into(&request.release.namespace);
        }
        let answer = crate::why::why(&self.object, &self.path, &rendering, chart, &sources);
        Ok(match answer {
            Ok(answer) => Outcome::result(visible_lines(&answer) + "\n"),
            Err(error) => Outcome::failure(&error.to_string()),
        })
    }
}
