//! Charts within charts.
//!
//! A subchart is a chart with a room of its own. Its values stand in those of the chart above, under its name, and
//! its objects are made if the value that is its condition is on.

use serde_json::{Map, Value};

use super::Chart;
use crate::values::merge::merge;
use crate::yaml::{Node, defaults_from_json, numbered_from_json};

/// A chart that belongs to another one.
pub struct Subchart {
    /// The chart.
    pub chart: &'static Chart,
    /// The path of the value, in those of the chart above, that switches it on.
    pub condition: &'static [&'static str],
}

impl Subchart {
    /// Whether the values of the chart above switch it on. As in Helm, a condition that is not there is met.
    #[must_use]
    pub fn is_on(&self, values: &Node) -> bool {
        values.at(self.condition).is_none_or(Node::is_true)
    }

    /// Whether the user's values, over the defaults of the chart above, switch it on or speak of it.
    fn is_asked_for(&self, user: &Node, defaults: &Node) -> bool {
        let given = self
            .condition
            .iter()
            .try_fold(user, |node, key| node.get(key));
        let condition = given.or_else(|| defaults.at(self.condition));
        let is_on = condition.is_none_or(|value| value.is_null() || value.is_true());
        is_on || user.get(self.chart.name).is_some()
    }

    /// Its values, among those of the chart above: its section, with the settings for all charts.
    #[must_use]
    pub fn values(&self, values: &Node) -> Node {
        let own = values.get(self.chart.name).cloned();
        let own = own.unwrap_or_else(|| Node::map::<&str>([]));
        match values.get("global") {
            Some(global) => with_global(&own, global),
            None => own,
        }
    }
}

/// What a subchart says of its values, as whoever writes them knows them: a path in backquotes gets the names of the
/// sections above, if it begins with one of the subchart's values.
#[must_use]
pub fn within(section: &str, values: &Node, text: &str) -> String {
    let mut parts = text.split('`');
    let mut words = parts.next().unwrap_or_default().to_owned();
    let mut is_name = true;
    for part in parts {
        words.push('`');
        let first = part.split(['.', '[']).next().unwrap_or_default();
        if is_name && values.get(first).is_some() {
            words.push_str(section);
            words.push('.');
        }
        words.push_str(part);
        is_name = !is_name;
    }
    words
}

/// Values in which the settings for all charts stand over their own.
fn with_global(values: &Node, global: &Node) -> Node {
    let merged = match values.get("global") {
        Some(own) => merge(own.clone(), global.clone()),
        None => global.clone(),
    };
    values.with(&["global"], merged)
}

/// How far the numbers of two charts' defaults are apart: far more than any chart has values.
const NUMBERS: u32 = 1 << 20;

impl Chart {
    /// The chart's defaults with those of its subcharts as nodes. Given the user's values, subcharts that these neither
    /// switch on nor speak of are left out; the numbers of the others stay the same.
    #[must_use]
    pub fn default_nodes(&self, user: Option<&Node>) -> Node {
        let mut values = defaults_from_json((self.defaults)());
        for (subchart, number) in self.subcharts.iter().zip(1..) {
            let name = subchart.chart.name;
            if user.is_none_or(|user| subchart.is_asked_for(user, &values)) {
                let own = numbered_from_json(subchart.chart.default_values(), number * NUMBERS);
                let section = match values.get(name) {
                    Some(section) => merge(own, section.clone()),
                    None => own,
                };
                values = values.with(&[name], section);
            }
        }
        values
    }

    /// The chart's default values with those of its subcharts, each under its name. Where the chart sets a value of a
    /// subchart, that is the default.
    #[must_use]
    pub fn default_values(&self) -> Value {
        let mut values = (self.defaults)();
        for subchart in self.subcharts {
            let section = &mut values[subchart.chart.name];
            let own = section.take();
            *section = overlaid(subchart.chart.default_values(), own);
        }
        values
    }

    /// The JSON Schema of the chart's values with those of its subcharts.
    #[must_use]
    pub fn full_schema(&self) -> Value {
        let mut schema = (self.schema)().to_value();
        for subchart in self.subcharts {
            let section = &mut schema["properties"][subchart.chart.name];
            let own = section.take();
            *section = section_of(subchart, &own);
        }
        schema
    }
}

/// The schema of a subchart's section, marked as one by `x-subchart`. What the chart above declares there comes first,
/// and describes the section.
fn section_of(subchart: &Subchart, own: &Value) -> Value {
    let mut schema = subchart.chart.full_schema();
    let title = schema["title"].take();
    if let Value::Object(section) = &mut schema {
        for of_a_file in ["$schema", "title", "patternProperties"] {
            section.shift_remove(of_a_file);
        }
        let description = match own["description"].as_str() {
            Some(description) => description.to_owned(),
            None => format!(
                "Values of {}, which `{}` switches on.",
                title.as_str().unwrap_or_default(),
                subchart.condition.join(".")
            ),
        };
        section.insert("description".to_owned(), description.into());
        section.insert("x-subchart".to_owned(), true.into());
        let declared = own["properties"].as_object().cloned().unwrap_or_default();
        let further = section.shift_remove("properties").unwrap_or_default();
        let properties = overlaid(further, Value::Object(declared));
        section.insert("properties".to_owned(), properties);
    }
    schema
}

/// One tree over another: maps are merged key by key, the keys of `over` first; anything else is replaced.
fn overlaid(under: Value, over: Value) -> Value {
    match (under, over) {
        (Value::Object(mut under), Value::Object(over)) => {
            let mut merged = Map::new();
            for (key, over) in over {
                let value = match under.shift_remove(&key) {
                    Some(under) => overlaid(under, over),
                    None => over,
                };
                merged.insert(key, value);
            }
            merged.extend(under);
            Value::Object(merged)
        }
        (under, Value::Null) => under,
        (_, over) => over,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_named_from_the_top() {
        let values = Node::map([("image", Node::map([("tag", Node::null())]))]);
        let words = |text| within("falcosidekick", &values, text);
        assert_eq!(
            words("`image.tag` is null, and `Pod` needs it"),
            "`falcosidekick.image.tag` is null, and `Pod` needs it"
        );
        assert_eq!(words("an image without names"), "an image without names");
    }

    #[test]
    fn the_section_of_a_subchart_is_marked_in_the_schema() {
        let schema = crate::charts::falco::CHART.full_schema();
        for (name, section) in schema["properties"].as_object().unwrap() {
            let is_subchart =
                ["falcosidekick", "falco-talon", "k8s-metacollector"].contains(&&**name);
            assert_eq!(section["x-subchart"] == true, is_subchart, "{name}");
        }
    }

    #[test]
    fn a_section_has_the_chart_s_own_defaults_over_those_of_the_subchart() {
        let under = serde_json::json!({"a": 1, "m": {"x": 1, "y": 2}});
        let over = serde_json::json!({"m": {"y": 3, "z": 4}});
        let expected = serde_json::json!({"a": 1, "m": {"x": 1, "y": 3, "z": 4}});
        assert_eq!(overlaid(under.clone(), over), expected);
        assert_eq!(overlaid(under.clone(), Value::Null), under);
    }
}
