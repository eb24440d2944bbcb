//! Go's text/template language with sprig's and Helm's functions: what charts evaluate in values by `tpl`.
//!
//! This module depends on nothing else of the program. A text is cut into words (`lex`), read into a tree
//! (`parse`) and walked (`evaluate`); the functions are rows of tables (`functions`). What a chart
//! brings, its named templates and the YAML that it reads and writes, comes through [`Host`].
//!
//! Where it differs from Helm on purpose: numbers in texts print as JSON prints them (`1000000`, never `1e+06`), times
//! are in UTC, and functions whose answer depends on when, where or how often they are asked are refused.

mod compare;
mod evaluate;
mod failure;
mod format;
mod functions;
mod invoke;
mod json;
mod layout;
mod lex;
mod limits;
mod literal;
mod parse;
mod print;
mod semver;
mod time;
mod token;
mod toml;
mod tree;
mod value;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub use failure::Failure;
pub use limits::STEPS;
pub use value::{Element, List, Map, Object, Value};

/// What the program around supplies.
pub trait Host {
    /// What the chart's template of that name prints about `dot`; `None` if the chart has none of that name.
    fn include(&self, name: &str, dot: &Value) -> Option<Result<String, String>>;

    /// A value as YAML, without a newline at its end. It nests at most 100 deep.
    fn write_yaml(&self, value: &Value) -> String;

    /// What a YAML text holds, numbers as [`Value::Float`].
    ///
    /// # Errors
    /// Why the text is not YAML.
    fn read_yaml(&self, text: &str) -> Result<Value, String>;
}

/// What became of a template.
#[derive(Debug)]
pub struct Outcome {
    /// What it prints, or the first thing that is wrong.
    pub result: Result<String, Failure>,
    /// What it prints nothing for, in the order in which it was met.
    pub warnings: Vec<Warning>,
    /// How many steps are left for others.
    pub steps_left: usize,
}

/// A place that prints nothing because nothing is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The fact.
    pub message: String,
    /// The bytes of the template's text that it is about.
    pub range: Range<usize>,
}

/// Evaluates a text about `data`.
///
/// Takes bounded time and memory whatever the text is, and never panics.
#[must_use]
pub fn evaluate(text: &str, data: &Value, host: &dyn Host) -> Outcome {
    evaluate_within(text, data, host, STEPS)
}

/// Evaluates a text about `data` in no more than so many steps: what others before it have left of [`STEPS`].
///
/// Many texts that share their steps take bounded time together.
#[must_use]
pub fn evaluate_within(text: &str, data: &Value, host: &dyn Host, steps: usize) -> Outcome {
    let mut evaluator = evaluate::Evaluator::new(host, steps);
    let result = evaluator.run(text, data);
    Outcome {
        result,
        steps_left: evaluator.limits.left(),
        warnings: evaluator.warnings,
    }
}
