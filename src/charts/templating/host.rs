//! What a chart brings to its templates: named templates, and YAML.

use super::{data, read};
use crate::charts::{Chart, Derivation, Named};
use crate::gotemplate::{Host, Value};
use crate::release::Release;
use crate::yaml::{self, Node};

/// The named templates of a chart, and YAML as the program reads and writes it.
pub struct ChartHost<'a> {
    /// The chart.
    pub chart: &'static Chart,
    /// What it is rendered from.
    pub input: &'a Derivation<'a>,
}

impl Host for ChartHost<'_> {
    fn include(&self, name: &str, dot: &Value) -> Option<Result<String, String>> {
        let release = &self.input.release;
        let null = Node::null();
        let known = context(self.chart.name, &null, release, self.input);
        let known = (self.chart.named)(name, &known).is_some();
        if !known {
            return None;
        }
        let data = data::node(dot);
        let text = |key| data.at(&["Release", key]).and_then(Node::as_text);
        let (Some(values), Some(name_of_release), Some(namespace)) =
            (data.get("Values"), text("Name"), text("Namespace"))
        else {
            return Some(Err(format!(
                "`{name}` takes `.` or `$`, with all that is in it"
            )));
        };
        let release = Release {
            name: Node::constant(name_of_release),
            namespace: Node::constant(namespace),
            is_upgrade: release.is_upgrade,
        };
        let chart = chart_name(&data).unwrap_or(self.chart.name);
        let printed = (self.chart.named)(name, &context(chart, values, &release, self.input))?;
        Some(Ok(match printed.as_text() {
            Some(text) => text.to_owned(),
            None => written(&printed),
        }))
    }

    fn write_yaml(&self, value: &Value) -> String {
        written(&data::node(value))
    }

    fn read_yaml(&self, text: &str) -> Result<Value, String> {
        let node = read(text).ok_or("the text is no YAML")?;
        Ok(data::value(&node))
    }
}

/// The name of the chart in what a template is given.
fn chart_name(data: &Node) -> Option<&str> {
    let chart = data.get("Chart")?;
    chart.get("Name").unwrap_or(chart).as_text()
}

fn context<'a>(
    chart: &'a str,
    values: &'a Node,
    release: &'a Release,
    input: &'a Derivation<'a>,
) -> Named<'a> {
    Named {
        chart,
        values,
        release,
        capabilities: input.capabilities,
    }
}

fn written(node: &Node) -> String {
    yaml::write(node).trim_end_matches('\n').to_owned()
}
