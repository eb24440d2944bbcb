//! The JSON Schema of a chart's values, and the commented default values, both made from the chart's types.

use std::fmt::Write as _;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use crate::yaml::{self, Step};

/// The top-level keys that are no values, but hold what aliases of YAML stand for, as in Compose files.
const HOLDERS: &str = "^x-";

/// The JSON Schema (draft 7, without references) of values of type `T`.
#[must_use]
pub fn generate<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schemars::transform::transform_subschemas(
        &mut |schema: &mut Schema| shorten(schema),
        &mut schema,
    );
    schema.insert("patternProperties".to_owned(), json!({HOLDERS: {}}));
    schema
}

/// Takes away what says nothing: the default of a section, which is that of its parts, and Rust's names of formats.
fn shorten(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.remove("default");
    }
    schema.remove("format");
    schemars::transform::transform_subschemas(&mut |schema: &mut Schema| shorten(schema), schema);
}

/// The part of a schema that declares the value at a path of keys; nothing if none does.
#[must_use]
pub fn declared<'a>(schema: &'a Value, path: &[Step]) -> Option<&'a Value> {
    path.iter().try_fold(schema, |schema, step| match step {
        Step::Key(key) => schema["properties"].get(&**key),
        Step::Index(_) => None,
    })
}

/// The default values as YAML, each with its description above it. An editor finds the schema by the first line.
#[must_use]
pub fn commented_values(schema: &Value) -> String {
    let title = schema["title"].as_str().unwrap_or_default();
    let mut out = format!("# Values of {title}, with their defaults.\n");
    section(schema, 0, &mut out);
    out
}

fn section(schema: &Value, depth: usize, out: &mut String) {
    let indentation = "  ".repeat(depth);
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        if depth == 0 {
            out.push('\n');
        }
        comment(property, &indentation, out);
        if property["properties"].is_object() {
            let _ = writeln!(out, "{indentation}{name}:");
            section(property, depth + 1, out);
        } else {
            let default = yaml::from_json(property["default"].clone(), &yaml::Origin::Program);
            for line in yaml::write(&yaml::Node::map([(name.as_str(), default)])).lines() {
                let _ = writeln!(out, "{indentation}{line}");
            }
        }
    }
}

fn comment(property: &Value, indentation: &str, out: &mut String) {
    let mut text = property["description"]
        .as_str()
        .unwrap_or_default()
        .replace('\n', " ");
    if let Some(options) = property["enum"].as_array() {
        let options: Vec<_> = options.iter().filter_map(Value::as_str).collect();
        let _ = write!(text, " One of {}.", options.join(", "));
    }
    let width = 100 - indentation.len();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.len() + word.len() > width {
            let _ = writeln!(out, "{indentation}# {line}");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(out, "{indentation}# {line}");
}
