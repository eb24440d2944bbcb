//! What is in a folder of rules files, before any of it is read.

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use crate::rules::custom::is_loaded;
use crate::rules::files::{Subfolders, is_file};

/// What is in a folder, in the order of the paths, all of which begin with that of the folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files that Falco would load of it.
    pub files: Vec<PathBuf>,
    /// What it would not: other files, hidden rules files, pipes, links to folders.
    pub left_out: Vec<PathBuf>,
    /// Folders that are not entered.
    pub folders: Vec<PathBuf>,
    /// Links that lead out of the folder.
    pub outside: Vec<PathBuf>,
}

/// What an entry of a folder counts as.
#[derive(Clone, Copy)]
enum Entry {
    File,
    Folder,
    Outside,
    LeftOut,
    /// What tools keep there, such as `.git`; in a mounted `ConfigMap` the folder to which all its files link.
    Hidden,
}

impl Listing {
    /// Looks into a folder. Files in folders within it count if `subfolders` says so. Links to folders are not followed,
    /// since they may lead back to where they are. Who can write into the folder while it is read can have other files read.
    ///
    /// # Errors
    /// If the folder, or one within it, cannot be read.
    pub fn of(folder: &Path, subfolders: Subfolders) -> io::Result<Self> {
        let root = fs::canonicalize(folder)?;
        let mut listing = Listing::default();
        let mut open = vec![folder.to_owned()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                let path = entry.path();
                match (look_at(&entry, &root, subfolders)?, subfolders) {
                    (Entry::File, _) => listing.files.push(path),
                    (Entry::Folder, Subfolders::Entered) => open.push(path),
                    (Entry::Folder, Subfolders::Left) => listing.folders.push(path),
                    (Entry::Outside, _) => listing.outside.push(path),
                    (Entry::LeftOut, _) => listing.left_out.push(path),
                    (Entry::Hidden, _) => {}
                }
            }
        }
        listing.sort();
        Ok(listing)
    }

    fn sort(&mut self) {
        self.files.sort();
        self.left_out.sort();
        self.folders.sort();
        self.outside.sort();
    }
}

/// What an entry counts as, somewhere in the folder whose whole path is `root`.
fn look_at(entry: &DirEntry, root: &Path, subfolders: Subfolders) -> io::Result<Entry> {
    let (path, kind) = (entry.path(), entry.file_type()?);
    let name = entry.file_name().to_string_lossy().into_owned();
    let is_rules = is_loaded(&name);
    Ok(if name.starts_with('.') {
        if is_rules {
            Entry::LeftOut
        } else {
            Entry::Hidden
        }
    } else if kind.is_symlink() && leads_out(&path, root, is_rules, subfolders) {
        Entry::Outside
    } else if kind.is_dir() {
        Entry::Folder
    } else if is_rules && is_file(&path, kind) {
        Entry::File
    } else {
        Entry::LeftOut
    })
}

/// Whether a link leads out of the folder whose whole path is `root`, to something that is asked for.
fn leads_out(link: &Path, root: &Path, is_rules: bool, subfolders: Subfolders) -> bool {
    let is_asked_for = is_rules || subfolders == Subfolders::Entered && link.is_dir();
    is_asked_for && fs::canonicalize(link).is_ok_and(|target| !target.starts_with(root))
}
