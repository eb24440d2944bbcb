//! How objects are written: as a stream of YAML documents, as one JSON list, or into a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::json;

use super::Object;
use crate::yaml;

/// The form of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// YAML documents, each under a comment that names its template.
    #[default]
    Yaml,
    /// One JSON object of kind List.
    Json,
}

/// All objects as one text.
#[must_use]
pub fn write(objects: &[Object], form: Form) -> String {
    match form {
        Form::Yaml => objects.iter().map(document).collect(),
        Form::Json => {
            let items: Vec<_> = objects
                .iter()
                .map(|object| yaml::to_json(&object.node))
                .collect();
            let list = json!({"apiVersion": "v1", "kind": "List", "items": items});
            format!("{list:#}\n")
        }
    }
}

/// One object as a YAML document.
fn document(object: &Object) -> String {
    let mut text = format!("---\n# Source: {}\n", object.source);
    yaml::write_to(&object.node, &mut text);
    text
}

/// Writes each template's objects into a file of its own below `folder`, under the template's path, as Helm does.
/// Returns the files in the order of their names.
///
/// # Errors
/// If a folder cannot be made or a file cannot be written.
pub fn write_folder(objects: &[Object], form: Form, folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files: BTreeMap<PathBuf, Vec<Object>> = BTreeMap::new();
    for object in objects {
        let mut path = folder.join(&*object.source);
        if form == Form::Json {
            path.set_extension("json");
        }
        files.entry(path).or_default().push(object.clone());
    }
    for (path, objects) in &files {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)
                .with_context(|| format!("cannot make the folder {}", parent.display()))?;
        }
        fs::write(path, write(objects, form))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(files.into_keys().collect())
}
