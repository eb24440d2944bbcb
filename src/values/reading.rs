//! What a scalar of one type means where the chart expects another.

use jsonschema::error::TypeKind;
use jsonschema::{JsonType, JsonTypeSet};
use serde_json::Value;

use crate::yaml::{Kind, Node, Number, resolve, write};

/// What becomes of a value of another type.
pub enum Reading {
    /// It has no reading: a map where a text belongs, a word where a number belongs.
    None,
    /// The chart would read it as the opposite of what it says.
    Misread,
    /// It stays as it is: it is only printed into falco.yaml, and Falco will say what it thinks of it.
    Printed,
    /// It stays as it is: it goes into the configuration of another program, which will say what it thinks of it.
    Passed,
    /// Nothing is wrong: the other program puts an environment variable there before it looks at the type.
    Fine,
    /// It is read so.
    Taken(Kind),
    /// It is read so: as an empty text or list, or as no map.
    Empty(Kind),
}

/// The expected type but null, and what to call it. Where there are several it is a text, if that is one of them: what is
/// declared so becomes one, if it has no other reading.
pub fn wanted(kind: &TypeKind) -> (JsonType, &'static str) {
    let wanted = match kind {
        TypeKind::Single(single) => *single,
        TypeKind::Multiple(set) => {
            let mut kinds = set.iter().filter(|kind| *kind != JsonType::Null);
            match (kinds.next(), kinds.next()) {
                (Some(only), None) => only,
                _ if !set.contains(JsonType::String) => {
                    return (JsonType::Object, "a map or a list");
                }
                _ => return (JsonType::String, several(*set)),
            }
        }
    };
    let words = match wanted {
        JsonType::String => "a text",
        JsonType::Boolean => "a boolean",
        JsonType::Integer => "a whole number",
        JsonType::Number => "a number",
        JsonType::Array => "a list",
        JsonType::Object => "a map",
        JsonType::Null => "null",
    };
    (wanted, words)
}

/// What to call several types of which one is a text.
fn several(set: JsonTypeSet) -> &'static str {
    if set.contains(JsonType::Object) {
        "a text or a map"
    } else if set.contains(JsonType::Array) {
        "a list or a text"
    } else if set.contains(JsonType::Boolean) {
        "a text, number or boolean"
    } else {
        "a number or a text"
    }
}

/// What the chart does with a value: the schema's `x-use`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// It goes into the manifest.
    Plain,
    /// It decides whether something exists: `decides`.
    Decides,
    /// The chart goes through its items: `traversed`.
    Traversed,
    /// It is only printed into falco.yaml: `printed`.
    Printed,
    /// It goes into the configuration of another program as it is: `passed`.
    Passed,
}

/// How the chart uses a value, which decides what a value of another type means.
#[derive(Clone, Copy)]
pub struct Usage {
    /// What it does with the value.
    pub purpose: Purpose,
    /// The schema's `x-exact`: the chart refuses numbers and booleans.
    pub exact: bool,
    /// Whether upper and lower case count alike: so Falco reads what is printed, and other options with `x-any-case`.
    pub any_case: bool,
    /// The schema's `x-checked`: whether the chart's own code looks at the options, and reports others.
    pub checked: bool,
}

impl Usage {
    /// The usage that the schema of a value tells.
    pub fn of(schema: &Value) -> Self {
        let purpose = match schema["x-use"].as_str() {
            Some("decides") => Purpose::Decides,
            Some("traversed") => Purpose::Traversed,
            Some("printed") => Purpose::Printed,
            Some("passed") => Purpose::Passed,
            _ => Purpose::Plain,
        };
        Usage {
            purpose,
            exact: schema["x-exact"] == true,
            checked: schema["x-checked"] == true,
            any_case: purpose == Purpose::Printed || schema["x-any-case"] == true,
        }
    }
}

/// What an empty value of another type means where the chart looks at nothing but whether there is something.
fn empty(found: &Node, wanted: JsonType, purpose: Purpose) -> Option<Reading> {
    let is_empty = match purpose {
        Purpose::Decides => !found.is_true(),
        Purpose::Traversed => {
            matches!(found.kind, Kind::List(_) | Kind::Map(_)) && !found.is_true()
        }
        Purpose::Plain | Purpose::Printed | Purpose::Passed => false,
    };
    let kind = match wanted {
        JsonType::String => Kind::Text("".into()),
        JsonType::Array => Node::list([]).kind,
        // An empty map would let the default stay.
        JsonType::Object => Kind::Null,
        _ => return None,
    };
    is_empty.then_some(Reading::Empty(kind))
}

