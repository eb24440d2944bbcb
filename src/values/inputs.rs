//! What the user gives: values files and assignments, brought together in Helm's order.

use super::file::read_source;
use super::merge::merge_files;
use super::set::{self, SetKind};
use crate::charts::Profile;
use crate::checks::values::wrong_type;
use crate::diagnostic::Diagnostics;
use crate::source::{SourceKind, Sources};
use crate::yaml::{self, Kind, Limits, Node};

/// The values files and the assignments of one command line. It cannot be printed: any assignment may hold a secret.
#[derive(Clone, Default)]
pub struct Inputs {
    /// Values files that come with the chart, below all others, in the order given.
    pub profiles: Vec<&'static Profile>,
    /// Paths of values files, in the order given; `-` is standard input.
    pub files: Vec<String>,
    /// Assignments of `--set` and its kin, in the order given.
    pub assignments: Vec<(SetKind, String)>,
}

impl Inputs {
    /// The user's values: profiles and files in the order given, and over them assignments in Helm's fixed order of their kinds.
    /// What cannot be read goes into `diagnostics`.
    pub fn gather(&self, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Node {
        let mut values = Node::null();
        for profile in &self.profiles {
            let name = format!("<profile {}>", profile.name);
            let source = sources.add(name, profile.text, SourceKind::File);
            if let Some(read) = yaml::read(sources, source, &Limits::default(), diagnostics) {
                values = merge_files(values, read);
            }
        }
        for file in &self.files {
            if let Some(read) = read_file(file, sources, diagnostics) {
                values = merge_files(values, read);
            }
        }
        for kind in SetKind::ALL {
            let of_kind = self.assignments.iter().filter(|(given, _)| *given == kind);
            for (at, (_, text)) in of_kind.enumerate() {
                let name = format!("{}[{}]", kind.flag(), at + 1);
                let argument = sources.add(name, text.as_str(), SourceKind::Argument);
                values = set::apply(values, kind, argument, sources, diagnostics);
            }
        }
        values
    }
}

/// The values of one file, a map or nothing.
fn read_file(path: &str, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<Node> {
    let source = read_source(path, None, sources, diagnostics)?;
    let node = yaml::read(sources, source, &Limits::default(), diagnostics)?;
    match node.kind {
        Kind::Map(_) | Kind::Null => Some(node),
        _ => {
            diagnostics.push(wrong_type::not_a_map(&node));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::to_json;
    use serde_json::json;

    /// The values of files with these texts and of these assignments, and what is said.
    fn gathered(
        files: &[&str],
        assignments: &[(SetKind, &str)],
    ) -> (serde_json::Value, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        let paths = files.iter().enumerate().map(|(at, text)| {
            let path = folder.path().join(format!("{at}.yaml"));
            std::fs::write(&path, text).unwrap();
            path.to_str().unwrap().to_owned()
        });
        let inputs = Inputs {
            profiles: Vec::new(),
            files: paths.collect(),
            assignments: assignments
                .iter()
                .map(|(kind, text)| (*kind, (*text).to_owned()))
                .collect(),
        };
        let mut diagnostics = Diagnostics::default();
        let values = inputs.gather(&mut Sources::default(), &mut diagnostics);
        let messages = diagnostics
            .sorted()
            .into_iter()
            .map(|said| said.message.clone());
        (to_json(&values), messages.collect())
    }

    #[test]
    fn a_later_file_wins_and_an_empty_one_changes_nothing() {
        let files = ["{a: 1, m: {x: 1}}", "", "{a: 2, m: {z: 2}}", "# nothing"];
        assert_eq!(
            gathered(&files, &[]).0,
            json!({"a": 2, "m": {"x": 1, "z": 2}})
        );
    }

    #[test]
    fn assignments_apply_in_the_order_of_their_kinds_whatever_theirs_is() {
        let assignments = [
            (SetKind::Literal, "a=literal"),
            (SetKind::String, "a=string,b=string"),
            (SetKind::Set, "a=1,b=2,c=3"),
            (SetKind::Json, "d={\"x\": 4}"),
            (SetKind::Set, "c=5,d.x=6"),
        ];
        let (values, said) = gathered(&["{a: 0, e: 7}"], &assignments);
        assert_eq!(
            values,
            json!({"a": "literal", "b": "string", "c": 5, "d": {"x": 6}, "e": 7})
        );
        assert_eq!(said, [""; 0]);
    }

    #[test]
    fn a_file_that_is_no_map_is_refused_and_the_others_are_read() {
        let (values, said) = gathered(&["[a]", "a: 1", "b"], &[]);
        assert_eq!(values, json!({"a": 1}));
        assert_eq!(
            said,
            [
                "a values file is a map, and this is a list",
                "a values file is a map, and this is a text"
            ]
        );
    }

    #[test]
    fn every_file_that_is_missing_is_reported() {
        let inputs = Inputs {
            files: vec!["no/such".to_owned(), "nor/this".to_owned()],
            ..Inputs::default()
        };
        let mut diagnostics = Diagnostics::default();
        assert!(
            inputs
                .gather(&mut Sources::default(), &mut diagnostics)
                .is_null()
        );
        assert_eq!(diagnostics.sorted().len(), 2);
    }
}
