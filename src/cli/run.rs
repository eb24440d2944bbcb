//! One rendering, as `render`, `template` and `why` begin it.

use std::cell::OnceCell;

use super::Outcome;
use super::flags::{OutputFlags, RenderFlags};
use super::report_flags::ReportFlags;
use crate::charts::Chart;
use crate::checks::manifests::no_such_template;
use crate::diagnostic::{Diagnostics, Severity};
use crate::kubernetes::removed;
use crate::manifest;
use crate::render::{Rendering, Request};
use crate::report::Format;
use crate::rules::custom;
use crate::source::{Sources, Span};
use crate::values::secrets;

/// Whose words tell that a template makes no object.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// A diagnostic, as of all that is wrong.
    Own,
    /// The one line that Helm prints, for which programs look.
    Helm,
}

/// A rendering, and what became known on the way.
pub struct Run {
    /// What was asked for.
    pub request: Request,
    /// What came out.
    pub rendering: Rendering,
    /// The texts that it was made of.
    pub sources: Sources,
    diagnostics: Diagnostics,
    secrets: OnceCell<Vec<Span>>,
    report: ReportFlags,
}

impl Run {
    /// Renders what the flags say of a chart. Names that Kubernetes does not take for objects are reported with the
    /// severity `names`.
    ///
    /// # Errors
    /// If a template is faulty, or the chart has no such profile.
    pub fn start(
        flags: &RenderFlags,
        chart: &'static Chart,
        release: &str,
        names: Severity,
    ) -> anyhow::Result<Run> {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let request = flags.request(chart, release, &mut sources, &mut diagnostics)?;
        let rendering = crate::render(&request, &mut sources, &mut diagnostics)?;
        rendering.check_names(names, &mut diagnostics);
        Ok(Run {
            request,
            rendering,
            sources,
            diagnostics,
            secrets: OnceCell::new(),
            report: flags.report(),
        })
    }

    /// Checks the rules in the values, unless the flags say otherwise.
    pub fn check_rules(&mut self, flags: &RenderFlags) {
        let before = flags.rules_before(self.rendering.base_rules.clone());
        if let (Some(kind), Some(before)) = (self.request.chart.rules_check, before) {
            let values = &self.rendering.values;
            let diagnostics = &mut self.diagnostics;
            custom::check(values, kind, &before, &mut self.sources, diagnostics);
        }
    }

    /// Whether there is no result: there are errors, or warnings that count as errors.
    pub fn failed(&mut self) -> bool {
        self.report.apply(&mut self.diagnostics);
        self.diagnostics.has_errors()
    }

    /// Gives every object that can have one the namespace of the release.
    pub fn put_into_namespace(&mut self) {
        for object in &mut self.rendering.objects {
            object.put_into(&self.request.release.namespace);
        }
    }

    /// The outcome, with `result` unless there are errors.
    #[must_use]
    pub fn outcome(&mut self, result: String) -> Outcome {
        if self.diagnostics.count() > 0 {
            self.hide_secrets();
        }
        Outcome::checked(
            result,
            &self.diagnostics,
            &self.sources,
            self.report.diagnostics,
        )
    }

    /// Where the user's values hold credentials. It is looked for once, since the whole schema must be read for it.
    fn secrets(&self) -> &[Span] {
        self.secrets.get_or_init(|| {
            let schema = serde_json::from_str(self.request.chart.schema_text).unwrap_or_default();
            secrets::places(&self.rendering.given, &schema)
        })
    }

    /// A text without the credentials that the user's values hold.
    #[must_use]
    pub fn without_secrets(&self, text: &str) -> String {
        secrets::taken_out(text, &secrets::texts(self.secrets(), &self.sources))
    }

    /// Keeps credentials out of the report.
    fn hide_secrets(&mut self) {
        let places = self.secrets().to_vec();
        let texts = secrets::texts(&places, &self.sources);
        self.diagnostics
            .reword(0, |words| secrets::taken_out(words, &texts));
        for place in places {
            self.sources.hide(place);
        }
    }

    /// Prints or writes the objects that the output flags ask for, unless there are errors.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn print(mut self, output: &OutputFlags, words: Words) -> anyhow::Result<Outcome> {
        let shown = match manifest::select(&self.rendering.objects, &output.show_only) {
            Ok(shown) => shown,
            Err(error) if words == Words::Helm && self.report.diagnostics == Format::Human => {
                let said = self.outcome(String::new()).report;
                let failure = Outcome::failure(&error.to_string());
                return Ok(Outcome {
                    report: said + &failure.report,
                    ..failure
                });
            }
            Err(error) => {
                let missing = no_such_template::missing(&error, &mut self.sources);
                self.diagnostics.push(missing);
                Vec::new()
            }
        };
        let capabilities = &self.request.capabilities;
        let removed = shown
            .iter()
            .filter_map(|object| removed::check(object, capabilities));
        self.diagnostics.extend(removed);
        if self.failed() {
            return Ok(self.outcome(String::new()));
        }
        let result = match &output.output_dir {
            None => manifest::write(&shown, output.output),
            Some(folder) => {
                let paths = manifest::write_folder(&shown, output.output, folder)?;
                let lines = paths.iter().map(|path| format!("wrote {}", path.display()));
                lines.map(|line| line + "\n").collect()
            }
        };
        Ok(self.outcome(result))
    }
}
