//! Where a node's value comes from.

use std::sync::Arc;

use crate::source::Span;

/// Names one default of a chart: its position in the chart's tree of defaults, counted in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DefaultId(pub u32);

/// Where a node's value comes from. Merging and deriving keep it, so that what is found in a rendered object can be
/// shown at the line that the user wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody wrote it: it is part of the program, such as the chart's version.
    Program,
    /// A default of the chart.
    Default(DefaultId),
    /// Written in a source: a values file, a `--set` argument, a rendered template.
    Written(Span),
    /// Written in a source, in place of something else.
    Override {
        /// Where it is written.
        by: Span,
        /// What it took the place of.
        of: Arc<Origin>,
    },
    /// Made from several values.
    Derived(Arc<[Origin]>),
}

impl Origin {
    /// The origin of something made from `parts`: the part's own where there is only one.
    pub fn derived<'a>(parts: impl IntoIterator<Item = &'a Origin>) -> Self {
        let mut distinct: Vec<Origin> = Vec::new();
        for part in parts {
            if *part != Origin::Program && !distinct.contains(part) {
                distinct.push(part.clone());
            }
        }
        match distinct.len() {
            0 => Origin::Program,
            1 => distinct.remove(0),
            _ => Origin::Derived(distinct.into()),
        }
    }

    /// The same place, knowing what it took the place of.
    #[must_use]
    pub fn over(self, previous: &Origin) -> Self {
        match self.span() {
            Some(by) => Origin::Override {
                by,
                of: Arc::new(previous.clone()),
            },
            None => self,
        }
    }

    /// Where it is written: for what is made from several values the last of them that is written anywhere, since
    /// that is the one that the user can change.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        match self {
            Origin::Program | Origin::Default(_) => None,
            Origin::Written(span) | Origin::Override { by: span, .. } => Some(*span),
            Origin::Derived(parts) => parts.iter().rev().find_map(Origin::span),
        }
    }
}
