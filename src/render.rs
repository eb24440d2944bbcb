//! The pipeline: from what the user gives to the objects of a chart.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::capabilities::Capabilities;
use crate::charts::{Chart, Derivation};
use crate::checks::file::unreadable;
use crate::diagnostic::Diagnostics;
use crate::engine::{Engine, RenderError};
use crate::manifest::{self, Object};
use crate::release::Release;
use crate::source::{Sources, Span};
use crate::values::effective;
use crate::values::file::{Unreadable, read_source};
use crate::values::inputs::Inputs;
use crate::yaml::{Node, Origin};

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
        .and_then(|folder| read_rules(folder, sources, diagnostics));
    let derivation = Derivation {
        values: &values,
        release: &request.release,
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
            Ok(rendered) => objects.extend(
                rendered
                    .documents
                    .iter()
                    .map(|node| Object::new(source.clone(), node, rendered.switch.clone())),
            ),
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

/// The most bytes of base rules: those of a `ConfigMap` (Kubernetes' `MaxSecretSize`, which bounds both).
const MOST_RULES: usize = 1024 * 1024;

/// The rules files of a folder as a map of names and texts, in the order of the names.
fn read_rules(folder: &Path, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<Node> {
    let paths = match rules_files(folder) {
        Ok(paths) => paths,
        Err(reason) => {
            let folder = folder.display().to_string();
            let place = sources.start_of(&folder);
            diagnostics.push(unreadable::named(&folder, &reason, place));
            return None;
        }
    };
    let mut bytes = 0;
    let files = paths.into_iter().filter_map(|(name, path)| {
        let path = path.display().to_string();
        if name == "falco.yaml" {
            let reason = Unreadable::Configuration;
            diagnostics.push(unreadable::diagnostic(&path, &reason, None));
            return None;
        }
        if bytes > MOST_RULES {
            return None;
        }
        let source = read_source(&path, None, sources, diagnostics)?;
        let text = sources.get(source).text.clone();
        bytes += text.len();
        let span = Span::new(source, 0..text.len());
        Some((name, Node::text(text, Origin::Written(span))))
    });
    let rules = Node::map(files.collect::<Vec<_>>());
    if bytes > MOST_RULES {
        let (folder, reason) = (folder.display().to_string(), Unreadable::TooManyRules);
        diagnostics.push(unreadable::diagnostic(&folder, &reason, None));
    }
    Some(rules)
}

/// The files of a folder that hold rules, by name: those that end in `.yaml` or `.yml`.
fn rules_files(folder: &Path) -> Result<BTreeMap<String, PathBuf>, Unreadable> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().unwrap_or_default();
        let name = path.file_name().and_then(|name| name.to_str());
        if let Some(name) = name.filter(|_| (ending == "yaml" || ending == "yml") && path.is_file())
        {
            files.insert(name.to_owned(), path);
        }
    }
    if files.is_empty() {
        return Err(Unreadable::NoRules);
    }
    Ok(files)
}
