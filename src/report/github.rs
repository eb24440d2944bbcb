//! Diagnostics as workflow commands of GitHub Actions, which become annotations of a pull request.
//!
//! `::error file=F,line=1,endLine=1,col=5,endColumn=9,title=CODE::MESSAGE`. Columns are given only if the place lies
//! within one line; GitHub refuses them otherwise. A command is one line: newlines and `%` are percent-encoded, in
//! properties `:` and `,` too.

use super::place::Place;
use super::visible::{visible, visible_lines};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// One command a diagnostic; empty without diagnostics.
pub(super) fn report(diagnostics: &[&Diagnostic], sources: &Sources) -> String {
    (diagnostics.iter())
        .map(|diagnostic| command(diagnostic, sources))
        .collect()
}

fn command(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let place = (diagnostic.primary.as_ref())
        .map(|label| location(&Place::of(label.span, sources)))
        .unwrap_or_default();
    let title = property(diagnostic.code.name);
    let message = data(&message(diagnostic, sources));
    format!("::{name} {place}title={title}::{message}\n")
}

fn location(place: &Place<'_>) -> String {
    let Place {
        line,
        column,
        end_line,
        end_column,
        ..
    } = place;
    let file = property(place.file);
    if line == end_line {
        format!("file={file},line={line},endLine={end_line},col={column},endColumn={end_column},")
    } else {
        format!("file={file},line={line},endLine={end_line},")
    }
}

/// The message, then a line for each other party and for the remedy.
fn message(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let mut message = visible(&diagnostic.sentence()).into_owned();
    for label in &diagnostic.related {
        let place = Place::of(label.span, sources).to_string();
        message.push_str(&format_line(&visible(&place), &visible(&label.text)));
    }
    if let Some(help) = &diagnostic.help {
        message.push_str(&format_line("help", &visible_lines(help)));
    }
    message
}

fn format_line(head: &str, text: &str) -> String {
    format!("\n{head}: {text}")
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(&visible(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_or_a_property_is_encoded() {
        assert_eq!(data("50%\r\n::error::x"), "50%25%0D%0A::error::x");
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25\\n");
    }
}
