//! `falcogen render`: manifests for the pipe.

use clap::Args;

use super::flags::{OutputFlags, RenderFlags};
use super::{Outcome, chart};
use crate::diagnostic::Diagnostics;
use crate::manifest::{self, Object};
use crate::source::Sources;

/// Print the manifests of a chart, ready for `kubectl apply -f -`
///
/// Every object that can have a namespace carries it, and objects of Helm's hooks are left out.
#[derive(Args)]
pub struct Render {
    /// Name of the release, from which objects get theirs
    ///
    /// [default: falco]
    release: Option<String>,
    /// Chart to render, such as stable
    #[arg(long, value_name = "CHART")]
    chart: Option<String>,
    #[command(flatten)]
    flags: RenderFlags,
    #[command(flatten)]
    output: OutputFlags,
}

impl Render {
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
        let mut objects = crate::render(&request, &mut sources, &mut diagnostics)?.objects;
        objects.retain(|object| !object.is_hook());
        for object in &mut objects {
            object.put_into(&request.release.namespace);
        }
        if self.flags.strict() {
            diagnostics.escalate();
        }
        finish(&objects, &self.output, &self.flags, &diagnostics, &sources)
    }
}

/// Prints or writes the objects that the output flags ask for, unless there are errors.
pub(super) fn finish(
    objects: &[Object],
    output: &OutputFlags,
    flags: &RenderFlags,
    diagnostics: &Diagnostics,
    sources: &Sources,
) -> anyhow::Result<Outcome> {
    let reported = Outcome::checked(String::new(), diagnostics, sources, flags.format());
    if reported.status != 0 {
        return Ok(reported);
    }
    let shown = match manifest::select(objects, &output.show_only) {
        Ok(shown) => shown,
        Err(error) => {
            let failure = Outcome::failure(&error.to_string());
            return Ok(Outcome {
                report: reported.report + &failure.report,
                ..failure
            });
        }
    };
    let result = match &output.output_dir {
        None => manifest::write(&shown, output.output),
        Some(folder) => {
            let paths = manifest::write_folder(&shown, output.output, folder)?;
            let lines = paths.iter().map(|path| format!("wrote {}", path.display()));
            lines.map(|line| line + "\n").collect()
        }
    };
    Ok(Outcome { result, ..reported })
}
