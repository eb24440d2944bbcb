//! Rules files into a folder, where others may lie already.
//!
//! Nothing is written before all is looked at, and nothing appears under its name before all is written. No link in the folder
//! is followed: what is written takes its place.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use tempfile::TempPath;

use super::files::RulesText;
use crate::checks::file::rule_file_exists::{self, Found};
use crate::diagnostic::Diagnostics;

/// A file and its place in a folder.
pub struct Placed<'f> {
    file: &'f RulesText,
    path: PathBuf,
    there: There,
}

/// What is in the place of a file.
enum There {
    Nothing,
    /// The very file.
    Same,
    /// A file with other content, and what may be done with it.
    Other(Permissions),
    /// What is no file.
    NoFile(Found),
}

/// Looks at the places of files in a folder, which need not be there.
#[must_use]
pub fn look<'f>(files: &'f [RulesText], folder: &Path) -> Vec<Placed<'f>> {
    let place = |file: &'f RulesText| {
        let path = folder.join(&*file.name);
        let there = there(&path, &file.text);
        Placed { file, path, there }
    };
    files.iter().map(place).collect()
}

/// What is at a path, compared with a text. What cannot be looked at cannot be written either, which is told then.
fn there(path: &Path, text: &str) -> There {
    let Ok(about) = fs::symlink_metadata(path) else {
        return There::Nothing;
    };
    if about.is_symlink() {
        There::NoFile(Found::Link)
    } else if about.is_dir() {
        There::NoFile(Found::Folder)
    } else if !about.is_file() {
        There::NoFile(Found::Other)
    } else if about.len() == text.len() as u64
        && fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes())
    {
        There::Same
    } else {
        There::Other(about.permissions())
    }
}

/// Reports each file whose place is taken. With `force` only folders count, since they cannot be overwritten.
pub fn check(placed: &[Placed], force: bool, diagnostics: &mut Diagnostics) {
    for Placed { file, path, there } in placed {
        let found = match there {
            There::Nothing | There::Same => continue,
            There::Other(_) => Found::File,
            There::NoFile(found) => *found,
        };
        if !force || found == Found::Folder {
            diagnostics.push(rule_file_exists::taken(path, found, file.key));
        }
    }
}

/// Writes the files into the folder, which is made if it is missing; what is there is overwritten, and those with the same
/// content are left as they are. What comes back is a line for each file.
///
/// # Errors
/// If the folder or a file cannot be written, also since something came up in its place meanwhile.
pub fn write(placed: &[Placed], folder: &Path) -> anyhow::Result<String> {
    anyhow::ensure!(
        !folder.exists() || folder.is_dir(),
        "{} is a file, where a folder belongs",
        folder.display()
    );
    fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let written = placed.iter().map(|placed| placed.written(folder));
    let written: Vec<Option<TempPath>> = written.collect::<anyhow::Result<_>>()?;
    let done = placed.iter().zip(written).map(|(placed, written)| {
        let done = match written {
            Some(written) => placed.take_place(written).map(|()| "wrote"),
            None => Ok("unchanged"),
        };
        done.map(|done| format!("{done} {}\n", placed.path.display()))
    });
    done.collect()
}

impl Placed<'_> {
    /// The file under a name of its own in the folder; nothing if it need not be written.
    fn written(&self, folder: &Path) -> anyhow::Result<Option<TempPath>> {
        let permissions = match &self.there {
            There::Same => return Ok(None),
            There::Other(permissions) => Some(permissions),
            There::Nothing | There::NoFile(_) => None,
        };
        let written = temporary(folder, &self.file.text, permissions);
        written.map(Some).with_context(|| self.failure())
    }

    /// Gives what was written its name.
    fn take_place(&self, written: TempPath) -> anyhow::Result<()> {
        let placed = match self.there {
            There::Nothing => written.persist_noclobber(&self.path),
            _ => written.persist(&self.path),
        };
        let placed = placed.map_err(|error| error.error);
        placed.with_context(|| self.failure())
    }

    fn failure(&self) -> String {
        format!("cannot write {}", self.path.display())
    }
}

/// A new file in the folder with this text. It has the permissions of the file whose place it will take, or else those of any
/// new file.
fn temporary(folder: &Path, text: &str, permissions: Option<&Permissions>) -> io::Result<TempPath> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".falcogen-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions.clone())?;
    }
    Ok(file.into_temp_path())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_up_meanwhile_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| RulesText {
            name: name.into(),
            text: "ours".into(),
            key: None,
        };
        let files = [file("a.yaml")];
        let placed = look(&files, folder.path());
        fs::write(folder.path().join("a.yaml"), "theirs").unwrap();
        let error = write(&placed, folder.path()).unwrap_err();
        assert!(error.to_string().starts_with("cannot write "), "{error}");
        let there = fs::read_to_string(folder.path().join("a.yaml")).unwrap();
        assert_eq!(there, "theirs");
        let names = fs::read_dir(folder.path()).unwrap();
        assert_eq!(names.count(), 1);
    }
}
