//! The pipeline: from what the user gives to the objects of a chart.

use std::sync::Arc;

use crate::capabilities::Capabilities;
use crate::charts::{Chart, Derivation, subchart};
use crate::diagnostic::{Diagnostics, Severity};
use crate::engine::{Engine, RenderError, Rendered};
use crate::kubernetes::texts::with_texts;
use crate::manifest::{self, Object};
use crate::release::Release;
use crate::rules::files::NamedFile;
use crate::rules::folders::{self, RulesFolders};
use crate::source::Sources;
use crate::values::effective;
use crate::values::inputs::Inputs;
use crate::yaml::Node;

/// Everything that a rendering depends on.
pub struct Request {
    /// The chart.
    pub chart: &'static Chart,
    /// The values.
    pub inputs: Inputs,
    /// The release.
    pub release: Release,
    /// What the cluster offers.
    pub capabilities: Capabilities,
    /// A folder of rules files to embed (`--base-rules`).
    pub base_rules: Option<String>,
    /// Folders of rules files that go into the cluster beside those of `customRules` (`--rules-dir`).
    pub rules_folders: RulesFolders,
}

/// What a rendering makes.
pub struct Rendering {
    /// The objects of the chart in install order, hooks last.
    pub objects: Vec<Object>,
    /// The user's values, as they were given.
    pub given: Node,
    /// The values that they are made of: the user's over the chart's defaults.
    pub values: Node,
    /// The files of `--base-rules`, if it is given.
    pub base_rules: Option<Vec<NamedFile>>,
}

impl Rendering {
    /// Reports names that Kubernetes does not take, those of objects with this severity.
    pub fn check_names(&self, severity: Severity, diagnostics: &mut Diagnostics) {
        for object in &self.objects {
            object.check_names(severity, diagnostics);
        }
    }
}

/// Renders a chart. What is wrong with the input goes into `diagnostics`; if there is an error among them, the result
/// is of no use.
///
/// # Errors
/// If a template is faulty, which is a fault of the program.
pub fn render(
    request: &Request,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Rendering, RenderError> {
    let chart = request.chart;
    let user = request.inputs.gather(sources, diagnostics);
    let values = effective(&user, chart, sources, diagnostics);
    let values = request.rules_folders.beside(&values, sources, diagnostics);
    let base_rules = request.base_rules.as_deref();
    let base_rules = base_rules.map(|folder| folders::read_base(folder, sources, diagnostics));
    let base_files = base_rules
        .as_deref()
        .map(|files| folders::as_map(files, sources));
    let mut renderer = Renderer {
        request,
        base_rules: base_files.as_ref(),
        sources,
        diagnostics,
        objects: Vec::new(),
    };
    renderer.chart(chart, &values, chart.name)?;
    let mut objects = renderer.objects;
    manifest::sort(&mut objects);
    Ok(Rendering {
        objects,
        given: user,
        values,
        base_rules,
    })
}

/// A rendering under way.
struct Renderer<'a> {
    request: &'a Request,
    base_rules: Option<&'a Node>,
    sources: &'a mut Sources,
    diagnostics: &'a mut Diagnostics,
    objects: Vec<Object>,
}

impl Renderer<'_> {
    /// Renders a chart, which stands at `path` within the one that was asked for, and before it the subcharts that its
    /// values switch on.
    fn chart(&mut self, chart: &Chart, values: &Node, path: &str) -> Result<(), RenderError> {
        for subchart in chart.subcharts {
            if subchart.is_on(values) {
                let path = format!("{path}/charts/{}", subchart.chart.name);
                self.chart(subchart.chart, &subchart.values(values), &path)?;
            }
        }
        let derivation = Derivation {
            values,
            release: &self.request.release,
            sources: self.sources,
            capabilities: &self.request.capabilities,
            base_rules: self.base_rules,
        };
        let before = self.diagnostics.count();
        let context = (chart.derive)(&derivation, self.diagnostics);
        if let Some((_, section)) = path.split_once("/charts/") {
            let section = section.replace("/charts/", ".");
            let words = |text: &str| subchart::within(&section, values, text);
            self.diagnostics.reword(before, words);
        }
        let engine = Engine::new(chart.templates);
        for template in engine.templates() {
            let source = format!("{path}/templates/{}", template.name);
            match engine.render(template, &context, self.sources) {
                Ok(rendered) => self.take(&rendered, &source.into()),
                // Values that have been reported already may be of no use to a template.
                Err(_) if self.diagnostics.has_errors() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Takes in what a template has made.
    fn take(&mut self, rendered: &Rendered, source: &Arc<str>) {
        for node in &rendered.documents {
            let node = with_texts(node, self.sources, self.diagnostics);
            let switch = rendered.switch.clone();
            self.objects
                .push(Object::new(Arc::clone(source), &node, switch));
        }
    }
}
