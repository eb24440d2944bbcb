//! Whether Falco can make a filter of a condition (libs 0.25, `sinsp_filter_compiler` in `userspace/libsinsp/filter.cpp`):
//! are there such fields, do the operators fit their types, are the texts values of them?

mod problem;
#[cfg(test)]
mod properties;
mod right;
mod scope;
mod term;
#[cfg(test)]
mod tests;
mod transformer;
mod warning;
mod words;

pub use problem::{Problem, ProblemKind, RightFault, TransformerFault};
pub use scope::Scope;
pub(super) use term::Terms;
pub(super) use warning::DEPRECATED;

use super::syntax::{Check, Expression, Right};
use super::types::is_comparable;
use term::Shape;

/// All that Falco refuses or warns of in a condition that was parsed from `text`, in the order of the text. Macros are
/// passed over: what they say is for their own condition.
#[must_use]
pub fn check(expression: &Expression, text: &str, scope: &Scope<'_>) -> Vec<Problem> {
    let mut compiler = Compiler {
        terms: Terms::new(text, scope),
    };
    compiler.expression(expression);
    let mut problems = compiler.terms.problems;
    problems.sort_by_key(|problem| problem.span.start);
    problems
}

struct Compiler<'a> {
    terms: Terms<'a>,
}

impl Compiler<'_> {
    fn expression(&mut self, expression: &Expression) {
        match expression {
            Expression::And(parts, _) | Expression::Or(parts, _) => {
                for part in parts {
                    self.expression(part);
                }
            }
            Expression::Not(inner, _) => self.expression(inner),
            Expression::Macro(_) => {}
            Expression::Check(check) => self.check(check),
        }
    }

    fn check(&mut self, check: &Check) {
        self.terms.comparison = check.span;
        self.terms.warn_of_fields(check);
        let left = self.terms.shape(&check.left);
        self.check_engine(check);
        let left = left.filter(|left| self.is_operator_for(check, *left));
        match &check.right {
            Right::Term(term) => {
                let right = self.terms.shape(term);
                if let (Some(left), Some(right)) = (left, right) {
                    self.terms.check_right_term(check, left, right, term);
                }
            }
            right => {
                if let Some(left) = left {
                    self.terms.check_values(check, left, right);
                }
            }
        }
    }

    fn is_operator_for(&mut self, check: &Check, left: Shape) -> bool {
        let kind = left.kind;
        let fits = is_comparable(check.operator, kind.value_type, kind.list);
        if !fits {
            let problem = ProblemKind::Operator {
                operator: check.operator,
                value_type: kind.value_type,
                list: kind.list,
            };
            self.terms.report(problem, check.operator_span);
        }
        fits
    }

    /// Older engines do not know every operator.
    fn check_engine(&mut self, check: &Check) {
        let (word, since) = match check.modifier {
            Some(modifier) => (modifier.word(), modifier.since()),
            None => (check.operator.word(), check.operator.since()),
        };
        if self.terms.scope.engine < since {
            let problem = ProblemKind::Later { word, since };
            self.terms.report(problem, check.operator_span);
        }
    }
}
