//! Codes of names that Kubernetes does not take.

mod invalid_name;

use crate::diagnostic::Code;

pub use invalid_name::{configmap_key, configmap_keys, label_value, namespace, object, release};

/// The codes of this group.
pub const CODES: &[&Code] = &[&invalid_name::CODE];
