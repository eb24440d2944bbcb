//! The release that a rendering is for.

use crate::checks::names;
use crate::diagnostic::Diagnostics;
use crate::source::{SourceKind, Sources, Span};
use crate::yaml::{Node, Origin};

/// What Helm calls a release: one installation of a chart.
#[derive(Clone, Debug)]
pub struct Release {
    /// Its name, a text.
    pub name: Node,
    /// The namespace of its objects, a text.
    pub namespace: Node,
    /// Whether it takes the place of an earlier one.
    pub is_upgrade: bool,
}

impl Release {
    /// A release of that name and namespace. Names that cannot be one give a diagnostic.
    pub fn new(
        name: &str,
        namespace: &str,
        is_upgrade: bool,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let name = argument("RELEASE", name, sources);
        let namespace = argument("--namespace", namespace, sources);
        for wrong in [names::release(&name), names::namespace(&namespace)]
            .into_iter()
            .flatten()
        {
            diagnostics.push_once(wrong);
        }
        Release {
            name,
            namespace,
            is_upgrade,
        }
    }
}

impl Release {
    /// What templates see of it: `name` and `namespace`.
    #[must_use]
    pub fn as_node(&self) -> Node {
        Node::map([
            ("name", self.name.clone()),
            ("namespace", self.namespace.clone()),
        ])
    }
}

/// An argument of the command line as a text with a place.
fn argument(name: &str, text: &str, sources: &mut Sources) -> Node {
    let source = sources.add(name, text, SourceKind::Argument);
    Node::text(text, Origin::Written(Span::new(source, 0..text.len())))
}
