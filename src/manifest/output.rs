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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{Origin, from_json};

    fn objects() -> Vec<Object> {
        let object = |template: &str, name: &str| {
            let node = from_json(
                json!({"kind": "ConfigMap", "metadata": {"name": name}}),
                &Origin::Program,
            );
            Object::new(format!("falco/templates/{template}").into(), &node, None)
        };
        vec![
            object("b.yaml", "one"),
            object("a.yaml", "two"),
            object("b.yaml", "three"),
        ]
    }

    #[test]
    fn each_document_names_its_template() {
        let expected =
            "---\n# Source: falco/templates/b.yaml\nkind: ConfigMap\nmetadata:\n  name: one\n";
        assert_eq!(write(&objects()[..1], Form::Yaml), expected);
    }

    #[test]
    fn objects_as_json_are_one_list() {
        let list: serde_json::Value = serde_json::from_str(&write(&objects(), Form::Json)).unwrap();
        assert_eq!(list["kind"], "List");
        assert_eq!(list["items"][2]["metadata"]["name"], "three");
    }

    #[test]
    fn no_objects_are_no_text_or_an_empty_list() {
        assert_eq!(write(&[], Form::Yaml), "");
        let list: serde_json::Value = serde_json::from_str(&write(&[], Form::Json)).unwrap();
        assert_eq!(list["items"], json!([]));
    }

    #[test]
    fn a_folder_gets_a_file_for_each_template() {
        let folder = tempfile::tempdir().unwrap();
        let files = write_folder(&objects(), Form::Yaml, folder.path()).unwrap();
        let names: Vec<_> = files
            .iter()
            .map(|file| file.strip_prefix(folder.path()).unwrap())
            .collect();
        assert_eq!(
            names,
            [
                Path::new("falco/templates/a.yaml"),
                Path::new("falco/templates/b.yaml")
            ]
        );
        let text = fs::read_to_string(&files[1]).unwrap();
        assert_eq!(
            text.matches("# Source: falco/templates/b.yaml\n").count(),
            2
        );
        let files = write_folder(&objects(), Form::Json, folder.path()).unwrap();
        assert!(files[0].ends_with("a.json"));
    }
}
