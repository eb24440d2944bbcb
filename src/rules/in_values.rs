//! Places in rules that are written within a values file.

use std::cell::RefCell;

use foldhash::{HashMap, HashMapExt};

use super::yaml::Places;
use crate::source::{SourceId, SourceKind, Sources, Span};

/// Finds places of rules within values in the values file. Each text is decoded once, however many places are asked for.
pub struct InValues<'s> {
    sources: &'s Sources,
    known: RefCell<HashMap<SourceId, Places>>,
}

impl<'s> InValues<'s> {
    /// For rules in these sources.
    #[must_use]
    pub fn new(sources: &'s Sources) -> Self {
        InValues {
            sources,
            known: RefCell::new(HashMap::new()),
        }
    }

    /// The place in the values file, for one in rules within it; every other place as it is.
    #[must_use]
    pub fn place(&self, inner: Span) -> Span {
        let source = self.sources.get(inner.source);
        let SourceKind::Within(scalar) = source.kind else {
            return inner;
        };
        let mut known = self.known.borrow_mut();
        let places = known.entry(inner.source).or_insert_with(|| {
            let around = &self.sources.get(scalar.source).text;
            Places::within(around, scalar, &source.text)
        });
        places.span(inner)
    }
}
