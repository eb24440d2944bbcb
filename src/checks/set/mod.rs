//! Codes of what is wrong with a `--set` argument and its kin.

pub mod conflict;
pub mod limit;
pub mod syntax;

use crate::diagnostic::Code;

/// The codes of this group.
pub const CODES: &[&Code] = &[&syntax::CODE, &limit::CODE, &conflict::CODE];
