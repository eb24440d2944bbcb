//! An `AuditSink`, which Kubernetes 1.19 has dropped.

use crate::diagnostic::{Code, Severity};

/// An `AuditSink`, which Kubernetes 1.19 has dropped.
pub const CODE: Code = Code {
    name: "audit-sink-removed",
    severity: Severity::Warning,
    page: include_str!("audit_sink_removed.md"),
};
