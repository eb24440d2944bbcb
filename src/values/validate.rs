//! The user's values against the chart's schema.
//!
//! Only what the user wrote is validated, and only the parts of the schema that it touches are compiled. What a
//! scalar of another type can mean is decided here as well, so that everything behind sees values of the right type.

use std::collections::BTreeSet;
use std::sync::Arc;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::paths::{Location, LocationSegment};
use jsonschema::{JsonType, ValidationError};
use serde_json::{Value, json};

use super::reading::{self, Purpose, Reading, Usage};
use super::schema::{Owner, owner};
use super::similar;
use super::touched::Schema;
use super::unknown::{self, ReadByTemplates};
use crate::charts::Chart;
use crate::checks::values::{invalid_value, misread_boolean, missing_value, wrong_type};
use crate::diagnostic::Diagnostics;
use crate::source::{Sources, Span};
use crate::yaml::{Kind, Node, Path, Step, to_json};

/// How many unknown keys of one map get a proposal. Where there are more, the whole map is a mistake.
const PROPOSALS: usize = 1000;

/// Whose a value is that goes into the configuration of another program from outside of its section.
const FALCO: Owner<'_> = Owner {
    name: "Falco",
    file: "falco.yaml",
    unknown: "where it does nothing",
};

/// The values as the chart is to take them: scalars of another type that have one reading are read so. Everything that
/// is wrong goes into `diagnostics`.
pub fn validate(
    values: &Node,
    schema: &Schema<'_>,
    chart: &Chart,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Node {
    let touched = touched_part(values, &schema.touched);
    let instance = to_json(&without_nulls(values, &schema.touched));
    let validator = match jsonschema::draft7::new(&touched) {
        Ok(validator) => validator,
        Err(error) => {
            debug_assert!(false, "the schema of a chart is invalid: {error}");
            return values.clone();
        }
    };
    let mut validation = Validation {
        values,
        schema,
        touched: &touched,
        chart,
        sources,
        read: None,
        broken: diagnostics.error_places(),
        diagnostics,
        validated: values.clone(),
    };
    for error in validator.iter_errors(&instance) {
        validation.take(&error);
    }
    validation.validated
}

/// The schema of those values that the user has given.
fn touched_part(values: &Node, schema: &Value) -> Value {
    let (Some(given), Some(declared)) = (values.as_map(), schema["properties"].as_object()) else {
        return schema.clone();
    };
    let touched: serde_json::Map<String, Value> = given
        .iter()
        .filter_map(|(key, entry)| {
            let declared = declared.get(&**key)?;
            Some((key.to_string(), touched_part(&entry.value, declared)))
        })
        .collect();
    let further = schema.get("additionalProperties").cloned();
    let further = further.unwrap_or(Value::Bool(true));
    let patterns = schema.get("patternProperties").cloned();
    let patterns = patterns.unwrap_or_else(|| json!({}));
    json!({
        "type": "object",
        "properties": touched,
        "patternProperties": patterns,
        "additionalProperties": further,
    })
}

/// A validation under way.
struct Validation<'a> {
    values: &'a Node,
    schema: &'a Schema<'a>,
    touched: &'a Value,
    chart: &'a Chart,
    sources: &'a Sources,
    /// What templates in the values read, as soon as it is asked for.
    read: Option<ReadByTemplates>,
    /// Where errors have been found before.
    broken: BTreeSet<Span>,
    diagnostics: &'a mut Diagnostics,
    validated: Node,
}

