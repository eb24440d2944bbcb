//! Keys that a chart does not know, or the program into whose configuration they go.

use std::collections::BTreeSet;

use serde_json::Value;

use super::schema::{Owner, declared, owner};
use super::similar;
use crate::charts::Chart;
use crate::checks::values::unknown_falco_option::{self, Proposal};
use crate::checks::values::unknown_value;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::yaml::{Entry, Kind, Node, Path, Step};

/// How many options are named where none is like an unknown one.
const FEW: usize = 8;

/// What is to be said of an unknown key: it is one of the chart's other versions, or a misspelled one. Nothing if it is
/// one that the chart refuses, which has been reported. Without `propose`, nothing is proposed in its place.
pub fn key(
    path: &Path,
    entry: &Entry,
    propose: bool,
    schema: &Value,
    chart: &Chart,
) -> Option<Diagnostic> {
    let place = entry.key.span();
    if let Some(other) = chart.other_key(path) {
        let said = || unknown_value::of_other_version(path, place, other, chart.version);
        return (!other.is_refused()).then(said);
    }
    let similar = propose.then(|| {
        joined_by_dots(path, schema).or_else(|| similar::value(path, &entry.value, schema))
    });
    let similar = similar.flatten();
    Some(match owner(schema, &path.0) {
        Some(owner) => option(path, place, owner, similar.as_ref(), schema),
        None => unknown_value::unknown(path, place, similar.as_ref()),
    })
}

/// What Go templates in the values read of them: keys have an effect then though the chart does not know them.
#[derive(Default)]
pub struct ReadByTemplates {
    /// Paths of fields such as `cluster.name`, and of all that is above them.
    fields: BTreeSet<String>,
    /// Words in quotes, beside `.Values`: `index .Values "cluster"`.
    words: BTreeSet<String>,
}

impl ReadByTemplates {
    /// What the templates in these values read.
    pub fn of(values: &Node) -> Self {
        let mut read = ReadByTemplates::default();
        read.node(values);
        read
    }

    /// Whether they read the key at `path`.
    pub fn has(&self, path: &Path) -> bool {
        let Some(Step::Key(name)) = path.0.last() else {
            return false;
        };
        self.fields.contains(&path.to_string()) || self.words.contains(&**name)
    }

    fn node(&mut self, node: &Node) {
        match &node.kind {
            Kind::Text(text) => self.text(text),
            Kind::List(items) => items.iter().for_each(|item| self.node(item)),
            Kind::Map(map) => map.values().for_each(|entry| self.node(&entry.value)),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let actions = text.split("{{").skip(1);
        for action in actions.filter_map(|rest| rest.split("}}").next()) {
            let mut parts = action.split(".Values");
            parts.next();
            for (nth, part) in parts.enumerate() {
                self.field(part);
                if nth == 0 {
                    let words = action.split('"').skip(1).step_by(2);
                    self.words.extend(words.map(str::to_owned));
                }
            }
        }
    }

    /// Takes in the field with which a text begins, `.cluster.name`, and what is above it.
    fn field(&mut self, text: &str) {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
        let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
        let mut path = String::new();
        for name in text[..end].split('.').filter(|name| !name.is_empty()) {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(name);
            self.fields.insert(path.clone());
        }
    }
}

/// The value that is meant by a key in which its path is written as `--set` takes it: `image.tag`.
fn joined_by_dots(path: &Path, schema: &Value) -> Option<Path> {
    let (Step::Key(key), section) = path.0.split_last()? else {
        return None;
    };
    let steps = key.split('.').map(|step| Step::Key(step.into()));
    let meant = Path(section.iter().cloned().chain(steps).collect());
    (key.contains('.') && declared(schema, &meant.0).is_some()).then_some(meant)
}

/// An option that its owner does not know. Where there are few others, they are named.
fn option(
    path: &Path,
    place: Option<Span>,
    owner: Owner<'_>,
    similar: Option<&Path>,
    schema: &Value,
) -> Diagnostic {
    let siblings = siblings(path, schema);
    let proposal = match similar {
        Some(similar) => Some(Proposal::Similar(similar)),
        None if siblings.len() <= FEW => Some(Proposal::OneOf(&siblings)),
        None => None,
    };
    unknown_falco_option::unknown(path, place, owner, proposal)
}

/// The names that are declared beside a path.
fn siblings<'a>(path: &Path, schema: &'a Value) -> Vec<&'a str> {
    let section = path
        .0
        .split_last()
        .and_then(|(_, parent)| declared(schema, parent));
    let names = section.and_then(|section| section["properties"].as_object());
    names
        .into_iter()
        .flatten()
        .map(|(name, _)| name.as_str())
        .collect()
}
