//! Where a scalar of a rules file is written.

use super::yaml::{Places, Scalar};
use crate::source::Span;

/// A scalar of a rules file, or a place that stands for something as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    /// The whole scalar, quotes and header included.
    pub span: Span,
    /// How many blanks its first line of text begins with, once it is decoded, which tells how far a block is indented.
    /// Nothing if parts of it have no places of their own.
    pub(super) indentation: Option<u32>,
}

impl Written {
    /// A scalar.
    #[must_use]
    pub fn scalar(scalar: &Scalar) -> Self {
        Written {
            span: scalar.span,
            indentation: Some(Places::indentation(&scalar.text)),
        }
    }

    /// A place that stands for something as a whole.
    #[must_use]
    pub fn whole(span: Span) -> Self {
        Written {
            span,
            indentation: None,
        }
    }
}
