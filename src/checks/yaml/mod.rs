//! Codes of what is wrong with the YAML of an input.

use crate::diagnostic::Code;

/// The codes of this group.
pub const CODES: &[&Code] = &[];
