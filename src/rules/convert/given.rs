//! The rules files that a user names to be converted: files, folders, and standard input.

use std::path::Path;

use crate::checks::names;
use crate::diagnostic::Diagnostics;
use crate::rules::files::{NamedFile, Subfolders};
use crate::rules::folders::{by_name, read_folder};
use crate::source::Sources;
use crate::values::file::{is_stdin, read_rules};

/// Rules files that a user names.
pub struct Given<'a> {
    /// Paths of files and folders; `-` is standard input.
    pub paths: &'a [String],
    /// What the file is called that comes from standard input.
    pub name_of_stdin: &'a str,
    /// Whether files in folders within the folders count.
    pub subfolders: Subfolders,
}

impl Given<'_> {
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

    /// One file by the last part of its path.
    fn file(
        &self,
        path: &str,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Option<NamedFile> {
        let source = read_rules(path, sources, diagnostics)?;
        let name = if is_stdin(path) {
            self.name_of_stdin.into()
        } else {
            let last = Path::new(path).file_name().unwrap_or_default();
            last.to_string_lossy().into()
        };
        let file = NamedFile { name, source };
        diagnostics.extend(names::configmap_key(&file.name, Some(file.start())));
        Some(file)
    }
}
