//! What the evaluator as a whole answers.

use super::*;

struct Chart;

impl Host for Chart {
    fn include(&self, name: &str, dot: &Value) -> Option<Result<String, String>> {
        let _ = dot;
        (name == "falco.fullname").then(|| Ok("release-falco".to_owned()))
    }

    fn to_yaml(&self, value: &Value) -> String {
        json::write(value, json::Style::default()).unwrap()
    }

    fn from_yaml(&self, text: &str) -> Result<Value, String> {
        json::read(text)
    }
}
