//! The values that an origin names: their places, and what they took the place of.

use std::sync::Arc;

use serde_json::Value;

use super::last_key;
use crate::source::{SourceKind, Sources, Span};
use crate::values::schema::declared;
use crate::yaml::{Kind, Node, Origin, Path, Step};

/// One line of the answer.
pub struct Line {
    /// What the value is to the field: `value` or `instead of`.
    pub role: &'static str,
    /// Where it is written.
    pub place: String,
    /// Its path in the values.
    pub detail: String,
    /// The name of the value, by which it may be known for a secret.
    pub name: Option<Arc<str>>,
    /// Whether it is declared as a credential.
    pub secret: bool,
}

/// What origins are looked up in.
pub struct Trace<'a> {
    /// The values of the rendering.
    pub values: &'a Node,
    /// The chart's defaults.
    pub defaults: Node,
    /// The schema of the chart's values.
    pub schema: Value,
    /// The texts that values are written in.
    pub sources: &'a Sources,
}

impl Trace<'_> {
    /// The lines that tell an origin: where its value is written, and what that took the place of.
    pub fn lines(&self, origin: &Origin) -> Vec<Line> {
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
            name: path.and_then(last_key).map(Arc::from),
            secret,
        }
    }

    fn is_secret(&self, path: &Path) -> bool {
        declared(&self.schema, &path.0).is_some_and(|declared| declared["writeOnly"] == true)
    }

    fn place(&self, span: Span) -> String {
        let source = self.sources.get(span.source);
        match source.kind {
            SourceKind::Rendered(_) => return "the template".to_owned(),
            SourceKind::Argument if span.range() == (0..source.text.len()) => {
                return source.name.clone();
            }
            SourceKind::Argument | SourceKind::File | SourceKind::Within(_) => {}
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

/// The origin of a node; of a list or map that the chart has put together, those of everything in it.
pub fn origin_of(node: &Node) -> Origin {
    let parts: Vec<Origin> = match (&node.kind, &node.origin) {
        (Kind::Map(map), Origin::Program) => {
            map.values().map(|entry| origin_of(&entry.value)).collect()
        }
        (Kind::List(items), Origin::Program) => items.iter().map(origin_of).collect(),
        (Kind::Document(inner), Origin::Program) => vec![origin_of(inner)],
        _ => vec![node.origin.clone()],
    };
    let leaves = parts.iter().flat_map(|part| match part {
        Origin::Derived(parts) => parts.to_vec(),
        other => vec![other.clone()],
    });
    Origin::derived(&leaves.collect::<Vec<_>>())
}
