//! Codes of what is wrong with a value: with its key, its type, or that it is not there.

pub mod invalid_value;
pub mod misread_boolean;
pub mod missing_value;
pub mod removed_value;
pub mod unknown_value;
pub mod value_without_effect;
pub mod wrong_type;

use crate::diagnostic::Code;

/// The codes of this group.
pub const CODES: &[&Code] = &[
    &unknown_value::CODE,
    &removed_value::CODE,
    &wrong_type::CODE,
    &misread_boolean::CODE,
    &invalid_value::CODE,
    &missing_value::CODE,
    &value_without_effect::CODE,
];
