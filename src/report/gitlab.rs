//! Diagnostics as a Code Quality report of GitLab, which shows them in a merge request.
//!
//! GitLab tells an old finding from a new one by its fingerprint. So that a finding keeps it when lines above it
//! change, it is made of code, file and message, and of a number where several have the same. GitLab demands a place:
//! what has none gets line 1 of the file `.`.

use std::collections::HashMap;
use std::fmt::Write;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::place::Place;
use super::pretty;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

#[derive(Serialize)]
struct Entry<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'a str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// The whole document.
pub(super) fn report(diagnostics: &[&Diagnostic], sources: &Sources) -> String {
    let mut seen = HashMap::new();
    let entries: Vec<Entry<'_>> = (diagnostics.iter())
        .map(|diagnostic| entry(diagnostic, sources, &mut seen))
        .collect();
    pretty(&entries)
}

fn entry<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
    seen: &mut HashMap<[&'a str; 3], usize>,
) -> Entry<'a> {
    let place = (diagnostic.primary.as_ref()).map(|label| Place::of(label.span, sources));
    let path = place.map_or(".", |place| {
        place.file.strip_prefix("./").unwrap_or(place.file)
    });
    let identity = [diagnostic.code.name, path, &diagnostic.message];
    let number = seen.entry(identity).or_default();
    *number += 1;
    Entry {
        description: description(diagnostic),
        check_name: diagnostic.code.name,
        fingerprint: fingerprint(&identity, *number),
        severity: severity(diagnostic.severity),
        location: Location {
            path,
            lines: Lines {
                begin: place.map_or(1, |place| place.line),
            },
        },
    }
}

fn description(diagnostic: &Diagnostic) -> String {
    match &diagnostic.help {
        Some(help) => format!("{}; help: {help}", diagnostic.sentence()),
        None => diagnostic.sentence().into_owned(),
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}

fn fingerprint(identity: &[&str; 3], number: usize) -> String {
    let digest = Sha256::digest(format!("{}\0{number}", identity.join("\0")));
    digest.iter().fold(String::new(), |mut text, byte| {
        // Writing into a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
