//! Where a field of an object comes from: the values that made it, and the template.

use std::fmt::Write as _;

use serde_json::Value;

use crate::charts::Chart;
use crate::manifest::Object;
use crate::render::Rendering;
use crate::source::{SourceKind, Sources, Span};
use crate::yaml::{Kind, Node, Origin, Path, Step, defaults_from_json, step_into, write};

/// Why a question has no answer.
#[derive(Debug, thiserror::Error)]
pub enum WhyError {
    /// There is no such object.
    #[error("there is no object `{asked}`; there are: {}", .given.join(", "))]
    NoObject {
        /// What was asked for.
        asked: String,
        /// The objects that there are.
        given: Vec<String>,
    },
    /// There is no such field.
    #[error("`{object}` has no `{path}`; `{parent}` has: {}", .given.join(", "))]
    NoField {
        /// The object.
        object: String,
        /// The path that was asked for.
        path: String,
        /// As far as the path leads.
        parent: String,
        /// What there is.
        given: Vec<String>,
    },
}

/// Answers where a field comes from.
///
/// # Errors
/// If the rendering has no such object, or the object no such field.
pub fn why(
    object: &str,
    path: &Path,
    rendering: &Rendering,
    chart: &Chart,
    sources: &Sources,
) -> Result<String, WhyError> {
    let found = find_object(object, &rendering.objects)?;
    let (node, template) = walk(object, path, &found.node, sources)?;
    let trace = Trace {
        values: &rendering.values,
        defaults: defaults_from_json((chart.defaults)()),
        schema: serde_json::from_str(chart.schema_text).unwrap_or_default(),
        sources,
    };
    let origins = trace.lines(&node.origin);
    let secret = found.kind() == "Secret" || origins.iter().any(|line| line.secret);
    let mut answer = format!("{object} {path} = {}\n\n", shown(node, secret));
    let width = origins
        .iter()
        .map(|line| line.place.chars().count())
        .max()
        .unwrap_or_default();
    for Line {
        role,
        place,
        detail,
        ..
    } in &origins
    {
        let line = format!("  {role:<10}  {place:<width$}  {detail}");
        let _ = writeln!(answer, "{}", line.trim_end());
    }
    if let Some(template) = template {
        let _ = writeln!(answer, "  {:<10}  {template}", "template");
    }
    Ok(answer)
}

fn find_object<'a>(asked: &str, objects: &'a [Object]) -> Result<&'a Object, WhyError> {
    let name = |object: &Object| format!("{}/{}", object.kind(), object.name());
    objects
        .iter()
        .find(|object| name(object).eq_ignore_ascii_case(asked))
        .ok_or_else(|| WhyError::NoObject {
            asked: asked.to_owned(),
            given: objects.iter().map(name).collect(),
        })
}

/// The node at the end of the path, and the line of the template that names it.
fn walk<'a>(
    object: &str,
    path: &Path,
    root: &'a Node,
    sources: &Sources,
) -> Result<(&'a Node, Option<String>), WhyError> {
    let mut node = root;
    let mut template = None;
    for (at, step) in path.0.iter().enumerate() {
        let Some(next) = step_into(node, step) else {
            return Err(WhyError::NoField {
                object: object.to_owned(),
                path: path.to_string(),
                parent: if at == 0 {
                    object.to_owned()
                } else {
                    Path(path.0[..at].to_vec()).to_string()
                },
                given: steps_of(node),
            });
        };
        let key = match (node.as_map(), step) {
            (Some(map), Step::Key(key)) => map.get(&**key).map(|entry| &entry.key),
            _ => None,
        };
        let places = [key.and_then(Origin::span), next.origin.span()];
        template = places
            .into_iter()
            .flatten()
            .find_map(|span| template_place(span, sources))
            .or(template);
        node = next;
    }
    Ok((node, template))
}

