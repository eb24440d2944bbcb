//! Codes of what is wrong with a \`--set\` argument and its kin.

use crate::diagnostic::Code;

/// The codes of this group.
pub const CODES: &[&Code] = &[];
