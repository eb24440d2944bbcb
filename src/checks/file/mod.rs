//! Codes of what is wrong with the files that the user names.

pub mod unreadable;

use crate::diagnostic::Code;

/// The codes of this group.
pub const CODES: &[&Code] = &[&unreadable::CODE];
