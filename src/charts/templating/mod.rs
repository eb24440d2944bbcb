//! Values in which a chart evaluates Go templates, by Helm's `tpl`.
//!
//! Helm evaluates the text of a whole list and reads what comes out as YAML. Here each text of a list is evaluated by
//! itself, so that what it prints stays one value and keeps its origin. A text that makes the list is evaluated whole.

mod about;
mod api_versions;
mod data;
mod files;
mod host;
#[cfg(test)]
mod tests;

use std::cell::{Cell, OnceCell};
use std::sync::Arc;

use super::{Chart, Derivation};
use crate::checks::values::{template_error, template_missing_value, wrong_type};
use crate::diagnostic::Diagnostics;
use crate::gotemplate::{self, Value};
use crate::source::{SourceKind, Sources, Span};
use crate::yaml::{self, Entry, Kind, Limits, Node, Origin, Path};
use host::ChartHost;

/// What templates in values see, and where what is wrong with them goes.
pub struct Scope<'a> {
    input: &'a Derivation<'a>,
    chart: &'static Chart,
    /// The values as the chart has changed them.
    values: &'a Node,
    /// The template that asks for the evaluation: `daemonset.yaml`.
    template: &'a str,
    data: OnceCell<Value>,
    /// The steps that its templates may still take together; none once they have run out, which is reported once.
    steps: Cell<Option<usize>>,
}

impl<'a> Scope<'a> {
    /// What templates see that are evaluated in `template` of the chart.
    pub fn new(
        input: &'a Derivation<'a>,
        chart: &'static Chart,
        values: &'a Node,
        template: &'a str,
    ) -> Self {
        Scope {
            input,
            chart,
            values,
            template,
            data: OnceCell::new(),
            steps: Cell::new(Some(gotemplate::STEPS)),
        }
    }

    /// The list that the value at `path` makes: a list whose texts are evaluated, or a text that prints one.
    pub fn list(&self, path: &[&str], diagnostics: &mut Diagnostics) -> Node {
        let Some(given) = self.values.at(path).filter(|given| given.is_true()) else {
            return Node::list([]);
        };
        let Some(text) = given.as_text() else {
            return self.evaluated(given, diagnostics);
        };
        let Some(printed) = self.print(text, &given.origin, diagnostics) else {
            return Node::list([]);
        };
        list_of(&printed, &given.origin).unwrap_or_else(|| {
            let path = Path::keys(path.iter().copied());
            diagnostics.push(wrong_type::makes_no_list(&path, given));
            Node::list([])
        })
    }

    /// The same tree with what its texts and keys print.
    pub fn evaluated(&self, node: &Node, diagnostics: &mut Diagnostics) -> Node {
        let kind = match &node.kind {
            Kind::Text(text) if is_template(text) => {
                let printed = self.print(text, &node.origin, diagnostics);
                printed.map_or(Kind::Null, |printed| Kind::Text(printed.into()))
            }
            Kind::List(_) => return node.map_children(|_, item| self.evaluated(item, diagnostics)),
            Kind::Map(map) => {
                let entries = map.iter().map(|(key, entry)| {
                    let value = self.evaluated(&entry.value, diagnostics);
                    let printed = is_template(key)
                        .then(|| self.print(key, &entry.key, diagnostics))
                        .flatten();
                    let name = printed.map_or_else(|| Arc::clone(key), Into::into);
                    let key = entry.key.clone();
                    (name, Entry { key, value })
                });
                Kind::Map(Arc::new(entries.collect()))
            }
            other => other.clone(),
        };
        Node::new(kind, node.origin.clone())
    }

    fn host(&self) -> ChartHost<'_> {
        ChartHost {
            chart: self.chart,
            input: self.input,
        }
    }

    /// What a template prints; nothing if it fails, which is reported.
    fn print(&self, text: &str, origin: &Origin, diagnostics: &mut Diagnostics) -> Option<String> {
        let steps = self.steps.get()?;
        let data = self
            .data
            .get_or_init(|| data::context(self.input, self.chart, self.values, self.template));
        let outcome = gotemplate::evaluate_within(text, data, &self.host(), steps);
        let is_out = outcome.result.is_err() && outcome.steps_left == 0;
        self.steps.set((!is_out).then_some(outcome.steps_left));
        let sources = self.input.sources;
        for warning in outcome.warnings {
            let place = place(text, &warning.range, origin, sources);
            diagnostics.push_once(template_missing_value::printed(warning.message, place));
        }
        match outcome.result {
            Ok(printed) => Some(printed),
            Err(failure) => {
                let place = place(text, &failure.range, origin, sources);
                diagnostics.push_once(template_error::failed(failure, place));
                None
            }
        }
    }
}

/// Whether a text holds anything to evaluate.
fn is_template(text: &str) -> bool {
    text.contains("{{")
}

/// Where a part of a template is written: in the user's text if it stands there as it is, else the whole text.
fn place(
    text: &str,
    range: &std::ops::Range<usize>,
    origin: &Origin,
    sources: &Sources,
) -> Option<Span> {
    let whole = origin.span()?;
    let written = sources.get(whole.source).text.get(whole.range())?;
    let Some(at) = written.find(text) else {
        return Some(whole);
    };
    let start = whole.start as usize + at;
    Some(Span::new(
        whole.source,
        start + range.start..start + range.end,
    ))
}

/// The list that a text makes, all of it from one place; nothing if it makes none.
pub fn list_of(text: &str, origin: &Origin) -> Option<Node> {
    let node = read(text)?.with_origins(&|_| origin.clone());
    match node.kind {
        Kind::List(_) => Some(node),
        Kind::Null => Some(Node::list([])),
        _ => None,
    }
}

/// What a printed text is as YAML.
fn read(text: &str) -> Option<Node> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let source = sources.add("", text, SourceKind::File);
    let node = yaml::read(&sources, source, &Limits::default(), &mut diagnostics)?;
    (!diagnostics.has_errors()).then_some(node)
}
