//! Keys that a chart does not know, or the program into whose configuration they go.

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

/// Whether a Go template in the values reads the key, so that it has an effect though the chart does not know it. Where
/// templates name it otherwise than by `.Values`, its name in quotes is enough.
pub fn is_read_by_template(path: &Path, values: &Node) -> bool {
    let Some(Step::Key(name)) = path.0.last() else {
        return false;
    };
    let (field, quoted) = (format!(".Values.{path}"), format!("\"{name}\""));
    let reads = |text: &str| {
        let templates = text.split("{{").skip(1);
        let mut actions = templates.filter_map(|rest| rest.split("}}").next());
        actions.any(|action| names(action, &field) || action.contains(&quoted))
    };
    any_text(values, &reads)
}

/// Whether a template names a field, as a whole or with what is below it.
fn names(action: &str, field: &str) -> bool {
    action.match_indices(field).any(|(at, _)| {
        let next = action[at + field.len()..].chars().next();
        !next.is_some_and(|next| next.is_alphanumeric() || next == '_')
    })
}

/// Whether any text of a tree is so.
fn any_text(node: &Node, is: &dyn Fn(&str) -> bool) -> bool {
    match &node.kind {
        Kind::Text(text) => is(text),
        Kind::List(items) => items.iter().any(|item| any_text(item, is)),
        Kind::Map(map) => map.values().any(|entry| any_text(&entry.value, is)),
        _ => false,
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
