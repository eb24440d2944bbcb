//! Codes of what is wrong with a value: with its key, its type, or that it is not there.

pub mod deprecated_value;
pub mod invalid_value;
pub mod misread_boolean;
pub mod missing_value;
pub mod no_custom_rules;
pub mod plugin_without_artifact;
pub mod removed_value;
pub mod template_error;
pub mod template_missing_value;
pub mod unknown_falco_option;
pub mod unknown_value;
pub mod unwritable_character;
pub mod value_without_effect;
pub mod wrong_type;

use crate::diagnostic::Code;

/// The codes of this group.
pub const CODES: &[&Code] = &[
    &unknown_value::CODE,
    &unknown_falco_option::CODE,
    &removed_value::CODE,
    &wrong_type::CODE,
    &misread_boolean::CODE,
    &invalid_value::CODE,
    &missing_value::CODE,
    &value_without_effect::CODE,
    &deprecated_value::CODE,
    &unwritable_character::CODE,
    &plugin_without_artifact::CODE,
    &no_custom_rules::CODE,
    &template_error::CODE,
    &template_missing_value::CODE,
];
