//! Diagnostics as one JSON object of falcogen's own shape: every field is always there, `null` if it has no value.

use serde::Serialize;

use super::place::Place;
use super::{count, pretty};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::Sources;

#[derive(Serialize)]
struct Document<'a> {
    diagnostics: Vec<Entry<'a>>,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    label: Option<&'a str>,
    #[serde(flatten)]
    location: Location<'a>,
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
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

/// The whole document.
pub(super) fn report(diagnostics: &[&Diagnostic], sources: &Sources) -> String {
    pretty(&Document {
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
        severity: diagnostic.severity.name(),
        message: &diagnostic.message,
        label: diagnostic.remark(),
        location: (diagnostic.primary.as_ref())
            .map(|label| Location::of(label, sources))
            .unwrap_or_default(),
        help: diagnostic.help.as_deref(),
        related: related.collect(),
    }
}
