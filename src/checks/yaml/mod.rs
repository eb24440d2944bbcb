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
    &duplicate_key::DUPLICATE_KEY,
    &invalid_utf8::INVALID_UTF8,
    &several_documents::SEVERAL_DOCUMENTS,
    &unsupported_yaml::UNSUPPORTED_YAML,
    &yaml_limit::YAML_LIMIT,
    &yaml_syntax::YAML_SYNTAX,
];
