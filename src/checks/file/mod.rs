//! Codes of what is wrong with the files that the user names.

pub mod rule_file_clash;
pub mod rule_file_exists;
pub mod rule_file_large;
pub mod rule_file_left_out;
pub mod rule_file_outside;
pub mod rule_file_too_large;
pub mod unreadable;
pub mod values_too_large;

use crate::diagnostic::Code;

/// The codes of this group.
pub const CODES: &[&Code] = &[
    &unreadable::CODE,
    &rule_file_clash::CODE,
    &rule_file_outside::CODE,
    &rule_file_left_out::CODE,
    &rule_file_large::CODE,
    &rule_file_too_large::CODE,
    &values_too_large::CODE,
    &rule_file_exists::CODE,
];
