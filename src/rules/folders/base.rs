//! The folder of `--base-rules`: rules files that are embedded as the stable chart embeds its own.

use super::{left_out, list, read_files};
use crate::checks::file::unreadable;
use crate::diagnostic::Diagnostics;
use crate::rules::files::{NamedFile, Subfolders};
use crate::source::Sources;
use crate::values::file::Unreadable;

/// The rules files of a folder, in the order of the names. What cannot be read, or is no rules file, goes into `diagnostics`.
pub fn read_base(
    folder: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<NamedFile> {
    let Some(listing) = list(folder, Subfolders::Left, sources, diagnostics) else {
        return Vec::new();
    };
    diagnostics.extend(left_out(folder, &listing, "", sources));
    let files = read_files(folder, &listing, sources, diagnostics);
    let is_configuration = |file: &NamedFile| &*file.name == "falco.yaml";
    for file in files.iter().filter(|file| is_configuration(file)) {
        let path = sources.get(file.source).name.clone();
        let reason = Unreadable::Configuration;
        diagnostics.push(unreadable::named(&path, &reason, file.start()));
    }
    files
}
