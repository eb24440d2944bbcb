//! Rules files into values and back, as the users of `falcogen rules2helm` and `helm2rules` meet it, and as other readers of
//! YAML see what is between.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod corpus;
mod helm2rules;
mod hostile;
mod kubernetes;
mod round_trip;
mod rules2helm;

#[path = "../support/trial.rs"]
mod trial;

use falcogen::diagnostic::Diagnostics;
use falcogen::rules::convert::values;
use falcogen::rules::files::NamedFile;
use falcogen::source::{SourceKind, Sources};
use falcogen::yaml::Node;

/// A name and a text.
type Files = Vec<(String, String)>;

/// Texts as files, whose names are numbers.
fn numbered(texts: impl IntoIterator<Item = String>) -> Files {
    let texts = texts.into_iter().enumerate();
    texts
        .map(|(number, text)| (format!("{number:06}.yaml"), text))
        .collect()
}

/// Files as values.
fn as_values(files: &Files) -> Node {
    let mut sources = Sources::default();
    let named: Vec<NamedFile> = (files.iter())
        .map(|(name, text)| NamedFile {
            name: name.as_str().into(),
            source: sources.add(name, text.as_str(), SourceKind::File),
        })
        .collect();
    values::of_files(&named, &sources)
}

/// The text of a values file.
fn printed(values: &Node) -> String {
    let mut diagnostics = Diagnostics::default();
    let text = values::text(values, &mut diagnostics);
    assert!(!diagnostics.has_errors());
    text
}
