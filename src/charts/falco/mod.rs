//! Chart falcosecurity/falco 9.1.0, which runs Falco 0.44.1 (repository falcosecurity/charts, folder charts/falco).

pub mod former_keys;
