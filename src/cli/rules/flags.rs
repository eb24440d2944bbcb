//! Flags that the commands for rules share, and the rules that they load.

use clap::Args;

use crate::charts::Chart;
use crate::checks::{self, names};
use crate::cli::flags::ValuesFlags;
use crate::cli::folder_flags::FolderFlags;
use crate::cli::{Usage, chart, custom_rules, standard_input};
use crate::diagnostic::Diagnostics;
use crate::rules::environment::{ENGINE, LATEST_ENGINE};
use crate::rules::files::{self, Found, NamedFile};
use crate::rules::read::Version;
use crate::rules::{Environment, Plugin, RulesCheck, RulesFile, custom, sizes};
use crate::source::Sources;
use crate::values::file::read_text;
use crate::yaml::Node;

/// Which rules are loaded, and into which Falco.
#[derive(Args)]
pub struct LoadFlags {
    /// Rules files, or folders of them (*.yaml, *.yml, by name), in the order in which Falco loads them; `-` for standard input
    #[arg(value_name = "PATH", allow_hyphen_values = false)]
    paths: Vec<String>,
    /// Load this file or folder first, and say nothing of it: the rules that yours build on (repeatable)
    #[arg(long, value_name = "PATH")]
    after: Vec<String>,
    /// Chart of the values, whose `customRules` are loaded; falco if none is named
    #[arg(long, value_name = "CHART", help_heading = "Values")]
    chart: Option<String>,
    #[command(flatten)]
    values: ValuesFlags,
    #[command(flatten)]
    folders: FolderFlags,
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

/// Rules files, and what they are loaded into.
pub struct ToLoad {
    /// What they are loaded into.
    pub environment: Environment,
    /// The files that are loaded first, and of which nothing is said.
    pub background: Vec<RulesFile>,
    /// The files themselves: those that are named, and behind them those that go into the cluster.
    pub found: Found,
    /// Those that go into the cluster.
    pub in_pod: Vec<NamedFile>,
    /// How they are checked.
    pub kind: RulesCheck,
}

impl LoadFlags {
    /// Reads what the flags name. What is wrong with it goes into `diagnostics`.
    ///
    /// # Errors
    /// If nothing is named, or standard input twice, if there is no such chart, or if a file of fields cannot be read.
    pub fn read(
        &self,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Result<ToLoad, Usage> {
        let has_custom = !self.values.is_empty() || !self.folders.is_empty();
        if self.paths.is_empty() && !has_custom {
            let message = "name rules files, folders with --rules-dir, or values files with -f";
            return Err(Usage(message.to_owned()));
        }
        let files = self.values.files();
        standard_input::is_named_once(self.paths.iter().chain(&self.after).chain(&files))?;
        let mut environment = self.environment()?;
        let subfolders = self.folders.subfolders();
        let background = files::find(&self.after, subfolders, true, sources, diagnostics).files;
        let mut found = files::find(&self.paths, subfolders, false, sources, diagnostics);
        let chart = chart::chosen(self.chart.as_deref()).map_err(Usage)?;
        let kind = match chart.rules_check {
            Some(kind) if has_custom => kind,
            _ => RulesCheck::Whole,
        };
        let mut in_pod = Vec::new();
        if has_custom {
            // Falco's own rules are loaded before those, and may define what they build on.
            environment.is_complete = !self.after.is_empty() || !self.paths.is_empty();
            in_pod = self.custom(chart, kind, &mut environment, sources, diagnostics)?;
            let own = in_pod.iter().map(|file| RulesFile::own(file.source));
            found.files.extend(own);
        }
        Ok(ToLoad {
            environment,
            background,
            found,
            in_pod,
            kind,
        })
    }

    /// The rules that go into the cluster: those of the values, and of folders beside them.
    fn custom(
        &self,
        chart: &'static Chart,
        kind: RulesCheck,
        environment: &mut Environment,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Result<Vec<NamedFile>, Usage> {
        let folders = self.folders.folders(chart)?;
        let values = custom_rules::values(&self.values, chart, sources, diagnostics)?;
        custom::fit(environment, &values, kind);
        let values = folders.beside(&values, sources, diagnostics);
        if let Some(files) = values.get("customRules").and_then(Node::as_map) {
            sizes::check(files, sources, diagnostics);
            let names = files
                .iter()
                .map(|(name, entry)| (&**name, entry.key.span()));
            names::configmap_keys(names, diagnostics);
        }
        Ok(custom::files(&values, kind, sources, diagnostics))
    }

    /// What the rules are loaded into.
    fn environment(&self) -> Result<Environment, Usage> {
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