/// The steps that lead on from a node.
fn steps_of(node: &Node) -> Vec<String> {
    match &node.kind {
        Kind::Map(map) => map.keys().map(ToString::to_string).collect(),
        Kind::List(items) => (0..items.len()).map(|index| format!("[{index}]")).collect(),
        Kind::Document(inner) => steps_of(inner),
        _ => vec!["nothing below it".to_owned()],
    }
}

fn template_place(span: Span, sources: &Sources) -> Option<String> {
    let source = sources.get(span.source);
    let line = source.template_line(span.start as usize)?;
    Some(format!("{}:{line}", source.name))
}

fn shown(node: &Node, secret: bool) -> String {
    match &node.kind {
        Kind::List(items) => format!("a list of {}", items.len()),
        Kind::Map(map) => format!("a map of {}", map.len()),
        Kind::Document(_) => "a document".to_owned(),
        _ if secret => "***".to_owned(),
        _ => write(node).trim_end().to_owned(),
    }
}

/// One line of the answer.
struct Line {
    role: &'static str,
    place: String,
    detail: String,
    secret: bool,
}

/// What origins are looked up in.
struct Trace<'a> {
    values: &'a Node,
    defaults: Node,
    schema: Value,
    sources: &'a Sources,
}

impl Trace<'_> {
    /// The lines that tell an origin: where its value is written, and what that took the place of.
    fn lines(&self, origin: &Origin) -> Vec<Line> {
        match origin {
            Origin::Derived(parts) => parts.iter().flat_map(|part| self.lines(part)).collect(),
            Origin::Default(_) => self.chain(origin, path_of(&self.defaults, origin).as_ref()),
            _ => self.chain(origin, path_of(self.values, origin).as_ref()),
        }
    }

    /// A value, and behind it whatever it replaced; all of them stood at the same path.
    fn chain(&self, origin: &Origin, path: Option<&Path>) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut next = Some(origin);
        while let Some(origin) = next {
            let role = if lines.is_empty() {
                "value"
            } else {
                "instead of"
            };
            let place = match origin {
                Origin::Override { by: span, .. } | Origin::Written(span) => self.place(*span),
                Origin::Default(_) => "default".to_owned(),
                Origin::Program | Origin::Derived(_) => "the chart".to_owned(),
            };
            lines.push(self.line(role, place, path));
            next = match origin {
                Origin::Override { of, .. } => Some(of),
                _ => None,
            };
        }
        lines
    }

    fn line(&self, role: &'static str, place: String, path: Option<&Path>) -> Line {
        let secret = path.is_some_and(|path| self.is_secret(path));
        let detail = path.map(ToString::to_string).unwrap_or_default();
        Line {
            role,
            place,
            detail,
            secret,
        }
    }

    fn is_secret(&self, path: &Path) -> bool {
        let declared = path
            .0
            .iter()
            .try_fold(&self.schema, |schema, step| match step {
                Step::Key(key) => schema["properties"].get(&**key),
                Step::Index(_) => None,
            });
        declared.is_some_and(|declared| declared["writeOnly"] == true)
    }

    fn place(&self, span: Span) -> String {
        let source = self.sources.get(span.source);
        match source.kind {
            SourceKind::Rendered(_) => return "the template".to_owned(),
            SourceKind::Argument if span.range() == (0..source.text.len()) => {
                return source.name.clone();
            }
            SourceKind::Argument | SourceKind::File => {}
        }
        let position = source.position(span.start as usize);
        format!("{}:{}:{}", source.name, position.line, position.column)
    }
}

/// The path of the node that has this origin.
fn path_of(root: &Node, origin: &Origin) -> Option<Path> {
    search(root, origin, &Path::default())
}

fn search(node: &Node, origin: &Origin, path: &Path) -> Option<Path> {
    let below = match &node.kind {
        Kind::Map(map) => map.iter().find_map(|(key, entry)| {
            search(&entry.value, origin, &path.join(Step::Key(key.clone())))
        }),
        Kind::List(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| search(item, origin, &path.join(Step::Index(index)))),
        _ => None,
    };
    below.or_else(|| (node.origin == *origin).then(|| path.clone()))
}
