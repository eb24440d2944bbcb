//! The outputs of Falcosidekick: one table of what can be set of each, and how it reaches Falcosidekick.
//!
//! A setting of an output is an environment variable of Falcosidekick, which stands in the chart's Secret (chart file
//! templates/secrets.yaml). The table makes the values below `config` with their schema and defaults, and the Secret.
//! What the settings mean is from Falcosidekick's own documentation (repository falcosecurity/falcosidekick, folder
//! docs/outputs, and config.go).

mod alerting;
mod chat;
mod cloud;
mod databases;
mod functions;
mod logs;
mod metrics;
mod queues;
mod setting;

pub use setting::{Kind, Printed, Setting};

/// An output, or a part of one.
pub struct Output {
    /// Its keys below `config`, separated by dots.
    pub path: &'static str,
    /// What it is.
    pub about: &'static str,
    /// What can be set.
    pub settings: &'static [Setting],
}

/// All outputs. A part of one comes behind it.
pub fn all() -> impl Iterator<Item = &'static Output> {
    const TABLES: &[&[Output]] = &[
        chat::OUTPUTS,
        alerting::OUTPUTS,
        logs::OUTPUTS,
        metrics::OUTPUTS,
        databases::OUTPUTS,
        queues::OUTPUTS,
        functions::OUTPUTS,
        cloud::OUTPUTS,
    ];
    TABLES.iter().copied().flatten()
}

impl Output {
    /// The keys of a setting below `config`.
    pub fn keys(&self, setting: &Setting) -> Vec<&'static str> {
        let mut keys: Vec<_> = self.path.split('.').collect();
        keys.push(setting.key);
        keys
    }

    /// The environment variable of a setting: named after its keys, unless the setting says otherwise.
    pub fn variable(&self, setting: &Setting) -> String {
        match setting.variable {
            Some(variable) => variable.to_owned(),
            None => self.keys(setting).join("_").to_uppercase(),
        }
    }
}
