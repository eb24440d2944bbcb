//! The templates that are part of the program.

use crate::yaml::Node;

/// One template of a chart.
#[derive(Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name below the chart's `templates/`, as `--show-only` takes it: `daemonset.yaml`. Names that begin with
    /// `_` hold macros and make no objects.
    pub name: &'static str,
    /// The file in this project: `templates/stable/daemonset.yaml.j2`.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
    /// The path of the value without which it makes nothing; empty if there is none.
    pub guard: &'static [&'static str],
}

impl Template {
    /// Whether the value that decides of it is there and off, so that it need not be read.
    #[must_use]
    pub fn is_off(&self, context: &Node) -> bool {
        let decides = self
            .guard
            .iter()
            .try_fold(context, |node, key| node.get(key));
        !self.guard.is_empty() && decides.is_some_and(|node| !node.is_true())
    }
}

include!(concat!(env!("OUT_DIR"), "/templates.rs"));