/// Whether another program puts an environment variable in the place of something in the value: Falco does so wherever
/// its configuration has `${NAME}`.
pub fn has_variable(found: &Node, usage: Usage) -> bool {
    let in_text = |text: &str| text.contains("${");
    usage.purpose == Purpose::Passed && found.as_text().is_some_and(in_text)
}

/// What `found` means where a value of type `wanted` belongs.
pub fn read(found: &Node, wanted: JsonType, usage: Usage) -> Reading {
    if has_variable(found, usage) && is_scalar(wanted) {
        return Reading::Fine;
    }
    if usage.purpose == Purpose::Passed {
        return Reading::Passed;
    }
    if let Some(empty) = empty(found, wanted, usage.purpose) {
        return empty;
    }
    let printed = usage.purpose == Purpose::Printed;
    let reading = match (wanted, &found.kind) {
        (JsonType::String, Kind::Number(_) | Kind::Bool(_)) if usage.exact || printed => {
            Reading::None
        }
        (JsonType::String, Kind::Number(number)) => {
            Reading::Taken(Kind::Text(number.to_string().into()))
        }
        (JsonType::String, Kind::Bool(value)) => {
            Reading::Taken(Kind::Text(value.to_string().into()))
        }
        (JsonType::Boolean, kind) => boolean(kind, usage.purpose),
        (JsonType::Integer, Kind::Text(text)) => whole_number(text),
        (JsonType::Number, Kind::Text(text)) => match resolve(text) {
            number @ Kind::Number(_) => Reading::Taken(number),
            _ => Reading::None,
        },
        _ => Reading::None,
    };
    match (&reading, &found.kind) {
        (Reading::None, Kind::Text(_) | Kind::Number(_) | Kind::Bool(_))
            if printed && is_scalar(wanted) =>
        {
            Reading::Printed
        }
        _ => reading,
    }
}

fn is_scalar(kind: JsonType) -> bool {
    !matches!(kind, JsonType::Array | JsonType::Object)
}

fn whole_number(text: &str) -> Reading {
    match resolve(text) {
        Kind::Number(number) => number.as_i64().map_or(Reading::None, |value| {
            Reading::Taken(Kind::Number(Number::Integer(value)))
        }),
        _ => Reading::None,
    }
}

fn boolean(found: &Kind, purpose: Purpose) -> Reading {
    match (found, purpose) {
        (Kind::Text(text), Purpose::Printed | Purpose::Plain) => match resolve(text) {
            boolean @ Kind::Bool(_) => Reading::Taken(boolean),
            _ => Reading::None,
        },
        (Kind::Text(text), _) => match text.to_ascii_lowercase().as_str() {
            "false" | "no" | "off" | "0" | "n" => Reading::Misread,
            "true" | "yes" | "on" | "1" | "y" => Reading::Taken(Kind::Bool(true)),
            "" => Reading::Taken(Kind::Bool(false)),
            _ => Reading::None,
        },
        (Kind::Number(number), Purpose::Decides) => {
            Reading::Taken(Kind::Bool(number.as_f64() != 0.0))
        }
        _ => Reading::None,
    }
}

