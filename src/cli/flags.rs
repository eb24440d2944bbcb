//! Flags that several subcommands share, and the request that they make.

use std::path::PathBuf;

use clap::Args;

use super::Usage;
use super::folder_flags::FolderFlags;
use super::report_flags::ReportFlags;
use super::rules_check_flags::RulesCheckFlags;
use super::standard_input;
use crate::capabilities::{Capabilities, KubeVersion};
use crate::charts::{Chart, Profile};
use crate::diagnostic::Diagnostics;
use crate::release::Release;
use crate::render::Request;
use crate::rules::custom::Before;
use crate::rules::files::NamedFile;
use crate::source::Sources;
use crate::values::inputs::Inputs;
use crate::values::set::SetKind;

/// Where values come from.
#[derive(Default, Args)]
#[command(next_help_heading = "Values")]
pub struct ValuesFlags {
    /// Read values from this file, or from standard input for `-`; later files win (repeatable, or separated by commas)
    #[arg(short = 'f', long, value_name = "FILE", allow_hyphen_values = true)]
    values: Vec<String>,
    /// Begin with values that come with the chart, below all files: k8saudit or syscall-k8saudit (repeatable)
    #[arg(long, value_name = "NAME")]
    profile: Vec<String>,
    /// Set values: KEY=VALUE[,KEY=VALUE…]; true, false, null and whole numbers are what they look like, all else is text
    #[arg(
        long,
        value_name = "ASSIGNMENT",
        allow_hyphen_values = true,
        long_help = "Set values: KEY=VALUE[,KEY=VALUE…]. A KEY is a path such as image.tag or tolerations[0].key; \
                     true, false, null and whole numbers are what they look like, all else is text, and {a,b} is a list"
    )]
    set: Vec<String>,
    /// Set values that are texts, whatever they look like: KEY=TEXT[,KEY=TEXT…]
    #[arg(long, value_name = "ASSIGNMENT", allow_hyphen_values = true)]
    set_string: Vec<String>,
    /// Set a value to what a file holds: KEY=FILE
    #[arg(long, value_name = "ASSIGNMENT", allow_hyphen_values = true)]
    set_file: Vec<String>,
    /// Set a value that is written in JSON: KEY=JSON
    #[arg(long, value_name = "ASSIGNMENT", allow_hyphen_values = true)]
    set_json: Vec<String>,
    /// Set a text as it stands, commas and all: KEY=TEXT
    #[arg(long, value_name = "ASSIGNMENT", allow_hyphen_values = true)]
    set_literal: Vec<String>,
}

impl ValuesFlags {
    /// Whether no values are given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let texts = [
            &self.set,
            &self.set_string,
            &self.set_file,
            &self.set_json,
            &self.set_literal,
        ];
        self.values.is_empty()
            && self.profile.is_empty()
            && texts.iter().all(|given| given.is_empty())
    }

    /// The paths of the values files.
    #[must_use]
    pub fn files(&self) -> Vec<String> {
        let lists = self.values.iter();
        lists.flat_map(|list| split_list(list)).collect()
    }

    /// The values that the flags name.
    ///
    /// # Errors
    /// If the chart has no such profile, or standard input is named twice.
    pub fn inputs(&self, chart: &'static Chart) -> Result<Inputs, Usage> {
        let kinds = [
            (SetKind::Json, &self.set_json),
            (SetKind::Set, &self.set),
            (SetKind::String, &self.set_string),
            (SetKind::File, &self.set_file),
            (SetKind::Literal, &self.set_literal),
        ];
        let files = self.files();
        standard_input::is_named_once(&files)?;
        let assignments = kinds
            .into_iter()
            .flat_map(|(kind, texts)| texts.iter().map(move |text| (kind, text.clone())));
        let profiles = self.profile.iter().map(|name| profile(name, chart));
        Ok(Inputs {
            profiles: profiles.collect::<Result<_, _>>()?,
            files,
            assignments: assignments.collect(),
        })
    }
}

/// The profile of a chart.
fn profile(name: &str, chart: &'static Chart) -> Result<&'static Profile, Usage> {
    let mut profiles = chart.profiles.iter();
    profiles
        .find(|profile| profile.name == name)
        .ok_or_else(|| {
            let names: Vec<_> = chart.profiles.iter().map(|profile| profile.name).collect();
            Usage(match names.as_slice() {
                [] => format!("chart {} has no profiles", chart.line),
                names => format!(
                    "chart {} has no profile `{name}`; it has: {}",
                    chart.line,
                    names.join(", ")
                ),
            })
        })
}

/// The items of a list separated by commas; an item in double quotes may hold commas, as in Helm.
fn split_list(list: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut quoted = false;
    for letter in list.chars() {
        match (letter, items.last_mut()) {
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => items.push(String::new()),
            (letter, Some(item)) => item.push(letter),
            (_, None) => {}
        }
    }
    items.retain(|item| !item.is_empty());
    items
}

/// What is rendered, and for which cluster.
#[derive(Args)]
pub struct RenderFlags {
    #[command(flatten)]
    values: ValuesFlags,
    /// Namespace of the release
    #[arg(short, long, default_value = "default", help_heading = "Release")]
    namespace: String,
    /// Name of the release, in place of RELEASE
    #[arg(long, value_name = "NAME", help_heading = "Release")]
    name_template: Option<String>,
    /// Render as for an upgrade of the release
    #[arg(long, help_heading = "Release")]
    is_upgrade: bool,
    /// Version of the cluster, such as 1.31, which decides what kinds of objects it has
    #[arg(long, value_name = "VERSION", help_heading = "Cluster")]
    kube_version: Option<KubeVersion>,
    /// API version that the cluster has, such as policy/v1beta1/PodSecurityPolicy (repeatable, or separated by commas)
    #[arg(
        short,
        long,
        value_name = "VERSION",
        value_delimiter = ',',
        help_heading = "Cluster"
    )]
    api_versions: Vec<String>,
    /// Chart stable: embed the rules files (*.yaml, *.yml) of this folder, as the chart embedded its own; without it, those in Falco's image stay
    #[arg(long, value_name = "DIR", help_heading = "Rules")]
    base_rules: Option<String>,
    #[command(flatten)]
    folders: FolderFlags,
    #[command(flatten)]
    rules_check: RulesCheckFlags,
    #[command(flatten)]
    report: ReportFlags,
}