impl Validation<'_> {
    /// Makes of an error what it means to the user, and to the values.
    fn take(&mut self, error: &ValidationError<'_>) {
        let path = path_of(error.instance_path());
        let Some(found) = path.find(self.values) else {
            return;
        };
        // The only pattern is that of a name which may as well be a number: it has something else than digits.
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                for (nth, key) in unexpected.iter().enumerate() {
                    self.unknown(&path, found, key, nth < PROPOSALS);
                }
            }
            ValidationErrorKind::Type { kind } => {
                let expected = schema_of(self.touched, error.schema_path());
                let read = self.read_as(&path, found, expected, kind);
                replace(&mut self.validated, &path.0, read.as_ref());
            }
            ValidationErrorKind::Enum { options } => {
                let usage = Usage::of(schema_of(self.touched, error.schema_path()));
                self.option(&path, found, options, usage);
            }
            ValidationErrorKind::Pattern { .. } => {
                let expected = schema_of(self.touched, error.schema_path());
                let number = TypeKind::Single(JsonType::Integer);
                let read = self.read_as(&path, found, expected, &number);
                replace(&mut self.validated, &path.0, read.as_ref());
            }
            ValidationErrorKind::Required { property } => {
                let option = property.as_str().unwrap_or_default();
                let owner = self.owner(&path);
                self.diagnostics
                    .push(missing_value::option(&path, option, found, owner));
            }
            ValidationErrorKind::Minimum { limit } => {
                let usage = Usage::of(schema_of(self.touched, error.schema_path()));
                self.out_of_range(&path, found, &format!("at least {limit}"), usage);
            }
            ValidationErrorKind::Maximum { limit } => {
                let usage = Usage::of(schema_of(self.touched, error.schema_path()));
                self.out_of_range(&path, found, &format!("at most {limit}"), usage);
            }
            _ => {
                let refused =
                    wrong_type::refused(&path, found, "what the schema says", self.sources);
                self.diagnostics.push(refused);
            }
        }
    }

    /// The program that reads what is at a path.
    fn owner(&self, path: &Path) -> Owner<'_> {
        owner(&self.schema.touched, &path.0).unwrap_or(FALCO)
    }

    /// A key of the map at `path` that the chart does not know.
    fn unknown(&mut self, path: &Path, map: &Node, key: &str, propose: bool) {
        let path = path.join(Step::Key(key.into()));
        if let Some(entry) = map.as_map().and_then(|map| map.get(key)) {
            let values = self.values;
            let read = self.read.get_or_insert_with(|| ReadByTemplates::of(values));
            if read.has(&path) {
                return;
            }
            let unknown = unknown::key(&path, entry, propose, self.schema.whole(), self.chart);
            self.diagnostics.extend(unknown);
        }
    }

    /// A text that is none of the options. Where Falco takes upper and lower case alike, Kubernetes does not.
    fn option(&mut self, path: &Path, found: &Node, options: &Value, usage: Usage) {
        let options = options.as_array().into_iter().flatten();
        let options = options.filter_map(Value::as_str);
        let options: Vec<&str> = options.filter(|option| !option.is_empty()).collect();
        let Some(text) = found.as_text() else {
            return;
        };
        let is_same = |option: &&str| option.eq_ignore_ascii_case(text);
        let is_fine = usage.checked || usage.any_case && options.iter().any(is_same);
        if is_fine || reading::has_variable(found, usage) || is_broken(found, &self.broken) {
            return;
        }
        let similar = similar::word(text, options.iter().copied());
        self.diagnostics
            .push(invalid_value::not_one_of(path, found, &options, similar));
    }

    fn out_of_range(&mut self, path: &Path, found: &Node, bound: &str, usage: Usage) {
        let diagnostic = match usage.purpose {
            Purpose::Passed => invalid_value::passed_out_of_range(path, found, bound),
            _ => invalid_value::out_of_range(path, found, bound),
        };
        self.diagnostics.push(diagnostic);
    }

    /// What a value of another type is taken for; nothing if it is refused. Says so where the user may not have meant
    /// it, unless something in its text is wrong already, so that its type means nothing.
    fn read_as(
        &mut self,
        path: &Path,
        found: &Node,
        expected: &Value,
        kind: &TypeKind,
    ) -> Option<Node> {
        if is_broken(found, &self.broken) {
            return None;
        }
        let usage = Usage::of(expected);
        let (wanted, words) = reading::wanted(kind);
        let as_kind = |kind| Some(Node::new(kind, found.origin.clone()));
        let (diagnostic, read) = match reading::read(found, wanted, usage) {
            Reading::None if usage.exact && words == "a text" && is_number_or_boolean(found) => {
                (wrong_type::not_a_text(path, found, self.sources), None)
            }
            Reading::None => (wrong_type::refused(path, found, words, self.sources), None),
            Reading::Misread => (misread_boolean::misread(path, found), None),
            Reading::Fine => return Some(found.clone()),
            Reading::Passed => {
                let passed = wrong_type::passed(path, found, words, self.owner(path));
                (passed, Some(found.clone()))
            }
            Reading::Printed => (
                wrong_type::printed(path, found, words, self.sources),
                Some(found.clone()),
            ),
            Reading::Empty(kind) => (
                wrong_type::empty(path, found, words, self.sources),
                as_kind(kind),
            ),
            Reading::Taken(kind) => {
                let read = Node::new(kind, found.origin.clone());
                if untyped(found, &read, self.sources) {
                    return Some(read);
                }
                let shown = (expected["writeOnly"] != true).then(|| reading::show(&read));
                let taken = wrong_type::taken(path, found, words, shown.as_deref());
                (taken, Some(read))
            }
        };
        self.diagnostics.push(diagnostic);
        read
    }
}

