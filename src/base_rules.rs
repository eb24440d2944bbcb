//! The folder of `--base-rules`: rules files that are embedded as the stable chart embeds its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::checks::file::unreadable;
use crate::diagnostic::Diagnostics;
use crate::source::{Sources, Span};
use crate::values::file::{Unreadable, read_source};
use crate::yaml::{Node, Origin};

/// The most bytes of base rules: those of a `ConfigMap` (Kubernetes' `MaxSecretSize`, which bounds both).
const MOST_RULES: usize = 1024 * 1024;

/// The rules files of a folder as a map of names and texts, in the order of the names. What cannot be read, or is no
/// rules file, goes into `diagnostics`.
pub fn read(folder: &Path, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<Node> {
    let refuse = |path: &Path, reason: &Unreadable, sources: &mut Sources| {
        let path = path.display().to_string();
        let place = sources.start_of(&path);
        unreadable::named(&path, reason, place)
    };
    let paths = match rules_files(folder) {
        Ok(paths) => paths,
        Err(reason) => {
            diagnostics.push(refuse(folder, &reason, sources));
            return None;
        }
    };
    let mut bytes = 0;
    let mut files = Vec::new();
    for (name, path) in paths {
        if name == "falco.yaml" {
            diagnostics.push(refuse(&path, &Unreadable::Configuration, sources));
            continue;
        }
        let Some(source) = read_source(&path.display().to_string(), None, sources, diagnostics)
        else {
            continue;
        };
        let text = sources.get(source).text.clone();
        let span = Span::new(source, 0..text.len());
        bytes += text.len();
        if bytes > MOST_RULES {
            diagnostics.push(refuse(folder, &Unreadable::TooManyRules, sources));
            return None;
        }
        files.push((name, Node::text(text, Origin::Written(span))));
    }
    Some(Node::map(files))
}

/// The files of a folder that hold rules, by name: those that end in `.yaml` or `.yml`.
fn rules_files(folder: &Path) -> Result<BTreeMap<String, PathBuf>, Unreadable> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().unwrap_or_default();
        let name = path.file_name().and_then(|name| name.to_str());
        if let Some(name) = name.filter(|_| (ending == "yaml" || ending == "yml") && path.is_file())
        {
            files.insert(name.to_owned(), path);
        }
    }
    if files.is_empty() {
        return Err(Unreadable::NoRules);
    }
    Ok(files)
}
