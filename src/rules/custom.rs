//! The `customRules` of values: rules files within a values file.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::environment::{Environment, Plugin};
use super::files::{self, NamedFile, Subfolders};
use super::in_values::InValues;
use super::load::RulesFile;
use super::rules_d;
use crate::checks::rules::{self as codes, rule_file_ignored};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{SourceId, SourceKind, Sources, Span};
use crate::yaml::{Entry, Node};

/// How the rules in values are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesCheck {
    /// As the Falco that it runs would check them.
    Whole,
    /// Only what holds for every Falco: whether they can be read at all, since the one that it runs is too old to be known
    /// in all.
    Form,
}

/// What can be wrong with rules for a Falco that is too old to be known in all: what every Falco refuses.
const OF_FORM: [&str; 9] = [
    "yaml-syntax",
    "yaml-limit",
    "rule-structure",
    "rule-priority",
    "rule-condition-syntax",
    "rule-undefined-macro",
    "rule-macro-after-use",
    "rule-macro-loop",
    "rule-no-such-item",
];

/// What is loaded before the rules of values.
#[derive(Clone, Debug, Default)]
pub struct Before {
    /// The files of `--base-rules`, if it is given.
    pub base: Option<Vec<NamedFile>>,
    /// The files and folders of `--after`.
    pub after: Vec<String>,
    /// Whether files in folders within those count.
    pub subfolders: Subfolders,
}

impl Before {
    /// The files. What cannot be read goes into `diagnostics`.
    fn find(&self, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Vec<RulesFile> {
        let base = self.base.iter().flatten();
        let mut files: Vec<RulesFile> = base.map(|file| RulesFile::before(file.source)).collect();
        let after = files::find(&self.after, self.subfolders, true, sources, diagnostics);
        files.extend(after.files);
        files
    }

    /// Whether all that is loaded before is named, and not left open.
    fn is_complete(&self) -> bool {
        self.base.is_some() || !self.after.is_empty()
    }
}

/// Checks the rules of values, after those that are loaded before. Without such, names that are defined nowhere may be
/// defined by the rules that come with Falco, and give warnings. Everything is said at its place in the values file.
pub fn check(
    values: &Node,
    kind: RulesCheck,
    before: &Before,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) {
    let own = files(values, kind, sources, diagnostics);
    let mut all = before.find(sources, diagnostics);
    if own.is_empty() {
        return;
    }
    let mut environment = Environment::falco();
    environment.is_complete = before.is_complete();
    fit(&mut environment, values, kind);
    all.extend(own.iter().map(|file| RulesFile::own(file.source)));
    let mut said = Diagnostics::default();
    super::check(&all, &environment, sources, &mut said);
    said.retain(|diagnostic| kind.tells(diagnostic));
    bring_out(&mut said, sources);
    diagnostics.extend(said.into_list());
}

impl RulesCheck {
    /// Whether a diagnostic is told.
    #[must_use]
    pub fn tells(self, diagnostic: &Diagnostic) -> bool {
        self == RulesCheck::Whole || is_of_form(diagnostic)
    }
}

/// Whether a diagnostic holds for every Falco: it is about the form of rules, or one of our own.
fn is_of_form(diagnostic: &Diagnostic) -> bool {
    let of_version = [
        &codes::rule_newer_than_required::CODE,
        &codes::rule_plugin_missing::CODE,
        &codes::rule_broken_base::CODE,
    ];
    let is_own = diagnostic.falco_code.is_none();
    OF_FORM.contains(&diagnostic.code.name) || is_own && !of_version.contains(&diagnostic.code)
}

/// Makes an environment the Falco that a chart runs with these values: its plugins, and which files of the rules that Falco
/// maintains it loads, if the values tell. Those of an old Falco were others.
pub fn fit(environment: &mut Environment, values: &Node, kind: RulesCheck) {
    environment.add_plugins(plugins(values));
    environment.maintained_files = match kind {
        RulesCheck::Whole => rules_d::names_of_files(values),
        RulesCheck::Form => None,
    };
}

/// The plugins that values let Falco load, in whatever version.
fn plugins(values: &Node) -> Vec<Plugin> {
    let loaded = values
        .at(&["falco", "load_plugins"])
        .and_then(Node::as_list);
    let names = loaded.into_iter().flatten().filter_map(Node::as_text);
    // The chart loads it by this switch (chart file templates/_helpers.tpl).
    let metadata = values.at(&["collectors", "kubernetes", "enabled"]);
    let metadata = metadata.is_some_and(Node::is_true).then_some("k8smeta");
    let names = names.chain(metadata);
    names
        .map(|name| Plugin {
            name: name.to_owned(),
            version: None,
        })
        .collect()
}

/// The rules files among values, in the order in which Falco loads them. What it does not load is reported: what no path of
/// falco.yaml leads to, and what ends otherwise than in `.yaml` or `.yml`. The Falco of stable/falco loads the latter, too
/// (Falco 0.17.1, `configuration.cpp`).
pub fn files(
    values: &Node,
    kind: RulesCheck,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<NamedFile> {
    let entries = values.get("customRules").and_then(Node::as_map);
    let Some(entries) = entries else {
        return Vec::new();
    };
    let is_text = |entry: &Entry| entry.value.as_text().is_some();
    let mut names = BTreeSet::new();
    for (name, entry) in entries.iter().filter(|(_, entry)| is_text(entry)) {
        if kind == RulesCheck::Form || is_loaded(name) {
            names.insert(name);
        } else if let Some(place) = entry.key.span() {
            diagnostics.push(rule_file_ignored::ignored(place, name));
        }
    }
    let mut files = Vec::new();
    for name in rules_d::loaded(values, &names, diagnostics) {
        let Some(value) = entries.get(name).map(|entry| &entry.value) else {
            continue;
        };
        let text = value.as_text().unwrap_or_default();
        let source = source(name, text, value.origin.span(), sources);
        let name = Arc::clone(name);
        files.push(NamedFile { name, source });
    }
    files
}

/// The text of a file as a source: the file itself, or a text that knows where in the values it is written.
fn source(name: &str, text: &str, at: Option<Span>, sources: &mut Sources) -> SourceId {
    if let Some(span) = at.filter(|span| sources.is_whole_file(*span)) {
        return span.source;
    }
    let of = at.map_or_else(String::new, |span| {
        format!("{}: ", sources.get(span.source).name)
    });
    let kind = at.map_or(SourceKind::File, SourceKind::Within);
    sources.add(format!("{of}customRules[\"{name}\"]"), text, kind)
}

/// Whether Falco loads a file of that name.
#[must_use]
pub fn is_loaded(name: &str) -> bool {
    [".yaml", ".yml"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Moves what is said of rules within values to the values file, at the very place.
pub fn bring_out(diagnostics: &mut Diagnostics, sources: &Sources) {
    let places = InValues::new(sources);
    diagnostics.move_places(|span| places.place(span));
}
