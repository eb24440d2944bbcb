//! Reading the files that a user names, with a bound on their size.

use std::fs::File;
use std::io::{self, Read};
use std::string::FromUtf8Error;

use thiserror::Error;

use crate::checks::file::unreadable;
use crate::checks::yaml::invalid_utf8;
use crate::diagnostic::Diagnostics;
use crate::source::{SourceId, SourceKind, Sources, Span};

/// The most bytes that a file may have. Kubernetes takes no object beyond 1.5 MiB, so what is larger is a mistake.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Why a file cannot be read.
#[derive(Debug, Error)]
pub enum Unreadable {
    /// There is nothing of that name.
    #[error("there is no such file")]
    Missing,
    /// It is a directory.
    #[error("it is a directory")]
    Directory,
    /// Its path leads through a file, or it is a file where a directory is wanted.
    #[error("a file stands where a folder belongs")]
    NotDirectory,
    /// It is a directory without what is wanted of it.
    #[error("it holds no file that ends in `.yaml` or `.yml`")]
    NoRules,
    /// It is Falco's configuration, which the chart makes, in a folder of rules files.
    #[error("it is Falco's configuration and no rules file")]
    Configuration,
    /// It is standard input, and nothing came.
    #[error("nothing came")]
    Nothing,
    /// It has more than [`MAX_BYTES`], or no end.
    #[error("it is larger than {} MiB", MAX_BYTES / 1024 / 1024)]
    TooLarge,
    /// It is not UTF-8.
    #[error("it is not UTF-8 text (byte {})", .0.utf8_error().valid_up_to() + 1)]
    NotText(FromUtf8Error),
    /// It is a URL, which Helm would download.
    #[error("it is a URL, and only local files are read")]
    Remote,
    /// The system refuses.
    #[error("{}", .0.kind())]
    Refused(#[source] io::Error),
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Unreadable::Missing,
            io::ErrorKind::NotADirectory => Unreadable::NotDirectory,
            io::ErrorKind::IsADirectory => Unreadable::Directory,
            _ => Unreadable::Refused(error),
        }
    }
}

/// Whether the path stands for standard input: a hyphen, as in Helm with or without spaces around it.
#[must_use]
pub fn is_stdin(path: &str) -> bool {
    path.trim() == "-"
}

/// Takes in the file at `path`, or standard input for `-`, as a source. If it cannot be read, that goes into
/// `diagnostics`; `place` is where the path is written. A path that has a flag of its own is its own place.
pub fn read_source(
    path: &str,
    place: Option<Span>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<SourceId> {
    let name = if is_stdin(path) { "<stdin>" } else { path };
    match read_text(path) {
        Ok(text) => return Some(sources.add(name, text, SourceKind::File)),
        Err(Unreadable::NotText(error)) => {
            let valid = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let width = text[valid..].chars().next().map_or(0, char::len_utf8);
            let source = sources.add(name, text, SourceKind::File);
            diagnostics.push(invalid_utf8::not_text(Span::new(
                source,
                valid..valid + width,
            )));
        }
        Err(reason) => diagnostics.push(match place {
            Some(place) => unreadable::written(&reason, place),
            None => unreadable::named(path, &reason, sources.start_of(name)),
        }),
    }
    None
}

/// Takes in the rules file at `path`, or standard input for `-`, as a source. If it cannot be read, that goes into
/// `diagnostics`.
pub fn read_rules(
    path: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<SourceId> {
    read_source(path, None, sources, diagnostics)
}

/// The whole text of the file at `path`, or of standard input for `-`.
///
/// # Errors
/// If the file is missing, a directory, larger than [`MAX_BYTES`], not UTF-8, a URL, or if the system refuses, and if
/// nothing comes from standard input. No
/// more than the bound is read, also from a file that has no end.
pub fn read_text(path: &str) -> Result<String, Unreadable> {
    if is_stdin(path) {
        let text = read_bounded(io::stdin().lock(), 0)?;
        // A command that failed in a pipe would else count as one that asks for nothing.
        return Some(text)
            .filter(|text| !text.is_empty())
            .ok_or(Unreadable::Nothing);
    }
    let file = File::open(path).map_err(|error| explain(path, error))?;
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(Unreadable::Directory);
    }
    if about.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    read_bounded(file, about.len())
}

fn explain(path: &str, error: io::Error) -> Unreadable {
    let remote = ["http://", "https://", "oci://"];
    if remote.iter().any(|scheme| path.starts_with(scheme)) {
        return Unreadable::Remote;
    }
    error.into()
}

/// All that there is to read. To make room for `expected` bytes at once saves reading small files in several goes.
fn read_bounded(reader: impl Read, expected: u64) -> Result<String, Unreadable> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or_default());
    reader.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    String::from_utf8(bytes).map_err(Unreadable::NotText)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(path: &str) -> String {
        read_text(path).unwrap_err().to_string()
    }

    #[test]
    fn a_file_that_cannot_be_read_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        std::fs::write(path("binary"), b"ok\xff").unwrap();
        File::create(path("large"))
            .unwrap()
            .set_len(MAX_BYTES + 1)
            .unwrap();

        assert_eq!(refusal(&path("missing")), "there is no such file");
        assert_eq!(refusal(""), "there is no such file");
        assert_eq!(refusal(&path("")), "it is a directory");
        assert_eq!(refusal(&path("large")), "it is larger than 16 MiB");
        assert_eq!(refusal(&path("binary")), "it is not UTF-8 text (byte 3)");
        assert_eq!(refusal("a\0b"), "invalid input parameter");
        assert_eq!(
            refusal("https://example.com/values.yaml"),
            "it is a URL, and only local files are read"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_file_without_end_is_too_large() {
        assert_eq!(refusal("/dev/zero"), "it is larger than 16 MiB");
    }

    #[test]
    fn a_text_is_read_as_it_is() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "\u{feff}ä\r\n").unwrap();
        let text = read_text(file.path().to_str().unwrap()).unwrap();
        assert_eq!(text, "\u{feff}ä\r\n");
    }
}
