//! What the user gives: values files and assignments, brought together in Helm's order.

use super::file::read_source;
use super::merge::merge_files;
use super::set::{self, SetKind};
use crate::checks::values::wrong_type;
use crate::diagnostic::Diagnostics;
use crate::source::{SourceKind, Sources};
use crate::yaml::{self, Kind, Limits, Node};

/// The values files and the assignments of one command line. It cannot be printed: any assignment may hold a secret.
#[derive(Clone, Default)]
pub struct Inputs {
    /// Paths of values files, in the order given; `-` is standard input.
    pub files: Vec<String>,
    /// Assignments of `--set` and its kin, in the order given.
    pub assignments: Vec<(SetKind, String)>,
}

impl Inputs {
    /// The user's values: files in the order given, and over them assignments in Helm's fixed order of their kinds.
    /// What cannot be read goes into `diagnostics`.
    pub fn gather(&self, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Node {
        let mut values = Node::null();
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
