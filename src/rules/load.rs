//! Rules files, one after the other: each is read, taken in, and compiled with all before it, as Falco does when it starts.

use std::sync::Arc;

use foldhash::HashSet;

use super::compile::{Compiled, Compiling};
use super::environment::Environment;
use super::lists::first_word;
use super::locator::Locator;
use super::read::{self, Parsed};
use super::required;
use super::set::{Collecting, Names, RuleSet};
use super::{unknown, unused, yaml};
use crate::checks::rules::rule_broken_base;
use crate::diagnostic::{Diagnostic, Diagnostics, Item, ItemKind, Severity};
use crate::source::{SourceId, Sources};

/// A rules file.
#[derive(Clone, Copy, Debug)]
pub struct RulesFile {
    /// Its text.
    pub source: SourceId,
    /// Whether it is only loaded for what builds on it, and nothing is said of it.
    pub is_background: bool,
}

impl RulesFile {
    /// A file of the user's own.
    #[must_use]
    pub fn own(source: SourceId) -> Self {
        RulesFile {
            source,
            is_background: false,
        }
    }

    /// A file that is only loaded for what builds on it.
    #[must_use]
    pub fn before(source: SourceId) -> Self {
        RulesFile {
            source,
            is_background: true,
        }
    }
}

/// What rules files make together.
#[derive(Debug)]
pub struct Loaded {
    /// The files, and whether Falco would load each.
    pub files: Vec<(RulesFile, bool)>,
    /// The texts of the files that are not only loaded in the background.
    pub own: HashSet<SourceId>,
    /// All rules, macros and lists.
    pub set: RuleSet,
    /// What is known of their conditions.
    pub compiled: Compiled,
}

impl Loaded {
    /// Whether a file, by its number, is one of the user's own, and not only loaded in the background.
    #[must_use]
    pub fn is_own(&self, file: usize) -> bool {
        let file = self.files.get(file);
        file.is_some_and(|(file, _)| !file.is_background)
    }
}

/// Loads rules files in their order. What is wrong goes into `diagnostics`.
pub fn load(
    files: &[RulesFile],
    environment: &Environment,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Loaded {
    let mut all = Diagnostics::default();
    let parsed: Vec<ParsedFile> = files.iter().map(|file| parse(*file, sources)).collect();
    let names = names(&parsed);
    let locator = Locator::new(sources);
    let mut loaded = Loaded {
        files: Vec::with_capacity(files.len()),
        own: own(files),
        set: RuleSet::default(),
        compiled: Compiled::default(),
    };
    for (number, file) in parsed.into_iter().enumerate() {
        let mut said = file.diagnostics;
        let required_before = loaded.set.requirements.len();
        let mut collecting = Collecting {
            set: &mut loaded.set,
            environment,
            names: &names,
            file: number,
            diagnostics: &mut said,
            touched: Vec::new(),
        };
        for item in file.items {
            collecting.take(item);
        }
        let touched = collecting.touched;
        required::check(
            &loaded.set.requirements[required_before..],
            environment,
            &mut said,
        );
        let compiling = Compiling {
            set: &loaded.set,
            environment,
            names: &names,
            locator: &locator,
            file: number,
            compiled: &mut loaded.compiled,
            diagnostics: &mut said,
        };
        compiling.run(&touched);
        loaded.files.push((file.file, !said.has_errors()));
        if file.file.is_background {
            loaded.compiled.forget_what_is_told();
            all.extend(broken_base(file.file, &said, sources));
        } else {
            all.extend(said.into_list());
        }
    }
    retain_own(&loaded.own, &mut all);
    // Behind an error it is not known what would be used, and Falco does not get so far.
    if !all.has_errors() {
        unused::report(&loaded, environment, &locator, &mut all);
    }
    if !environment.is_complete {
        unknown::join(&mut all);
        unknown::not_given(&loaded, &mut all);
    }
    diagnostics.extend(all.into_list());
    loaded
}

/// What is said of a file that is loaded in the background, if it does not load.
fn broken_base(file: RulesFile, said: &Diagnostics, sources: &Sources) -> Option<Diagnostic> {
    let mut errors = said.sorted().into_iter();
    let error = errors.find(|said| said.severity == Severity::Error)?;
    Some(rule_broken_base::broken(
        &sources.get(file.source).name,
        error,
    ))
}

/// The texts of the files that are not only loaded in the background.
fn own(files: &[RulesFile]) -> HashSet<SourceId> {
    let own = files.iter().filter(|file| !file.is_background);
    own.map(|file| file.source).collect()
}

/// Takes out what is only said of files that are loaded in the background. What breaks their rules stays.
fn retain_own(own: &HashSet<SourceId>, diagnostics: &mut Diagnostics) {
    diagnostics.retain(|diagnostic| {
        let place = diagnostic.primary.as_ref().map(|label| label.span.source);
        diagnostic.severity == Severity::Error
            || diagnostic.code == &rule_broken_base::CODE
            || place.is_none_or(|source| own.contains(&source))
    });
}

/// A file with what it says by itself.
struct ParsedFile {
    file: RulesFile,
    items: Vec<Parsed>,
    diagnostics: Diagnostics,
}

/// Reads a file.
fn parse(file: RulesFile, sources: &Sources) -> ParsedFile {
    let mut diagnostics = Diagnostics::default();
    let text = &*sources.get(file.source).text;
    let items = match yaml::read(file.source, text, &yaml::limits()) {
        Ok(documents) => read::items(&documents, &mut diagnostics),
        Err(broken) => {
            diagnostics.push(super::broken::diagnostic(&broken));
            Vec::new()
        }
    };
    ParsedFile {
        file,
        items,
        diagnostics,
    }
}

/// What the files say of names.
fn names(files: &[ParsedFile]) -> Names {
    let mut names = Names::default();
    for (number, file) in files.iter().enumerate() {
        for parsed in &file.items {
            let (kind, name, defines) = match parsed {
                Parsed::List(list) => (ItemKind::List, &list.name, !list.appends),
                Parsed::Macro(item) => (ItemKind::Macro, &item.name, !item.appends),
                Parsed::Rule(rule) => {
                    let defines = matches!(rule.body, read::Body::Define(_));
                    (ItemKind::Rule, &rule.name, defines)
                }
                Parsed::Engine(..) | Parsed::Plugins(_) => continue,
            };
            if kind != ItemKind::Rule && files.len() > 1 {
                let word = first_word(&name.text);
                let same = names.changeable.entry(word.into()).or_default();
                if same.last() != Some(&name.text) {
                    same.push(Arc::clone(&name.text));
                }
                names.last_file = number;
            }
            if defines {
                let item = Item {
                    kind,
                    name: Arc::clone(&name.text),
                };
                names.defined.entry(item).or_insert((name.at, number));
            }
        }
    }
    names
}