impl RenderFlags {
    /// What is loaded before the rules of the values: `base`, which are the files of `--base-rules`, and what the flags name;
    /// nothing if rules are not checked.
    #[must_use]
    pub fn rules_before(&self, base: Option<Vec<NamedFile>>) -> Option<Before> {
        self.rules_check.before(base, self.folders.subfolders())
    }

    /// How what is wrong is reported.
    #[must_use]
    pub fn report(&self) -> ReportFlags {
        self.report
    }

    /// The name of the release: what is given, or `--name-template`, or else `default`.
    ///
    /// # Errors
    /// If both are given.
    pub fn release<'a>(
        &'a self,
        given: Option<&'a str>,
        default: &'a str,
    ) -> Result<&'a str, Usage> {
        match (given, self.name_template.as_deref()) {
            (Some(_), Some(_)) => Err(Usage(
                "name the release once: as an argument, or by --name-template".to_owned(),
            )),
            (given, template) => Ok(given.or(template).unwrap_or(default)),
        }
    }

    /// The request that the flags make for a chart and a release. Names that cannot be one go into `diagnostics`.
    ///
    /// # Errors
    /// If the chart has no such profile, or takes no such folder of rules.
    pub fn request(
        &self,
        chart: &'static Chart,
        release: &str,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Result<Request, Usage> {
        if self.base_rules.is_some() && !chart.takes_base_rules {
            return Err(without_base_rules(chart));
        }
        standard_input::is_named_once(self.values.files().iter().chain(self.rules_check.after()))?;
        if self.folders.enters_nothing() && self.rules_check.after().is_empty() {
            let message = "--recursive enters folders in those of --rules-dir and --after, and there are none";
            return Err(Usage(message.to_owned()));
        }
        Ok(Request {
            chart,
            inputs: self.values.inputs(chart)?,
            release: Release::new(
                release,
                &self.namespace,
                self.is_upgrade,
                sources,
                diagnostics,
            ),
            capabilities: Capabilities {
                kube_version: self.kube_version,
                api_versions: self.api_versions.clone(),
            },
            base_rules: self.base_rules.clone(),
            rules_folders: self.folders.folders(chart)?,
        })
    }
}

/// The refusal of `--base-rules` for a chart that does not take them.
fn without_base_rules(chart: &Chart) -> Usage {
    Usage(format!(
        "--base-rules has no meaning for chart {}, which embeds no rules files as chart stable does",
        chart.line
    ))
}

/// Which objects are printed, and how.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[derive(Args)]
#[command(next_help_heading = "Output")]
pub struct OutputFlags {
    /// Print only the objects of this template, such as templates/daemonset.yaml; `*` stands for any part (repeatable)
    #[arg(short, long, value_name = "TEMPLATE")]
    pub show_only: Vec<String>,
    /// Write a file for each template below this folder, and print only their names
    #[arg(long, value_name = "DIR")]
    pub output_dir: Option<PathBuf>,
    /// Format of the output
    #[arg(short, long, value_enum, default_value = "yaml", value_name = "FORMAT")]
    pub output: crate::manifest::Form,
    /// Print CRDs as well (the charts have none)
    #[arg(long)]
    include_crds: bool,
    /// Leave out CRDs (the charts have none)
    #[arg(long)]
    skip_crds: bool,
    /// Leave out the objects of Helm's tests
    #[arg(long)]
    pub skip_tests: bool,
    /// Leave out the objects of Helm's hooks
    #[arg(long)]
    pub no_hooks: bool,
    /// Leave out the chart's notes (they are never printed)
    #[arg(long)]
    hide_notes: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_rules_are_refused_without_a_word_of_another_chart_s_values() {
        for chart in crate::charts::CHARTS
            .iter()
            .filter(|chart| !chart.takes_base_rules)
        {
            let Usage(said) = without_base_rules(chart);
            assert!(said.contains(&format!("chart {},", chart.line)), "{said}");
            assert!(!said.contains("falcoctl"), "{said}");
        }
    }

    #[test]
    fn a_quoted_item_may_hold_a_comma() {
        assert_eq!(split_list("a.yaml,\"b,c.yaml\""), ["a.yaml", "b,c.yaml"]);
    }
}
