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

impl ChartHost<'_> {
    /// What a named template is about, given these values.
    fn context<'b>(&'b self, values: &'b Node, release: &'b Release) -> Named<'b> {
        Named {
            chart: self.chart,
            values,
            release,
            capabilities: self.input.capabilities,
        }
    }
}

impl Host for ChartHost<'_> {
    fn include(&self, name: &str, dot: &Value) -> Option<Result<String, String>> {
        let release = &self.input.release;
        let known = (self.chart.named)(name, &self.context(&Node::null(), release)).is_some();
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
        let printed = (self.chart.named)(name, &self.context(values, &release))?;
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

fn written(node: &Node) -> String {
    yaml::write(node).trim_end_matches('\n').to_owned()
}
