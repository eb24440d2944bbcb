//! What is in a folder of rules files, before any of it is read.

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use crate::rules::custom::is_loaded;
use crate::rules::files::Subfolders;

/// What is in a folder, in the order of the paths, all of which begin with that of the folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files that Falco would load of it.
    pub files: Vec<PathBuf>,
    /// What it would not: other files, hidden rules files, and folders, if they are not entered.
    pub left_out: Vec<PathBuf>,
    /// Links that lead out of the folder.
    pub outside: Vec<PathBuf>,
}

/// What an entry of a folder is to us.
enum What {
    File,
    Folder,
    Outside,
    LeftOut,
    /// What tools keep there, such as `.git`; in a mounted `ConfigMap` the folder to which all its files link.
    Hidden,
}

impl Listing {
    /// Looks into a folder. Files in folders within it count if `subfolders` says so. Links to folders are not followed,
    /// since they may lead back to where they are.
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
                match what(&entry, &root, subfolders)? {
                    What::File => listing.files.push(path),
                    What::Folder => open.push(path),
                    What::Outside => listing.outside.push(path),
                    What::LeftOut => listing.left_out.push(path),
                    What::Hidden => {}
                }
            }
        }
        for paths in [
            &mut listing.files,
            &mut listing.left_out,
            &mut listing.outside,
        ] {
            paths.sort();
        }
        Ok(listing)
    }
}

/// What an entry is, somewhere in the folder whose whole path is `root`.
fn what(entry: &DirEntry, root: &Path, subfolders: Subfolders) -> io::Result<What> {
    let (path, kind) = (entry.path(), entry.file_type()?);
    let name = entry.file_name().to_string_lossy().into_owned();
    let is_rules = is_loaded(&name);
    if name.starts_with('.') {
        return Ok(if is_rules {
            What::LeftOut
        } else {
            What::Hidden
        });
    }
    let is_entered = subfolders == Subfolders::Entered;
    if kind.is_symlink() {
        let counts = is_rules || is_entered && path.is_dir();
        return Ok(match fs::canonicalize(&path) {
            Ok(target) if counts && !target.starts_with(root) => What::Outside,
            Ok(target) if target.is_dir() => What::LeftOut,
            // A link to nothing is a file that cannot be read.
            _ if is_rules => What::File,
            _ => What::LeftOut,
        });
    }
    Ok(if kind.is_dir() && is_entered {
        What::Folder
    } else if is_rules && !kind.is_dir() {
        What::File
    } else {
        What::LeftOut
    })
}
