//! Finding the rules files that a user names: files, folders, and standard input.

use std::fs::{self, FileType};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::custom::is_loaded;
use super::load::RulesFile;
use crate::checks::file::unreadable;
use crate::diagnostic::Diagnostics;
use crate::source::{SourceId, Sources, Span};
use crate::values::file::{Unreadable, is_stdin, read_rules};

/// Whether files in folders within a folder count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subfolders {
    /// They do not, as to Falco.
    #[default]
    Left,
    /// They do, behind the files of the folder itself.
    Entered,
}

impl Subfolders {
    /// Whether they are entered, as a flag says.
    #[must_use]
    pub fn entered_if(flag: bool) -> Self {
        if flag {
            Subfolders::Entered
        } else {
            Subfolders::Left
        }
    }
}

/// A rules file by the name that it has in the pod.
#[derive(Clone, Debug)]
pub struct NamedFile {
    /// Its name, of which Falco loads files in order.
    pub name: Arc<str>,
    /// Its text.
    pub source: SourceId,
}

impl NamedFile {
    /// The start of the file, for what is wrong with its name.
    #[must_use]
    pub fn start(&self) -> Span {
        Span::new(self.source, 0..0)
    }
}

/// The rules files that paths name.
#[derive(Debug, Default)]
pub struct Found {
    /// Those that can be read, in the order in which Falco loads them.
    pub files: Vec<RulesFile>,
    /// The names of those that cannot.
    pub unreadable: Vec<String>,
}

/// The rules files that paths name, in the order in which Falco loads them: as they are named, those of a folder by
/// name (Falco 0.44, `configuration.cpp`: `read_rules_file_directory`). What cannot be read goes into `diagnostics`.
pub fn find(
    paths: &[String],
    subfolders: Subfolders,
    is_background: bool,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Found {
    let mut found = Found::default();
    for path in paths {
        for file in files_of(path, subfolders, sources, diagnostics) {
            match read_rules(&file, sources, diagnostics) {
                Some(source) => found.files.push(RulesFile {
                    source,
                    is_background,
                }),
                None => found.unreadable.push(file),
            }
        }
    }
    found
}

/// The files that a path stands for: those of a folder, or else itself.
fn files_of(
    path: &str,
    subfolders: Subfolders,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let folder = Path::new(path);
    if is_stdin(path) || !folder.is_dir() {
        return vec![path.to_owned()];
    }
    let found = files_in(folder, subfolders).and_then(|files| {
        if files.is_empty() {
            Err(Unreadable::NoRules)
        } else {
            Ok(files)
        }
    });
    match found {
        Ok(files) => files
            .iter()
            .map(|file| file.display().to_string())
            .collect(),
        Err(reason) => {
            let place = sources.start_of(path);
            diagnostics.push(unreadable::named(path, &reason, place));
            Vec::new()
        }
    }
}

/// Whether something in a folder is a file, or a link that does not lead to anything else. A pipe is none: it may never end.
pub(super) fn is_file(path: &Path, kind: FileType) -> bool {
    // A link to nothing is a file that cannot be read, which is told.
    kind.is_file()
        || kind.is_symlink() && fs::metadata(path).map_or(true, |target| target.is_file())
}

/// The files of a folder that end in `.yaml` or `.yml`, by name.
fn files_in(folder: &Path, subfolders: Subfolders) -> Result<Vec<PathBuf>, Unreadable> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let mut found = Vec::new();
        let mut folders = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = entry.path();
            let kind = entry.file_type()?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            // Hidden folders are those of tools, such as `.git`.
            if kind.is_dir() && !name.starts_with('.') {
                folders.push(path);
            } else if is_loaded(&name) && is_file(&path, kind) {
                found.push(path);
            }
        }
        found.sort();
        files.extend(found);
        if subfolders == Subfolders::Entered {
            folders.sort();
            open.extend(folders.into_iter().rev());
        }
    }
    Ok(files)
}
