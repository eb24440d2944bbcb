//! Diagnostics as `JUnit` XML, which CI systems show as test results.
//!
//! A diagnostic is a test case. An error is one that fails; a warning or a note is one that was skipped, which Jenkins
//! and its kin show with its message while the build stays green. Without diagnostics there is one case that passed:
//! Jenkins takes a report without any for a mistake.

use super::count;
use super::place::Place;
use super::visible::{visible, visible_lines};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// The whole document.
pub(super) fn report(diagnostics: &[&Diagnostic], sources: &Sources) -> String {
    let mut cases: String = (diagnostics.iter())
        .map(|diagnostic| case(diagnostic, sources))
        .collect();
    if diagnostics.is_empty() {
        cases.push_str("    <testcase name=\"no diagnostics\" classname=\"falcogen\"/>\n");
    }
    let failures = count(diagnostics, Severity::Error);
    let skipped = diagnostics.len() - failures;
    let tests = diagnostics.len().max(1);
    let counts =
        format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\"");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite name=\"falcogen\" {counts}>\n\
         {cases}  </testsuite>\n</testsuites>\n"
    )
}

fn case(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let place = (diagnostic.primary.as_ref()).map(|label| Place::of(label.span, sources));
    let class = escaped(place.map_or("falcogen", |place| place.file));
    let code = diagnostic.code.name;
    let name = match place {
        Some(place) => format!("{code} at {}:{}", place.line, place.column),
        None => code.to_owned(),
    };
    let message = escaped(&diagnostic.sentence());
    let result = match diagnostic.severity {
        Severity::Error => {
            let details = details(diagnostic, place.as_ref(), sources);
            format!("<failure type=\"{code}\" message=\"{message}\">{details}</failure>")
        }
        Severity::Warning | Severity::Note => {
            let severity = diagnostic.severity.name();
            format!("<skipped message=\"{severity}: {message}\"/>")
        }
    };
    format!(
        "    <testcase name=\"{name}\" classname=\"{class}\">\n      {result}\n    </testcase>\n"
    )
}

/// Where the diagnostic and its other parties are, and the remedy.
fn details(diagnostic: &Diagnostic, place: Option<&Place<'_>>, sources: &Sources) -> String {
    let mut lines = Vec::new();
    lines.extend(place.map(|place| visible(&place.to_string()).into_owned()));
    for label in &diagnostic.related {
        let place = Place::of(label.span, sources).to_string();
        lines.push(format!("{}: {}", visible(&place), visible(&label.text)));
    }
    lines.extend((diagnostic.help.as_deref()).map(|help| format!("help: {}", visible_lines(help))));
    xml(&lines.join("\n"))
}

/// For an attribute: XML has no way to write most control characters.
fn escaped(text: &str) -> String {
    xml(&visible(text))
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
