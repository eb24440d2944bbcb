//! What holds the house together, and no compiler checks.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use falcogen::charts::{CHARTS, Chart};
use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder that end so.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    found
}

fn sources() -> Vec<(PathBuf, String)> {
    let folders = ["src", "tests"].map(|folder| root().join(folder));
    let files = folders.iter().flat_map(|folder| files(folder, "rs"));
    files
        .map(|file| (file.clone(), fs::read_to_string(file).unwrap()))
        .collect()
}

#[test]
fn every_source_file_opens_with_what_it_is_for() {
    for (file, text) in sources() {
        assert!(text.starts_with("//! "), "{}", file.display());
    }
}

/// A file may be longer if its head says so: `//! … Longer than others, since …`.
#[test]
fn no_source_file_is_long_without_a_reason_in_its_head() {
    for (file, text) in sources() {
        let head: String = text
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .collect();
        let lines = text.lines().count();
        let reason = head.contains("Longer than others");
        assert!(lines <= 500 || reason, "{}: {lines} lines", file.display());
    }
}

#[test]
fn every_template_in_a_chart_s_room_is_a_template_of_the_chart() {
    for chart in CHARTS {
        let room = root().join("templates").join(chart.line);
        let files: BTreeSet<String> = files(&room, "j2")
            .iter()
            .map(|file| {
                file.strip_prefix(&room)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned()
            })
            .collect();
        let names = chart
            .templates
            .iter()
            .map(|template| format!("{}.j2", template.name));
        assert_eq!(files, names.collect());
        for template in chart.templates {
            assert!(root().join(template.file).is_file(), "{}", template.file);
        }
    }
}

/// The chart's own schema, as users get it.
fn schema(chart: &Chart) -> Value {
    serde_json::from_str(chart.schema_text).unwrap()
}

#[test]
fn the_defaults_of_each_chart_agree_with_its_schema() {
    for chart in CHARTS {
        let validator = jsonschema::draft7::new(&schema(chart)).unwrap();
        let wrong: Vec<String> = validator
            .iter_errors(&chart.default_values())
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(wrong, [""; 0], "{}", chart.line);
    }
}

/// Calls `look` with every declared value of a schema and its path.
fn each_property(schema: &Value, path: &str, look: &mut impl FnMut(&str, &Value)) {
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}/{key}");
        look(&path, property);
        each_property(property, &path, look);
    }
}

#[test]
fn the_defaults_in_the_schema_are_the_chart_s() {
    for chart in CHARTS {
        let defaults = chart.default_values();
        each_property(&schema(chart), "", &mut |path, property| {
            let default = defaults.pointer(path);
            if property["properties"].is_object() && property["type"] == "object" {
                assert!(default.is_some_and(Value::is_object), "{path}");
            } else {
                assert_eq!(property.get("default"), default, "{path}");
            }
        });
    }
}

#[test]
fn every_value_is_described_by_whole_sentences() {
    for chart in CHARTS {
        each_property(&schema(chart), "", &mut |path, property| {
            let description = property["description"].as_str().unwrap_or_default();
            assert!(description.ends_with('.'), "{path}: {description:?}");
        });
    }
}

#[test]
fn every_case_of_a_chart_says_what_it_gives_and_what_it_gets() {
    for chart in CHARTS {
        let cases = root().join("templates").join(chart.line).join("cases");
        for case in fs::read_dir(cases).unwrap() {
            let case = case.unwrap().path();
            for file in ["values.yaml", "manifests.snap"] {
                assert!(case.join(file).is_file(), "{}/{file}", case.display());
            }
        }
    }
}
