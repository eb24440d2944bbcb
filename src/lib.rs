//! falcogen turns Helm values and rules files into the Kubernetes manifests that run Falco.

pub mod checks;
pub mod diagnostic;
pub mod report;
pub mod source;
pub mod yaml;
