//! The templates that are part of the program.

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
}

include!(concat!(env!("OUT_DIR"), "/templates.rs"));
