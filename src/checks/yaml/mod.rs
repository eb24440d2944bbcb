//! Codes of what is wrong with the YAML of an input.

pub mod duplicate_key;
pub mod invalid_utf8;
pub mod several_documents;
pub mod unsupported_yaml;
pub mod yaml_limit;
pub mod yaml_syntax;

use crate::diagnostic::Code;

/// The codes of this group.
pub const CODES: &[&Code] = &[
    &duplicate_key::CODE,
    &invalid_utf8::CODE,
    &several_documents::CODE,
    &unsupported_yaml::CODE,
    &yaml_limit::CODE,
    &yaml_syntax::CODE,
];
