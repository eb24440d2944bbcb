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

/// Gives the default of a section to its parts, since another section of the same type may have another one, takes
/// Rust's names of formats away, and lets null be one of the options where it is one of the types.
fn shorten(schema: &mut Schema) {
    if schema.get("properties").is_some()
        && let Some(Value::Object(defaults)) = schema.remove("default")
    {
        hand_down(schema, defaults);
    }
    schema.remove("format");
    allow_null(schema);
    schemars::transform::transform_subschemas(&mut |schema: &mut Schema| shorten(schema), schema);
}

/// Makes null one of the options if it is one of the types.
fn allow_null(schema: &mut Schema) {
    let types = schema.get("type").and_then(Value::as_array);
    let may_be_null = types.is_some_and(|types| types.contains(&json!("null")));
    if may_be_null && let Some(Value::Array(options)) = schema.get_mut("enum") {
        options.push(Value::Null);
    }
}

/// Makes the entries of a section's default the defaults of its parts.
fn hand_down(section: &mut Schema, mut defaults: serde_json::Map<String, Value>) {
    let parts = section
        .get_mut("properties")
        .and_then(Value::as_object_mut)
        .into_iter()
        .flatten();
    for (name, part) in parts {
        let Some(part) = part.as_object_mut() else {
            continue;
        };
        match defaults.remove(name) {
            Some(default) => part.insert("default".to_owned(), default),
            None => part.remove("default"),
        };
    }
}

/// The part of a schema that declares the value at a path; nothing if none does.
#[must_use]
pub fn declared<'a>(schema: &'a Value, path: &[Step]) -> Option<&'a Value> {
    path.iter().try_fold(schema, declared_below)
}

fn declared_below<'a>(schema: &'a Value, step: &Step) -> Option<&'a Value> {
    match step {
        Step::Key(key) => schema["properties"].get(&**key),
        Step::Index(_) => schema.get("items"),
    }
}

/// A program other than the chart that reads a section of the values: the schema's `x-owner`. The section goes into
/// its configuration as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner<'a> {
    /// The program, with its version.
    pub name: &'a str,
    /// What its configuration is called.
    pub file: &'a str,
    /// What comes of an option that it does not know, in words that go on from `file`.
    pub unknown: &'a str,
}

/// Whose the value at a path is, if it is in a section with an owner.
#[must_use]
pub fn owner<'a>(schema: &'a Value, path: &[Step]) -> Option<Owner<'a>> {
    let (_, sections) = path.split_last()?;
    let mut section = Some(schema);
    let lower = sections.iter().map_while(|step| {
        section = section.and_then(|section| declared_below(section, step));
        section
    });
    let owner = lower.filter_map(|section| section.get("x-owner")).last()?;
    Some(Owner {
        name: owner["name"].as_str()?,
        file: owner["file"].as_str()?,
        unknown: owner["unknown"].as_str()?,
    })
}

/// The default values as YAML, each with its description above it. An editor finds the schema by the first line.
#[must_use]
pub fn commented_values(schema: &Value) -> String {
    let title = schema["title"].as_str().unwrap_or_default();
    let mut out = format!("# Values of {title}, with their defaults.\n");
    for (name, property) in properties(schema) {
        out.push('\n');
        value(name, property, "", false, &mut out);
    }
    out
}

/// The values that a section declares.
fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["properties"].as_object().into_iter().flatten()
}

/// Whether there is nothing unless the user sets it.
fn is_unset(property: &Value) -> bool {
    let is_section = property["type"] == "object" && property["properties"].is_object();
    property.get("default").is_none() && !is_section
}

/// A value with its description, each line behind `lead`. What has no default is commented out, unless the section
/// around it is already.
fn value(name: &str, property: &Value, lead: &str, commented_out: bool, out: &mut String) {
    comment(property, lead, out);
    let unset = is_unset(property);
    let mark = if unset && !commented_out { "# " } else { "" };
    let lead = format!("{lead}{mark}");
    if property["properties"].is_object() {
        let _ = writeln!(out, "{lead}{name}:");
        for (name, property) in properties(property) {
            value(name, property, &format!("{lead}  "), unset, out);
        }
    } else if unset {
        let _ = writeln!(out, "{lead}{name}:");
    } else {
        let default = yaml::from_json(property["default"].clone(), &yaml::Origin::Program);
        for line in yaml::write(&yaml::Node::map([(name, default)])).lines() {
            let _ = writeln!(out, "{lead}{line}");
        }
    }
}

fn comment(property: &Value, lead: &str, out: &mut String) {
    let mut text = property["description"]
        .as_str()
        .unwrap_or_default()
        .replace('\n', " ");
    if let Some(options) = property["enum"].as_array() {
        let options = options.iter().filter_map(Value::as_str);
        let options: Vec<_> = options.filter(|option| !option.is_empty()).collect();
        let _ = write!(text, " One of {}.", options.join(", "));
    }
    let width = 100 - lead.len();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.len() + word.len() > width {
            let _ = writeln!(out, "{lead}# {line}");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(out, "{lead}# {line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_default_is_commented_out() {
        let schema = json!({"title": "a chart", "properties": {
            "port": {"description": "The port.", "default": 80},
            "name": {"description": "The name.", "type": ["string", "null"]},
            "probe": {"description": "The probe.", "type": ["object", "null"], "properties": {
                "path": {"description": "Its path.", "enum": ["/", "/live"]},
            }},
            "image": {"description": "The image.", "type": "object", "properties": {
                "tag": {"description": "Its tag.", "default": null},
                "digest": {"description": "Its digest."},
            }},
        }});
        let expected = "\
# Values of a chart, with their defaults.

# The port.
port: 80

# The name.
# name:

# The probe.
# probe:
#   # Its path. One of /, /live.
#   path:

# The image.
image:
  # Its tag.
  tag: null
  # Its digest.
  # digest:
";
        assert_eq!(commented_values(&schema), expected);
    }

    #[test]
    fn the_parts_of_a_section_have_its_default_and_not_that_of_their_type() {
        let mut schema = schemars::json_schema!({
            "default": {"port": 1},
            "properties": {"port": {"default": 0}, "host": {"default": ""}},
        });
        shorten(&mut schema);
        let expected = json!({"properties": {"port": {"default": 1}, "host": {}}});
        assert_eq!(schema.to_value(), expected);
    }

    #[test]
    fn where_null_is_a_type_it_is_an_option() {
        let mut schema = schemars::json_schema!({"type": ["string", "null"], "enum": ["TCP"]});
        shorten(&mut schema);
        assert_eq!(schema.get("enum"), Some(&json!(["TCP", null])));
    }

    #[test]
    fn a_section_s_owner_owns_whatever_is_in_it_but_not_the_section() {
        let schema = json!({"properties": {"falco": {
            "x-owner": {"name": "Falco", "file": "falco.yaml", "unknown": "where it does nothing"},
            "properties": {"plugins": {"items": {"properties": {"name": {}}}}},
        }}});
        let of = |path: &str| {
            let path: yaml::Path = path.parse().unwrap();
            owner(&schema, &path.0).map(|owner| owner.file)
        };
        assert_eq!(of("falco"), None);
        assert_eq!(of("other.plugins"), None);
        for owned in ["falco.plugins", "falco.plugins[0].name", "falco.unknown"] {
            assert_eq!(of(owned), Some("falco.yaml"), "{owned}");
        }
    }
}
