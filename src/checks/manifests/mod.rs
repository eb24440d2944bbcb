//! Codes of objects that a cluster does not take.

pub mod audit_sink_removed;
pub mod no_such_template;
pub mod psp_removed;

use crate::diagnostic::Code;

/// The codes of this group.
pub const CODES: &[&Code] = &[
    &psp_removed::CODE,
    &audit_sink_removed::CODE,
    &no_such_template::CODE,
];
