//! The folders of `--rules-dir` and `--base-rules`: rules files that go into the cluster, each under a name in one folder of
//! Falco's.

mod base;
mod listing;

use std::path::Path;
use std::sync::Arc;

use super::files::{NamedFile, Subfolders};
use crate::checks::file::{rule_file_clash, rule_file_left_out, rule_file_outside, unreadable};
use crate::checks::names;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{Sources, Span};
use crate::values::file::{Unreadable, read_rules};
use crate::yaml::{Entry, Kind, Map, Node, Origin};
pub use base::read_base;
use listing::Listing;

/// In which order Falco loads the files of several folders. It always goes by the names that they have in the pod.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum LoadOrder {
    /// By the names of the files, whatever their folders
    #[default]
    Name,
    /// Folder by folder, as they are given: the files of the second folder get `02-` in front of their names in the pod
    Folder,
}

/// The folders of `--rules-dir`.
#[derive(Clone, Debug, Default)]
pub struct RulesFolders {
    /// Their paths, in the order given.
    pub paths: Vec<String>,
    /// Whether files in folders within them count. Such a file is called after its folder: `team/a.yaml` is `team-a.yaml`
    /// in the pod.
    pub subfolders: Subfolders,
    /// In which order they are loaded.
    pub order: LoadOrder,
}

impl RulesFolders {
    /// The files of all folders, in the order in which Falco loads them: by name. What cannot be read or named so, and
    /// what has the name of another, goes into `diagnostics`.
    pub fn read(&self, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Vec<NamedFile> {
        let mut files: Vec<NamedFile> = Vec::new();
        for (number, path) in self.paths.iter().enumerate() {
            let prefix = self.prefix(number);
            for file in read_folder(path, self.subfolders, sources, diagnostics) {
                let name = format!("{prefix}{}", file.name).into();
                files.push(NamedFile { name, ..file });
            }
        }
        by_name(files, diagnostics)
    }

    /// Values with the files beside those of their `customRules`, all by name. A name that both have goes into `diagnostics`.
    #[must_use]
    pub fn beside(
        &self,
        values: &Node,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Node {
        if self.paths.is_empty() {
            return values.clone();
        }
        let files = self.read(sources, diagnostics);
        let null = Node::null();
        let custom = values.get("customRules").unwrap_or(&null);
        for file in &files {
            let entry = custom.as_map().and_then(|custom| custom.get(&file.name));
            // A null takes a file away.
            if let Some(entry) = entry.filter(|entry| !entry.value.is_null()) {
                let clash = rule_file_clash::with_values(&file.name, file.start(), &entry.key);
                diagnostics.push(clash);
            }
        }
        let mut all = custom.merged(Some(&as_map(&files, sources)));
        if let Kind::Map(all) = &mut all.kind {
            Arc::make_mut(all).sort_unstable_keys();
        }
        values.with(&["customRules"], all)
    }

    /// What is put in front of the names of the files of a folder.
    fn prefix(&self, number: usize) -> String {
        let digits = self.paths.len().to_string().len().max(2);
        match self.order {
            LoadOrder::Name => String::new(),
            LoadOrder::Folder => format!("{:0digits$}-", number + 1),
        }
    }
}

/// Files in the order in which Falco loads them in the pod: by name. One that has the name of another, or one that no file in a
/// `ConfigMap` may have, goes into `diagnostics`.
pub fn by_name(mut files: Vec<NamedFile>, diagnostics: &mut Diagnostics) -> Vec<NamedFile> {
    let keys = files.iter().map(|file| (&*file.name, Some(file.start())));
    names::configmap_keys(keys, diagnostics);
    // What is told of two files is told in the order in which they are given.
    files.sort_by(|one, other| one.name.cmp(&other.name));
    for pair in files.windows(2) {
        if pair[0].name == pair[1].name {
            let clash = rule_file_clash::of_files(&pair[1].name, pair[1].start(), pair[0].start());
            diagnostics.push(clash);
        }
    }
    files.dedup_by(|later, earlier| later.name == earlier.name);
    files
}

/// The rules files of one folder, by path. What cannot be read or lies elsewhere goes into `diagnostics`, and so does what is
/// left out.
pub fn read_folder(
    path: &str,
    subfolders: Subfolders,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<NamedFile> {
    let Some(listing) = list(path, subfolders, sources, diagnostics) else {
        return Vec::new();
    };
    if let Some(left_out) = left_out(path, &listing, "; `--recursive` enters folders", sources) {
        diagnostics.push(left_out);
    }
    read_files(path, &listing, sources, diagnostics)
}

/// What is in a folder. If it cannot be read, has no rules files, or links that lead out of it, that goes into `diagnostics`.
fn list(
    path: &str,
    subfolders: Subfolders,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Listing> {
    let listing = match Listing::of(Path::new(path), subfolders) {
        Ok(listing) => listing,
        Err(error) => {
            let place = sources.start_of(path);
            diagnostics.push(unreadable::folder(path, &error.into(), place));
            return None;
        }
    };
    if listing.files.is_empty() && listing.outside.is_empty() {
        let place = sources.start_of(path);
        diagnostics.push(unreadable::folder(path, &Unreadable::NoRules, place));
    }
    for link in &listing.outside {
        let link = link.display().to_string();
        let place = sources.start_of(&link);
        diagnostics.push(rule_file_outside::refused(&link, path, place));
    }
    Some(listing)
}

/// What is said of what is left out of a folder, if anything is. `remedy` is for folders within it.
fn left_out(
    path: &str,
    listing: &Listing,
    remedy: &str,
    sources: &mut Sources,
) -> Option<Diagnostic> {
    let files = listing.left_out.iter().map(|file| name_in(path, file));
    let folders = listing
        .folders
        .iter()
        .map(|folder| name_in(path, folder) + "/");
    let names: Vec<String> = files.chain(folders).collect();
    let remedy = if listing.folders.is_empty() {
        ""
    } else {
        remedy
    };
    let is_any = !names.is_empty();
    is_any.then(|| rule_file_left_out::left_out(path, &names, remedy, sources.start_of(path)))
}

/// The rules files that are listed. What cannot be read goes into `diagnostics`.
fn read_files(
    path: &str,
    listing: &Listing,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<NamedFile> {
    let files = listing.files.iter().filter_map(|file| {
        let name: Arc<str> = name_in(path, file).replace('/', "-").into();
        let Some(file) = file.to_str() else {
            let place = sources.start_of(&file.display().to_string());
            diagnostics.extend(names::configmap_key(&name, Some(place)));
            return None;
        };
        let source = read_rules(file, sources, diagnostics)?;
        Some(NamedFile { name, source })
    });
    files.collect()
}

/// The path of a file in a folder, from there.
fn name_in(folder: &str, file: &Path) -> String {
    let components = file.strip_prefix(folder).unwrap_or(file).components();
    let names: Vec<_> = components
        .map(|component| component.as_os_str().to_string_lossy())
        .collect();
    names.join("/")
}

/// Files as a map of names and texts, each of which is written in its file.
#[must_use]
pub fn as_map(files: &[NamedFile], sources: &Sources) -> Node {
    let entries = files.iter().map(|file| {
        let text = Arc::clone(&sources.get(file.source).text);
        let whole = Span::new(file.source, 0..text.len());
        let key = Origin::Written(file.start());
        let value = Node::text(text, Origin::Written(whole));
        (Arc::clone(&file.name), Entry { key, value })
    });
    let map: Map = entries.collect();
    Node::new(Kind::Map(map.into()), Origin::Program)
}
