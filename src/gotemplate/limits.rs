//! What keeps a hostile text from costing more than a moment: bounds on steps, sizes and depths.
//!
//! The numbers are far above what values files hold and far below what hurts.

use std::cell::Cell;

use super::value::Value;

/// The longest text that a function may make and that an evaluation may print.
pub(super) const LONGEST_TEXT: usize = 4 << 20;

/// The longest list that a function may make.
pub(super) const LONGEST_LIST: usize = 100_000;

/// How deep templates, blocks and parentheses may nest, all together.
pub(super) const DEEPEST: usize = 100;

/// How deep a value may nest that is printed, compared or copied as a whole.
const DEEPEST_VALUE: usize = 100;

/// How many steps the evaluations of one rendering may take, all together; a step is a node of the template, an element of a value, or some bytes of text.
pub const STEPS: usize = 2_000_000;

/// How many steps it costs to ask the chart for a template, besides what its data costs.
const STEPS_A_TEMPLATE: usize = 50;

/// How many steps it costs to read a text as YAML or JSON, besides its bytes.
const STEPS_A_READING: usize = 16;

/// How much text costs as much as a step.
const BYTES_A_STEP: usize = 32;

/// What an evaluation may still spend.
pub(super) struct Limits {
    steps: Cell<usize>,
}

impl Limits {
    /// The bounds of an evaluation that may take so many steps.
    pub(super) fn new(steps: usize) -> Limits {
        let steps = Cell::new(steps);
        Limits { steps }
    }

    /// How many steps are left.
    pub(super) fn left(&self) -> usize {
        self.steps.get()
    }

    /// Takes steps off what is left.
    pub(super) fn spend(&self, steps: usize) -> Result<(), String> {
        let left = self.steps.get().checked_sub(steps);
        self.steps.set(left.unwrap_or(0));
        match left {
            Some(_) => Ok(()),
            None => Err("the templates take too many steps".to_owned()),
        }
    }

    /// Allows a text of so many bytes to be made.
    pub(super) fn text(&self, length: usize) -> Result<(), String> {
        if length > LONGEST_TEXT {
            return Err("the template makes a text of more than 4 MiB".to_owned());
        }
        self.spend(length / BYTES_A_STEP)
    }

    /// Allows a list of so many elements to be made.
    pub(super) fn list(&self, length: usize) -> Result<(), String> {
        if length > LONGEST_LIST {
            return Err(format!(
                "the template makes a list of more than {LONGEST_LIST} elements"
            ));
        }
        self.spend(length)
    }

    /// Allows the chart's templates to be asked about a value, of which they get a copy.
    pub(super) fn template(&self, dot: &Value) -> Result<(), String> {
        self.spend(STEPS_A_TEMPLATE)?;
        self.whole(dot)
    }

    /// Allows a text to be read as YAML or JSON, of which each byte may become a value.
    pub(super) fn reading(&self, text: &str) -> Result<(), String> {
        self.spend(STEPS_A_READING + text.len())
    }

    /// Allows a value to be walked as a whole.
    pub(super) fn whole(&self, value: &Value) -> Result<(), String> {
        let mut length = 0;
        self.walk(value, 0, &mut length)?;
        self.text(length)
    }

    fn walk(&self, value: &Value, depth: usize, length: &mut usize) -> Result<(), String> {
        self.spend(1)?;
        if depth > DEEPEST_VALUE {
            return Err("a value nests too deep, or contains itself".to_owned());
        }
        match value {
            Value::Text(text) => *length += text.len(),
            Value::List(list) => {
                for item in list.items() {
                    self.walk(item, depth + 1, length)?;
                }
            }
            Value::Map(map) => {
                for (key, value) in map.entries() {
                    *length += key.len();
                    self.walk(&value, depth + 1, length)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}
