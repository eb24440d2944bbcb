//! From derived values to objects: minijinja templates in which every `{{ … }}` is a YAML node.
//!
//! A value never passes through text. The formatter puts what `{{ … }}` emits aside and writes a mark in its place; the
//! text of the template, which then holds nothing of the values, is parsed as YAML, and each mark gives way to its
//! node. So nothing that a value holds can change structure, and every node keeps its origin.

mod object;
mod record;
pub mod template;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, UndefinedBehavior, Value};

use crate::source::{SourceId, SourceKind, Sources};
use crate::yaml::{self, Node, Origin};
use record::Record;

pub use template::Template;

/// Steps that a template may take: far more than any chart needs, so that only an endless template takes them.
const FUEL: u64 = 20_000_000;

/// A template did not make YAML. That is a fault of the program, not of the user's values.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// minijinja could not render it.
    #[error("template {file} cannot be rendered: {reason}")]
    Template {
        /// The template's file.
        file: &'static str,
        /// minijinja's words.
        reason: Error,
    },
    /// What it made is no YAML.
    #[error("template {file} does not make YAML: {reason}")]
    Yaml {
        /// The template's file.
        file: &'static str,
        /// What is wrong.
        reason: yaml::RenderedError,
    },
}

/// What a template makes.
pub struct Rendered {
    /// Its documents, without empty ones.
    pub documents: Vec<Node>,
    /// The switch that it asks for before all else, if it does: where that is off, there are no documents.
    pub switch: Option<Origin>,
}

/// The templates of one chart.
pub struct Engine {
    templates: &'static [Template],
    environment: Environment<'static>,
    record: Arc<Record>,
}

impl Engine {
    /// An engine for these templates. Each is parsed when it is rendered or imported, and not before.
    #[must_use]
    pub fn new(templates: &'static [Template]) -> Self {
        let record = Arc::new(Record::default());
        let environment = environment(templates, &record);
        Engine {
            templates,
            environment,
            record,
        }
    }

    /// The templates that make objects, in the order of their names.
    pub fn templates(&self) -> impl Iterator<Item = &'static Template> + use<> {
        self.templates
            .iter()
            .filter(|template| !template.name.starts_with('_'))
    }

    /// What a template makes of `context`, a map of everything that it may name. The text that it
    /// made becomes a source, so that what stands in the template itself has a place there.
    ///
    /// # Errors
    /// If the template names something that is not in the context, or does not make YAML.
    pub fn render(
        &self,
        template: &'static Template,
        context: &Node,
        sources: &mut Sources,
    ) -> Result<Rendered, RenderError> {
        if template.is_off(context) {
            return Ok(Rendered {
                documents: Vec::new(),
                switch: None,
            });
        }
        let record = &self.record;
        record.clear();
        let failed = |reason| RenderError::Template {
            file: template.file,
            reason,
        };
        let (text, spans) = self
            .environment
            .get_template(template.name)
            .and_then(|template| template.render_with_spans(object::value(context, record)))
            .map_err(failed)?;
        let source = sources.add(template.file, text.as_str(), SourceKind::Rendered(spans));
        let documents = record
            .with_slots(|slots| yaml::read_rendered(&text, source, slots))
            .map_err(|reason| RenderError::Yaml {
                file: template.file,
                reason,
            })?;
        let switch = record.switch();
        Ok(Rendered { documents, switch })
    }
}

fn environment(templates: &'static [Template], record: &Arc<Record>) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    // Any escaping but none makes minijinja tell the text of a macro from other texts.
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("yaml".into()));
    environment.remove_filter("safe");
    let record = Arc::clone(record);
    environment.set_formatter(move |out, _, value| emit(out, value, &record));
    environment.set_loader(move |name| {
        let template = templates.iter().find(|template| template.name == name);
        Ok(template.map(|template| template.text.to_owned()))
    });
    environment
}

/// Puts the node of an emitted value aside and writes its mark.
fn emit(out: &mut Output<'_>, value: &Value, record: &Record) -> Result<(), Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let node = if value.is_safe() {
        let text = value.as_str().unwrap_or_default();
        macro_node(text, record)?
    } else {
        object::node(value, record)
            .ok_or_else(|| Error::new(ErrorKind::BadSerialization, "this is no YAML data"))?
    };
    out.write_str(&yaml::slot(record.emit(node)))?;
    Ok(())
}

/// The node that the text of a macro, or of a `{% set %}` block, stands for.
fn macro_node(text: &str, record: &Record) -> Result<Node, Error> {
    let documents = record
        .with_slots(|slots| yaml::read_rendered(text, SourceId::UNLISTED, slots))
        .map_err(|reason| Error::new(ErrorKind::BadSerialization, reason.to_string()))?;
    let [node] = <[Node; 1]>::try_from(documents).map_err(|_| {
        Error::new(
            ErrorKind::BadSerialization,
            "a macro makes one YAML document",
        )
    })?;
    Ok(without_places(&node))
}

/// What stands in the text of a macro has no place of its own; what was emitted into it keeps its origin.
fn without_places(node: &Node) -> Node {
    node.with_origins(&|origin| match origin {
        Origin::Written(span) if span.source == SourceId::UNLISTED => Origin::Program,
        other => other.clone(),
    })
}