/// A null in a map stands for nothing at all, as in Helm. One of a key that no value has stays, so that the key is found.
fn without_nulls(node: &Node, schema: &Value) -> Node {
    let Some(map) = node.as_map() else {
        return node.clone();
    };
    let is_closed = schema["additionalProperties"] == false;
    let declared = |key: &str| schema["properties"].get(key);
    let mut kept = map.clone();
    kept.retain(|key, entry| !entry.value.is_null() || is_closed && declared(key).is_none());
    for (key, entry) in &mut kept {
        entry.value = without_nulls(&entry.value, declared(key).unwrap_or(&Value::Null));
    }
    Node::new(Kind::Map(kept.into()), node.origin.clone())
}

/// Whether something in the text of a value is wrong already, so that its type means nothing.
fn is_broken(found: &Node, broken: &BTreeSet<Span>) -> bool {
    found.origin.span().is_some_and(|span| {
        let next = broken
            .range(
                Span {
                    end: span.start,
                    ..span
                }..,
            )
            .next();
        next.is_some_and(|next| {
            *next == span || (next.source == span.source && next.start < span.end)
        })
    })
}

fn path_of(location: &Location) -> Path {
    let steps = location.segments().map(|segment| match segment {
        LocationSegment::Property(key) => Step::Key(key.as_ref().into()),
        LocationSegment::Index(index) => Step::Index(index),
    });
    Path(steps.collect())
}

/// The part of the schema that holds the keyword at `location`.
fn schema_of<'a>(schema: &'a Value, location: &Location) -> &'a Value {
    let pointer = location
        .as_str()
        .rsplit_once('/')
        .map_or("", |(parent, _)| parent);
    schema.pointer(pointer).unwrap_or(&Value::Null)
}

fn is_number_or_boolean(node: &Node) -> bool {
    matches!(node.kind, Kind::Number(_) | Kind::Bool(_))
}

/// Whether the user had no way to say the type: `--set` guesses the types of texts and numbers.
fn untyped(found: &Node, read: &Node, sources: &Sources) -> bool {
    let by_set = found
        .origin
        .span()
        .is_some_and(|span| sources.get(span.source).name.starts_with("--set["));
    by_set && !matches!(read.kind, Kind::Bool(_))
}

