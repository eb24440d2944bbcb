//! A condition with its lists in place, read.

use super::Compiling;
use super::advice::advice;
use crate::checks::rules::rule_condition_syntax;
use crate::condition::{self, Expression, parse};
use crate::diagnostic::Item;
use crate::rules::lists::{Expanded, MOST_BYTES};
use crate::rules::text::Text;

/// The deepest nesting of a condition (Falco 0.44, `rule_loader_compiler.cpp`).
const MOST_DEPTH: u32 = 1000;

/// The most bytes that all conditions with lists may have together once the lists are in them.
const MOST_EXPANDED: usize = 32 << 20;

/// A condition with its lists in place, read.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its text, with the items of lists in place of their names.
    pub text: Text,
    /// What it says.
    pub expression: Expression,
    /// The names that stand where macros do, in the order of the text.
    pub uses: Vec<Use>,
    /// The lists that are in it, by their positions in the set.
    pub lists: Vec<usize>,
}

/// A name that stands where a macro does.
#[derive(Clone, Copy, Debug)]
pub struct Use {
    /// Where it stands in the text of the body.
    pub at: condition::Span,
    /// The position of the macro in the set, if there is one that the condition can use.
    pub macro_: Option<usize>,
}

impl Compiling<'_> {
    /// Reads a condition. What is wrong with it is reported for `item`, and there is no body.
    pub(super) fn body(&mut self, condition: &Text, item: &Item) -> Option<Body> {
        if condition.is_missing() {
            return None;
        }
        let expanded = self.compiled.lists.expand(condition);
        if expanded.is_too_long {
            let megabytes = MOST_BYTES >> 20;
            let message =
                format!("with its lists in place the condition is longer than {megabytes} MiB");
            self.too_long(&expanded, message, item);
            return None;
        }
        if !expanded.used.is_empty() {
            self.compiled.expanded += expanded.text.as_str().len();
        }
        if self.compiled.expanded > MOST_EXPANDED {
            let megabytes = MOST_EXPANDED >> 20;
            let message = format!(
                "with their lists in place the conditions are together longer than {megabytes} MiB"
            );
            self.compiled.expanded -= expanded.text.as_str().len();
            self.too_long(&expanded, message, item);
            return None;
        }
        let text = expanded.text;
        match parse(text.as_str(), MOST_DEPTH) {
            Ok(expression) => {
                let mut uses = Vec::new();
                names(&expression, &mut uses);
                Some(Body {
                    text,
                    expression,
                    uses,
                    lists: expanded.used,
                })
            }
            Err(error) => {
                let span = error.span();
                let place = text.place(span.range(), self.locator);
                let place = place.or(condition.start());
                let message = format!("{error}");
                if let Some(place) = place {
                    let refusal =
                        rule_condition_syntax::broken(place, message, advice(&error, &text));
                    self.say(refusal, item);
                }
                None
            }
        }
    }

    /// Notes that a body is no longer kept.
    pub(super) fn give_back(&mut self, body: &Body) {
        if !body.lists.is_empty() {
            self.compiled.expanded -= body.text.as_str().len();
        }
    }

    fn too_long(&mut self, expanded: &Expanded, message: String, item: &Item) {
        if let Some(place) = expanded.text.start() {
            self.say(rule_condition_syntax::broken(place, message, None), item);
        }
    }
}

/// Collects the names that stand where macros do. The parser bounds the depth.
fn names(expression: &Expression, uses: &mut Vec<Use>) {
    match expression {
        Expression::And(parts, _) | Expression::Or(parts, _) => {
            for part in parts {
                names(part, uses);
            }
        }
        Expression::Not(inner, _) => names(inner, uses),
        Expression::Macro(at) => uses.push(Use {
            at: *at,
            macro_: None,
        }),
        Expression::Check(_) => {}
    }
}
