//! A `PodSecurityPolicy`, which Kubernetes 1.25 has dropped.

use crate::diagnostic::{Code, Severity};

/// A `PodSecurityPolicy`, which Kubernetes 1.25 has dropped.
pub const CODE: Code = Code {
    name: "psp-removed",
    severity: Severity::Warning,
    page: include_str!("psp_removed.md"),
};
