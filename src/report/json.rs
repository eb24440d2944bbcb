//! Diagnostics as one JSON object of falcogen's own shape: every field is always there, `null` if it has no value.

use serde::Serialize;

use super::place::Place;
use super::{CheckedFile, count, pretty};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::Sources;

#[derive(Serialize)]
struct Document<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    files: Option<&'a [CheckedFile]>,
    diagnostics: Vec<Entry<'a>>,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    falco_code: Option<&'a str>,
    severity: &'a str,
    message: &'a str,
    label: Option<&'a str>,
    #[serde(flatten)]
    location: Location<'a>,
    help: Option<&'a str>,
    item: Option<Named<'a>>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    kind: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    location: Location<'a>,
    message: &'a str,
}

#[derive(Default, Serialize)]
struct Location<'a> {
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

impl<'a> Location<'a> {
    fn of(label: &Label, sources: &'a Sources) -> Self {
        let place = Place::of(label.span, sources);
        Location {
            file: Some(place.file),
            line: Some(place.line),
            column: Some(place.column),
            end_line: Some(place.end_line),
            end_column: Some(place.end_column),
        }
    }
}

/// The whole document, with the rules files that were checked, if it is about such.
pub(super) fn report(
    diagnostics: &[&Diagnostic],
    files: Option<&[CheckedFile]>,
    sources: &Sources,
) -> String {
    pretty(&Document {
        files,
        diagnostics: (diagnostics.iter())
            .map(|diagnostic| entry(diagnostic, sources))
            .collect(),
        errors: count(diagnostics, Severity::Error),
        warnings: count(diagnostics, Severity::Warning),
    })
}

fn entry<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Entry<'a> {
    let related = diagnostic.related.iter().map(|label| Related {
        location: Location::of(label, sources),
        message: &label.text,
    });
    Entry {
        code: diagnostic.code.name,
        falco_code: diagnostic.falco_code,
        severity: diagnostic.severity.name(),
        message: &diagnostic.message,
        label: diagnostic.remark(),
        location: (diagnostic.primary.as_ref())
            .map(|label| Location::of(label, sources))
            .unwrap_or_default(),
        help: diagnostic.help.as_deref(),
        item: diagnostic.item.as_ref().map(|item| Named {
            kind: item.kind.name(),
            name: &item.name,
        }),
        related: related.collect(),
    }
}
