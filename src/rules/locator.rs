//! Finds where parts of scalars are written.

use std::cell::RefCell;
use std::ops::Range;

use super::written::Written;
use super::yaml::Places;
use crate::source::{Sources, Span};

/// Finds where parts of scalars are written. It remembers the scalar that it looked at last: many things can be wrong with
/// one condition, and to decode it once more for each would take as often as long as it is.
#[derive(Debug)]
pub struct Locator<'s> {
    sources: &'s Sources,
    last: RefCell<Option<(Span, Places)>>,
}

impl<'s> Locator<'s> {
    /// For scalars in these sources.
    #[must_use]
    pub fn new(sources: &'s Sources) -> Self {
        Locator {
            sources,
            last: RefCell::new(None),
        }
    }

    /// Where a range of what a scalar means is written.
    #[must_use]
    pub fn place(&self, written: &Written, range: Range<usize>) -> Span {
        let Some(indentation) = written.indentation else {
            return written.span;
        };
        let span = written.span;
        let mut last = self.last.borrow_mut();
        if last.as_ref().is_none_or(|(scalar, _)| *scalar != span) {
            let source = self.sources.get(span.source);
            *last = Some((span, Places::indented(&source.text, span, indentation)));
        }
        match &*last {
            Some((_, places)) => Span::new(span.source, places.place_range(range)),
            None => span,
        }
    }
}
