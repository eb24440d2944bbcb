//! How diagnostics are shown: for a person at a terminal, and for the programs that read them in CI.
//!
//! What a report prints comes from files that falcogen has not written. [`visible`] keeps their bytes from steering a
//! terminal, [`redact`] keeps their secrets out of logs; the formats hold no other protection and need none.

mod excerpt;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod place;
mod redact;
mod sarif;
mod visible;

#[cfg(test)]
mod tests;

use std::fmt::Write;

pub(crate) use redact::masked;
pub(crate) use visible::visible_lines;

use crate::diagnostic::{Diagnostic, Diagnostics, Severity, merged};
use crate::source::Sources;

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Text with source lines, for a terminal.
    Human,
    /// One JSON object of falcogen's own shape.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// A Code Quality report of GitLab.
    Gitlab,
    /// `JUnit` XML, for Jenkins and whatever else shows test results.
    #[value(help = "JUnit XML, for Jenkins and whatever else shows test results")]
    Junit,
}

/// The whole report as one text that ends with a newline.
///
/// It is empty for [`Format::Human`] and [`Format::Github`] if there is nothing to say; the other formats give a
/// complete document also then. Only [`Format::Human`] shows source lines, with secrets masked, and has `colour`.
#[must_use]
pub fn report(
    format: Format,
    diagnostics: &Diagnostics,
    sources: &Sources,
    colour: bool,
) -> String {
    let diagnostics = diagnostics.sorted();
    if format == Format::Json {
        return json::report(&diagnostics, None, sources);
    }
    in_words(format, &merged(&diagnostics), sources, colour)
}

/// A rules file that was checked.
#[derive(Clone, Debug, serde::Serialize)]
pub struct CheckedFile {
    /// Its name.
    pub file: String,
    /// Whether Falco would load it.
    pub loads: bool,
}

/// The report of a check of rules files: as [`report`], with what became of each file, as far as the format has a place
/// for it.
#[must_use]
pub fn check_report(
    format: Format,
    diagnostics: &Diagnostics,
    files: &[CheckedFile],
    sources: &Sources,
    colour: bool,
) -> String {
    let diagnostics = diagnostics.sorted();
    match format {
        Format::Json => json::report(&diagnostics, Some(files), sources),
        Format::Human if diagnostics.is_empty() => all_is_well(files),
        _ => in_words(format, &merged(&diagnostics), sources, colour),
    }
}

/// What is said of files with which nothing is wrong.
fn all_is_well(files: &[CheckedFile]) -> String {
    match files {
        [file] => format!("falcogen: {} is fine\n", visible::visible(&file.file)),
        [] => "falcogen: there are no rules\n".to_owned(),
        files => format!("falcogen: {} files are fine\n", files.len()),
    }
}

/// A report in a format in which what concerns many rules is said once.
fn in_words(
    format: Format,
    merged: &[(&Diagnostic, usize)],
    sources: &Sources,
    colour: bool,
) -> String {
    let diagnostics: Vec<&Diagnostic> = merged.iter().map(|(diagnostic, _)| *diagnostic).collect();
    match format {
        Format::Human => human::report(merged, sources, colour),
        Format::Json => json::report(&diagnostics, None, sources),
        Format::Sarif => sarif::report(&diagnostics, sources),
        Format::Github => github::report(&diagnostics, sources),
        Format::Gitlab => gitlab::report(&diagnostics, sources),
        Format::Junit => junit::report(&diagnostics, sources),
    }
}

/// How many of the diagnostics are of that severity.
fn count(diagnostics: &[&Diagnostic], severity: Severity) -> usize {
    (diagnostics.iter())
        .filter(|diagnostic| diagnostic.severity == severity)
        .count()
}

/// Pretty JSON with a newline at its end. Hidden characters are escaped: a person may look at it too.
pub(crate) fn pretty(document: &impl serde::Serialize) -> String {
    // What the formats serialize has only keys that are texts, and so cannot fail.
    let text = serde_json::to_string_pretty(document).unwrap_or_default();
    let mut safe = String::with_capacity(text.len() + 1);
    for character in text.chars() {
        if character != '\n' && visible::is_hidden(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing into a text cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(character);
        }
    }
    safe.push('\n');
    safe
}