/// The scalar as YAML, to be shown.
pub fn show(node: &Node) -> String {
    format!("`{}`", write(node).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::tests::node;
    use serde_json::json;

    /// What a value means, in a word or as a value.
    fn meaning(found: &Value, wanted: JsonType, usage: &str) -> Value {
        let usage = Usage::of(&json!({"x-use": usage, "x-exact": usage == "exact"}));
        match read(&node(found), wanted, usage) {
            Reading::None => json!("refused"),
            Reading::Misread => json!("misread"),
            Reading::Printed => json!("printed"),
            Reading::Passed => json!("passed"),
            Reading::Fine => json!("fine"),
            Reading::Taken(kind) | Reading::Empty(kind) => {
                json!([crate::yaml::to_json(&Node::new(
                    kind,
                    crate::yaml::Origin::Program
                ))])
            }
        }
    }

    #[test]
    fn a_scalar_is_the_text_that_it_prints_as() {
        let text = |found| meaning(&found, JsonType::String, "");
        assert_eq!(text(json!(420)), json!(["420"]));
        assert_eq!(text(json!(1e6)), json!(["1000000"]));
        assert_eq!(text(json!(false)), json!(["false"]));
        assert_eq!(text(json!(["a"])), "refused");
        assert_eq!(text(json!({})), "refused");
    }

    #[test]
    fn a_number_is_no_text_where_the_chart_works_on_one() {
        assert_eq!(meaning(&json!(420), JsonType::String, "exact"), "refused");
        assert_eq!(meaning(&json!(true), JsonType::String, "exact"), "refused");
    }

    #[test]
    fn what_is_empty_is_nothing_where_it_decides() {
        for nothing in [json!(false), json!(0), json!(""), json!([]), json!({})] {
            let of = |wanted| meaning(&nothing, wanted, "decides");
            assert_eq!(of(JsonType::String), json!([""]));
            assert_eq!(of(JsonType::Array), json!([[]]));
            assert_eq!(of(JsonType::Object), json!([null]));
        }
    }

    #[test]
    fn only_an_empty_collection_is_nothing_where_the_chart_goes_through_it() {
        let of = |found| meaning(&found, JsonType::Object, "traversed");
        assert_eq!(of(json!([])), json!([null]));
        assert_eq!(of(json!(["a"])), "refused");
        assert_eq!(of(json!("")), "refused");
        assert_eq!(of(json!(false)), "refused");
    }

    #[test]
    fn a_number_that_is_only_printed_stays_a_number() {
        assert_eq!(meaning(&json!(1), JsonType::String, "printed"), "printed");
        assert_eq!(meaning(&json!([1]), JsonType::String, "printed"), "refused");
    }

    #[test]
    fn whatever_is_passed_on_stays_as_it_is() {
        let wanted = [JsonType::Boolean, JsonType::Integer, JsonType::String];
        for found in [json!("no"), json!("8765"), json!([1]), json!({}), json!("")] {
            for wanted in wanted {
                assert_eq!(meaning(&found, wanted, "passed"), "passed", "{found}");
            }
        }
    }

    #[test]
    fn an_environment_variable_of_falco_may_be_of_any_type_but_a_collection() {
        let port = json!("${PORT}");
        assert_eq!(meaning(&port, JsonType::Integer, "passed"), "fine");
        assert_eq!(meaning(&port, JsonType::Array, "passed"), "passed");
        assert_eq!(meaning(&port, JsonType::Integer, ""), "refused");
    }

    #[test]
    fn a_text_that_says_no_is_misread_where_it_decides() {
        for text in ["false", "No", "OFF", "0", "n"] {
            assert_eq!(
                meaning(&json!(text), JsonType::Boolean, "decides"),
                "misread",
                "{text}"
            );
        }
        for text in ["true", "Yes", "on", "1", "y"] {
            assert_eq!(
                meaning(&json!(text), JsonType::Boolean, "decides"),
                json!([true]),
                "{text}"
            );
        }
        assert_eq!(
            meaning(&json!(""), JsonType::Boolean, "decides"),
            json!([false])
        );
        assert_eq!(
            meaning(&json!("maybe"), JsonType::Boolean, "decides"),
            "refused"
        );
    }

    #[test]
    fn a_number_decides_unless_it_is_zero() {
        assert_eq!(
            meaning(&json!(0), JsonType::Boolean, "decides"),
            json!([false])
        );
        assert_eq!(
            meaning(&json!(0.5), JsonType::Boolean, "decides"),
            json!([true])
        );
    }

    #[test]
    fn a_text_that_says_no_is_a_boolean_where_it_is_printed() {
        assert_eq!(
            meaning(&json!("no"), JsonType::Boolean, "printed"),
            json!([false])
        );
        assert_eq!(
            meaning(&json!("never"), JsonType::Boolean, "printed"),
            "printed"
        );
    }

    #[test]
    fn a_text_is_the_boolean_that_kubernetes_reads_in_it_where_it_is_only_written() {
        assert_eq!(meaning(&json!("no"), JsonType::Boolean, ""), json!([false]));
        assert_eq!(meaning(&json!("maybe"), JsonType::Boolean, ""), "refused");
    }

    #[test]
    fn a_text_is_the_number_that_kubernetes_reads_in_it() {
        let whole = |text: &str| meaning(&json!(text), JsonType::Integer, "");
        assert_eq!(whole("8765"), json!([8765]));
        assert_eq!(whole("0x10"), json!([16]));
        assert_eq!(whole("1e3"), json!([1000]));
        assert_eq!(whole("1.5"), "refused");
        assert_eq!(whole("http"), "refused");
        assert_eq!(meaning(&json!("0.10"), JsonType::Number, ""), json!([0.1]));
    }

    #[test]
    fn a_scalar_is_shown_as_it_would_be_written() {
        assert_eq!(show(&Node::constant("yes")), "`\"yes\"`");
    }
}