/// Puts `new` in the place of the node at the end of the path. Without a new one a map loses the key, so that the
/// default takes its place and what follows finds a value of the right type; in a list null stays behind. The order of
/// the map is lost then, which does not matter, since nothing will be written.
fn replace(node: &mut Node, path: &[Step], new: Option<&Node>) {
    match (&mut node.kind, path) {
        (Kind::Map(map), [Step::Key(key)]) if new.is_none() => {
            Arc::make_mut(map).swap_remove(key);
        }
        (Kind::Map(map), [Step::Key(key), rest @ ..]) => {
            if let Some(entry) = Arc::make_mut(map).get_mut(key) {
                replace(&mut entry.value, rest, new);
            }
        }
        (Kind::List(items), [Step::Index(index), rest @ ..]) => {
            if let Some(item) = Arc::make_mut(items).get_mut(*index) {
                replace(item, rest, new);
            }
        }
        (_, []) => *node = new.cloned().unwrap_or_else(Node::null),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::stable::CHART;
    use crate::diagnostic::Severity;
    use crate::source::SourceKind;
    use crate::values::set::{self, SetKind};
    use crate::yaml::{Limits, read};

    /// A schema with something of everything.
    fn schema() -> Value {
        json!({"type": "object", "additionalProperties": false, "patternProperties": {"^x-": {}}, "properties": {
            "text": {"type": "string"},
            "token": {"type": "string", "writeOnly": true},
            "port": {"type": "integer", "minimum": 1, "maximum": 65535},
            "switch": {"type": "boolean", "x-use": "decides"},
            "level": {"type": "string", "enum": ["debug", "info"], "x-use": "printed"},
            "policy": {"type": "string", "enum": ["Always", "IfNotPresent", "Never"]},
            "list": {"type": "array", "items": {"type": "string"}},
            "env": {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean", "null"]}},
            "section": {"type": "object", "additionalProperties": false, "properties": {"name": {"type": ["string", "null"]}}},
        }})
    }

    /// What becomes of the values, and what is said: severity, message, label.
    fn outcome(text: &str) -> (Value, Vec<String>) {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let file = sources.add("values.yaml", text, SourceKind::File);
        let user = read(&sources, file, &Limits::default(), &mut diagnostics).unwrap();
        let validated = validate(
            &user,
            &Schema::new(&schema().to_string(), &user),
            &CHART,
            &sources,
            &mut diagnostics,
        );
        (to_json(&validated), said(&diagnostics))
    }

    fn said(diagnostics: &Diagnostics) -> Vec<String> {
        let line = |said: &&crate::diagnostic::Diagnostic| {
            let label = said.primary.as_ref().map_or("", |label| &*label.text);
            format!("{}: {} ({label})", said.severity.name(), said.message)
        };
        diagnostics.sorted().iter().map(line).collect()
    }

    #[test]
    fn values_as_they_should_be_stay_and_nothing_is_said() {
        let (values, said) = outcome(
            "{text: a, port: 1, switch: on, level: INFO, list: [], env: {A: null, B: 1}, section: {name: null}}",
        );
        assert_eq!(said, [""; 0]);
        assert_eq!(values["env"], json!({"A": null, "B": 1}));
        assert_eq!(values["level"], "INFO");
    }

    #[test]
    fn only_at_the_top_a_key_that_begins_so_holds_anchors() {
        let (_, said) = outcome("{x-holder: {a: 1}, section: {x-holder: {a: 1}}}");
        assert_eq!(
            said,
            ["warning: the chart has no value `section.x-holder` (this does nothing)"]
        );
    }

    #[test]
    fn everything_that_is_wrong_is_said_in_one_run_and_in_the_order_of_the_file() {
        let (_, said) =
            outcome("{txt: a, switch: 'no', section: {nme: x}, port: 0, list: [a, [b]], text: {}}");
        assert_eq!(
            said,
            [
                "warning: the chart has no value `txt` (this does nothing)",
                "error: `switch` is a text, and the chart takes any text for true (this would switch it on)",
                "warning: the chart has no value `section.nme` (this does nothing)",
                "error: `port` is out of range (at least 1)",
                "error: `list[1]` is a list, expected a text ()",
                "error: `text` is a map, expected a text ()",
            ]
        );
    }

    #[test]
    fn upper_and_lower_case_count_alike_in_falco_yaml_only() {
        let (values, said) = outcome("{level: INFO, policy: always}");
        assert_eq!(values["policy"], "always");
        assert_eq!(
            said,
            ["warning: `policy` is none of the values that it can have ()"]
        );
    }

    #[test]
    fn a_scalar_of_another_type_is_taken_for_what_it_can_only_mean() {
        let (values, said) = outcome("{text: 1.50, port: '8765', list: [yes]}");
        assert_eq!(
            values,
            json!({"text": "1.5", "port": 8765, "list": ["true"]})
        );
        assert_eq!(said.len(), 3);
        assert!(
            said.iter()
                .all(|line| line.starts_with(Severity::Warning.name())),
            "{said:?}"
        );
    }

    #[test]
    fn a_secret_is_not_shown() {
        let (values, said) = outcome("token: 12345");
        assert_eq!(values["token"], "12345");
        assert_eq!(
            said,
            ["warning: `token` is a number, expected a text (taken as a text)"]
        );
    }

    #[test]
    fn what_is_refused_leaves_room_for_the_default_or_null() {
        let (values, _) = outcome("{text: [], list: [a, {}]}");
        assert_eq!(values, json!({"list": ["a", null]}));
    }

    #[test]
    fn an_assignment_has_no_type_to_complain_about() {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let argument = sources.add("--set[1]", "text=1,switch=true", SourceKind::Argument);
        let user = set::apply(
            Node::null(),
            SetKind::Set,
            argument,
            &mut sources,
            &mut diagnostics,
        );
        let validated = validate(
            &user,
            &Schema::new(&schema().to_string(), &user),
            &CHART,
            &sources,
            &mut diagnostics,
        );
        assert_eq!(to_json(&validated), json!({"text": "1", "switch": true}));
        assert_eq!(said(&diagnostics), [""; 0]);
    }
}
