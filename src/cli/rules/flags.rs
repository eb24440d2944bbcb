//! Flags that the commands for rules share, and the rules that they load.

use clap::Args;

use crate::checks;
use crate::cli::Usage;
use crate::diagnostic::Diagnostics;
use crate::rules::environment::{ENGINE, LATEST_ENGINE};
use crate::rules::files::{self, Found, Subfolders};
use crate::rules::read::Version;
use crate::rules::{Environment, Plugin, RulesFile};
use crate::source::Sources;
use crate::values::file::read_text;

/// Which rules are loaded, and into which Falco.
#[derive(Args)]
pub struct LoadFlags {
    /// Rules files, or folders of them (*.yaml, *.yml, by name), in the order in which Falco loads them; `-` for standard input
    #[arg(value_name = "PATH", allow_hyphen_values = false)]
    pub paths: Vec<String>,
    /// Load this file or folder first, and say nothing of it: the rules that yours build on (repeatable)
    #[arg(long, value_name = "PATH")]
    after: Vec<String>,
    /// Read files in folders within the folders as well
    #[arg(long)]
    recursive: bool,
    /// Version of Falco's rules engine, 0.26 to 0.63; 0.62 is that of Falco 0.44
    #[arg(
        long,
        value_name = "VERSION",
        default_value = "0.62",
        help_heading = "Falco"
    )]
    engine_version: EngineVersion,
    /// A file with the fields of further plugins (repeatable)
    #[arg(long, value_name = "FILE", help_heading = "Falco")]
    fields: Vec<String>,
    /// A plugin that Falco loads, besides container, k8saudit and json (repeatable)
    #[arg(long, value_name = "NAME[:VERSION]", help_heading = "Falco")]
    plugin: Vec<PluginName>,
}

/// A version of the rules engine that is known.
#[derive(Clone, Copy, Debug)]
struct EngineVersion(Version);

impl std::str::FromStr for EngineVersion {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let minor = text.parse().ok().or_else(|| {
            let rest = text.strip_prefix("0.")?;
            rest.strip_suffix(".0").unwrap_or(rest).parse().ok()
        });
        let (oldest, latest) = (26, LATEST_ENGINE.minor);
        match minor {
            Some(minor) if (oldest..=latest).contains(&minor) => {
                Ok(EngineVersion(Version { minor, ..ENGINE }))
            }
            _ => Err(format!("versions from 0.{oldest} to 0.{latest} are known")),
        }
    }
}

/// A plugin and its version.
#[derive(Clone, Debug)]
struct PluginName(Plugin);

impl std::str::FromStr for PluginName {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, version) = match text.split_once(':') {
            Some((name, version)) => (
                name,
                Some(Version::parse(version).ok_or("a version has three numbers: 0.11.0")?),
            ),
            None => (text, None),
        };
        if name.is_empty() {
            return Err("the name of the plugin is missing".into());
        }
        Ok(PluginName(Plugin {
            name: name.to_owned(),
            version,
        }))
    }
}

impl LoadFlags {
    /// What the rules are loaded into.
    ///
    /// # Errors
    /// If a file of fields cannot be read.
    pub fn environment(&self) -> Result<Environment, Usage> {
        let mut environment = Environment::falco();
        environment.engine = self.engine_version.0;
        for path in &self.fields {
            let refuse =
                |reason: &dyn std::fmt::Display| Usage(format!("--fields {path}: {reason}"));
            let text = read_text(path).map_err(|reason| refuse(&reason))?;
            environment
                .add_fields(&text)
                .map_err(|error| refuse(&error))?;
        }
        let plugins = self.plugin.iter().map(|plugin| plugin.0.clone());
        environment.add_plugins(plugins.collect());
        // Who names fields has named those of the plugins.
        environment.has_unknown_plugins &= self.fields.is_empty();
        Ok(environment)
    }

    /// The files that are loaded first.
    pub fn background(
        &self,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Vec<RulesFile> {
        files::find(&self.after, self.subfolders(), true, sources, diagnostics).files
    }

    /// The files themselves.
    pub fn foreground(&self, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Found {
        files::find(&self.paths, self.subfolders(), false, sources, diagnostics)
    }

    fn subfolders(&self) -> Subfolders {
        if self.recursive {
            Subfolders::Entered
        } else {
            Subfolders::Left
        }
    }

    /// Whether files are loaded before those that are checked.
    #[must_use]
    pub fn has_background(&self) -> bool {
        !self.after.is_empty()
    }
}

/// Which diagnostics count.
#[derive(Args)]
#[command(next_help_heading = "Checks")]
pub struct SeverityFlags {
    /// Treat every warning as an error
    #[arg(long)]
    pub strict: bool,
    /// Leave out a check, by the code of its diagnostics (repeatable); what Falco refuses stays an error
    #[arg(long, value_name = "CODE", value_parser = code)]
    allow: Vec<&'static str>,
    /// Treat the warnings of a check as errors (repeatable)
    #[arg(long, value_name = "CODE", value_parser = code)]
    deny: Vec<&'static str>,
}

/// The name of a code that there is.
fn code(name: &str) -> Result<&'static str, String> {
    checks::find(name)
        .map(|code| code.name)
        .ok_or_else(|| "there is no such code; `falcogen explain` lists them".to_owned())
}

impl SeverityFlags {
    /// Applies the flags to what has been found.
    pub fn apply(&self, diagnostics: &mut Diagnostics) {
        diagnostics.allow(&self.allow);
        diagnostics.deny(&self.deny);
        if self.strict {
            diagnostics.escalate(checks::ALWAYS_WARNINGS);
        }
    }
}
