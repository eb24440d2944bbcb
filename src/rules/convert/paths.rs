//! The rules files that a user names to be converted: files, folders, and standard input.

use std::path::Path;

use crate::diagnostic::Diagnostics;
use crate::rules::files::{NamedFile, Subfolders};
use crate::rules::folders::{by_name, read_folder};
use crate::source::Sources;
use crate::values::file::{is_stdin, read_rules};

/// What the file is called that comes from standard input, unless it has a name.
const NAME_OF_STDIN: &str = "rules.yaml";

/// Rules files that a user names.
pub struct RulesPaths<'a> {
    /// Paths of files and folders; `-` is standard input.
    pub paths: &'a [String],
    /// What the file is called that comes from standard input, or a single file.
    pub name: Option<&'a str>,
    /// Whether files in folders within the folders count.
    pub subfolders: Subfolders,
}

impl RulesPaths<'_> {
    /// The files by the names that they have in the pod, in the order in which Falco loads them there. What cannot be read or
    /// named so, and what has the name of another, goes into `diagnostics`.
    pub fn read(&self, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Vec<NamedFile> {
        let mut files = Vec::new();
        for path in self.paths {
            if !is_stdin(path) && Path::new(path).is_dir() {
                files.extend(read_folder(path, self.subfolders, sources, diagnostics));
            } else {
                files.extend(self.file(path, sources, diagnostics));
            }
        }
        by_name(files, diagnostics)
    }

    /// One file by its name, or the last part of its path.
    fn file(
        &self,
        path: &str,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Option<NamedFile> {
        let source = read_rules(path, sources, diagnostics)?;
        let last = Path::new(path).file_name().unwrap_or_default();
        let name = match self.name {
            Some(name) if is_stdin(path) || self.paths.len() == 1 => name.into(),
            _ if is_stdin(path) => NAME_OF_STDIN.into(),
            _ => last.to_string_lossy().into(),
        };
        Some(NamedFile { name, source })
    }
}
