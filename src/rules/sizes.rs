//! Rules files that are too large for the cluster, or for the way there.

use super::divide;
use crate::checks::file::{rule_file_large, rule_file_too_large};
use crate::diagnostic::Diagnostics;
use crate::kubernetes::size::{MOST_DATA, MOST_FILES, MOST_KEPT, of_file};
use crate::source::Sources;
use crate::yaml::{Entry, Map};

/// Reports each file that is too large for the annotation of `kubectl apply`, or for any `ConfigMap`.
pub fn check(files: &Map, sources: &Sources, diagnostics: &mut Diagnostics) {
    for (name, entry) in files {
        let text = entry.value.as_text().unwrap_or_default();
        let at = entry.key.span();
        if text.len() > MOST_DATA {
            let lines = dividing_lines(entry, text, sources);
            diagnostics.push(rule_file_too_large::refused(name, at, &lines));
        } else if of_file(name, text) > MOST_KEPT {
            let lines = dividing_lines(entry, text, sources);
            diagnostics.push(rule_file_large::large(name, at, &lines));
        }
    }
}

/// The lines before which a file can be divided; nothing for a text within values, whose lines are others.
fn dividing_lines(entry: &Entry, text: &str, sources: &Sources) -> Vec<usize> {
    let span = entry.value.origin.span();
    match span.filter(|span| sources.is_whole_file(*span)) {
        Some(span) => divide::lines(span.source, text, MOST_FILES),
        None => Vec::new(),
    }
}
