//! The pipeline: from what the user gives to the objects of a chart.

use std::path::PathBuf;

use crate::base_rules;
use crate::capabilities::Capabilities;
use crate::charts::{Chart, Derivation};
use crate::diagnostic::Diagnostics;
use crate::engine::{Engine, RenderError};
use crate::kubernetes::texts::with_texts;
use crate::manifest::{self, Object};
use crate::release::Release;
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
    pub base_rules: Option<PathBuf>,
}

/// What a rendering makes.
pub struct Rendering {
    /// The objects of the chart in install order, hooks last.
    pub objects: Vec<Object>,
    /// The values that they are made of: the user's over the chart's defaults.
    pub values: Node,
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
    let base_rules = request
        .base_rules
        .as_deref()
        .and_then(|folder| base_rules::read(folder, sources, diagnostics));
    let derivation = Derivation {
        values: &values,
        release: &request.release,
        sources,
        capabilities: &request.capabilities,
        base_rules: base_rules.as_ref(),
    };
    let context = (chart.derive)(&derivation, diagnostics);
    let mut objects = Vec::new();
    let engine = Engine::new(chart.templates);
    for template in engine.templates() {
        let source: std::sync::Arc<str> =
            format!("{}/templates/{}", chart.name, template.name).into();
        match engine.render(template, &context, sources) {
            Ok(rendered) => objects.extend(rendered.documents.iter().map(|node| {
                let node = with_texts(node, diagnostics);
                Object::new(source.clone(), &node, rendered.switch.clone())
            })),
            // Values that have been reported already may be of no use to a template.
            Err(_) if diagnostics.has_errors() => {}
            Err(error) => return Err(error),
        }
    }
    for object in &objects {
        object.check_names(diagnostics);
    }
    manifest::sort(&mut objects);
    Ok(Rendering { objects, values })
}
