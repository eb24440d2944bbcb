//! Diagnostics as SARIF 2.1.0, the form that code scanning reads.
//!
//! Field names are the standard's, some of which are not what Rust would call them.

use std::fmt::Write;

use serde::Serialize;

use super::place::Place;
use super::pretty;
use crate::diagnostic::{Code, Diagnostic, Label};
use crate::source::Sources;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'a str,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
struct Driver<'a> {
    name: &'a str,
    version: &'a str,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    short_description: Text,
    help: Help<'a>,
    default_configuration: Configuration<'a>,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help<'a> {
    text: &'a str,
    markdown: &'a str,
}

#[derive(Serialize)]
struct Configuration<'a> {
    level: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    message: Text,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the standard's names")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// The whole document.
pub(super) fn report(diagnostics: &[&Diagnostic], sources: &Sources) -> String {
    let mut codes: Vec<&Code> = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect();
    codes.sort_by_key(|code| code.name);
    codes.dedup_by_key(|code| code.name);
    let results = (diagnostics.iter())
        .map(|diagnostic| outcome(diagnostic, &codes, sources))
        .collect();
    let driver = Driver {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        rules: codes.iter().map(|code| rule(code)).collect(),
    };
    pretty(&Document {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver },
            column_kind: "unicodeCodePoints",
            results,
        }],
    })
}

fn rule(code: &Code) -> Rule<'_> {
    Rule {
        id: code.name,
        short_description: Text {
            text: first_sentence(code.page),
        },
        help: Help {
            text: code.page,
            markdown: code.page,
        },
        default_configuration: Configuration {
            level: code.severity.name(),
        },
    }
}

/// The first sentence below the page's title, on one line.
fn first_sentence(page: &str) -> String {
    let lines: Vec<&str> = (page.lines().map(str::trim))
        .skip_while(|line| line.is_empty() || line.starts_with('#'))
        .take_while(|line| !line.is_empty())
        .collect();
    let paragraph = lines.join(" ");
    let end = paragraph
        .find(". ")
        .map_or(paragraph.len(), |stop| stop + 1);
    paragraph[..end].to_owned()
}

fn outcome<'a>(diagnostic: &'a Diagnostic, codes: &[&Code], sources: &Sources) -> Outcome<'a> {
    let name = diagnostic.code.name;
    let text = match &diagnostic.help {
        Some(help) => format!("{}\nhelp: {help}", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    let related = diagnostic.related.iter().enumerate();
    Outcome {
        rule_id: name,
        rule_index: codes.partition_point(|code| code.name < name),
        level: diagnostic.severity.name(),
        message: Text { text },
        locations: (diagnostic.primary.iter())
            .map(|label| location(label, None, sources))
            .collect(),
        related_locations: related
            .map(|(number, label)| location(label, Some(number + 1), sources))
            .collect(),
    }
}

fn location(label: &Label, id: Option<usize>, sources: &Sources) -> Location {
    let place = Place::of(label.span, sources);
    Location {
        id,
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation {
                uri: uri(place.file),
            },
            region: Region {
                start_line: place.line,
                start_column: place.column,
                end_line: place.end_line,
                end_column: place.end_column,
            },
        },
        message: Some(&label.text)
            .filter(|text| !text.is_empty())
            .map(|text| Text { text: text.clone() }),
    }
}

/// The name of a source as a URI reference: an absolute path as `file:`, anything else as a relative path.
fn uri(name: &str) -> String {
    let scheme = if name.starts_with('/') { "file://" } else { "" };
    let mut uri = scheme.to_owned();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing into a text cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_valid_uri_reference() {
        assert_eq!(uri("a b/ä:c.yaml"), "a%20b/%C3%A4%3Ac.yaml");
        assert_eq!(uri("--set[1]"), "--set%5B1%5D");
        assert_eq!(uri("/etc/values.yaml"), "file:///etc/values.yaml");
    }

    #[test]
    fn the_first_sentence_of_a_page_is_found() {
        let page = "# code\n\nA sentence over\ntwo lines. Another one.\n\n## Why\n";
        assert_eq!(first_sentence(page), "A sentence over two lines.");
        assert_eq!(first_sentence("# code\n"), "");
    }
}
