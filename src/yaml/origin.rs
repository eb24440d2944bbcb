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

/// The most replacements that one origin remembers.
const LONGEST_CHAIN: usize = 16;

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

    /// The same place, knowing what it took the place of. What it is known to have replaced before stays known: a
    /// value of a second file over one of the first, over a default.
    #[must_use]
    pub fn over(self, previous: &Origin) -> Self {
        match self {
            Origin::Override { by, of } if of.span().is_some() => {
                Arc::unwrap_or_clone(of).over(previous).replaced(by)
            }
            _ => match self.span() {
                Some(by) => previous.clone().replaced(by),
                None => self,
            },
        }
    }

    /// What is written at `by` in place of this. Of a long chain of replacements the latest is forgotten, so that
    /// the chain's length is bounded whatever the number of files and arguments.
    fn replaced(self, by: Span) -> Self {
        let of = match self {
            Origin::Override { of, .. } if of.replacements() + 2 > LONGEST_CHAIN => of,
            origin => Arc::new(origin),
        };
        Origin::Override { by, of }
    }

    fn replacements(&self) -> usize {
        match self {
            Origin::Override { of, .. } => 1 + of.replacements(),
            _ => 0,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceKind, Sources};

    #[test]
    fn a_replacement_remembers_all_that_it_replaced() {
        let mut sources = Sources::default();
        let source = sources.add("v.yaml", "ab", SourceKind::File);
        let written = |start| Origin::Written(Span::new(source, start..start + 1));
        let default = Origin::Default(DefaultId(7));

        let user = written(1).over(&written(0));
        let whole = user.over(&default);

        assert_eq!(whole, written(1).over(&written(0).over(&default)));
        assert_eq!(written(0).over(&default).replacements(), 1);
        assert_eq!(whole.replacements(), 2);
    }

    #[test]
    fn a_chain_of_replacements_stays_short_and_keeps_its_end() {
        let mut sources = Sources::default();
        let source = sources.add("v.yaml", "a".repeat(100), SourceKind::File);
        let default = Origin::Default(DefaultId(7));
        let mut origin = default.clone();
        for start in 0..100 {
            origin = Origin::Written(Span::new(source, start..start + 1)).over(&origin);
        }

        assert_eq!(origin.replacements(), LONGEST_CHAIN);
        assert_eq!(origin.span().map(|span| span.start), Some(99));
        while let Origin::Override { of, .. } = origin {
            origin = Arc::unwrap_or_clone(of);
        }
        assert_eq!(origin, default);
    }
}
