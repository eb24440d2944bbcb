//! What stands to the right of an operator.

use super::super::events;
use super::super::fields::Trait;
use super::super::syntax::{Check, Literal, Operator, Right, Span, Term};
use super::super::types::{LONGEST_TEXT, ValueFault, ValueType, check_pattern, check_value};
use super::term::{Rule, Shape, Terms};
use super::{ProblemKind, RightFault};

/// Since this minor version, engines refuse regular expressions that RE2 refuses; before, they never matched.
const CHECKS_PATTERNS: u32 = 59;

/// Since this minor version, engines refuse zero bytes; before, a text ended there.
const CHECKS_ZERO_BYTES: u32 = 63;

impl Terms<'_> {
    /// Checks a comparison with a field or transformer (libs 0.25, `add_filter_value` in
    /// `userspace/libsinsp/sinsp_filtercheck.cpp`).
    pub(super) fn check_right_term(
        &mut self,
        check: &Check,
        left: Shape,
        right: Shape,
        term: &Term,
    ) {
        let fault = if matches!(check.operator, Operator::PMatch | Operator::Regex) {
            RightFault::Operator(check.operator)
        } else if left.kind.value_type.is_network() {
            RightFault::Network
        } else if left.traits.contains(Trait::NoRightSide) {
            RightFault::Left
        } else if right.traits.contains(Trait::NoRightSide) {
            RightFault::Right
        } else if left.kind != right.kind && left.rule != Rule::Several {
            RightFault::Types {
                left: (left.kind.value_type, left.kind.list),
                right: (right.kind.value_type, right.kind.list),
            }
        } else {
            return;
        };
        self.report(ProblemKind::RightSide(fault), term.span());
    }

    /// Checks a comparison with what is written out.
    pub(super) fn check_values(&mut self, check: &Check, left: Shape, right: &Right) {
        match right {
            Right::Value(literal) => self.check_literal(check, left, *literal),
            Right::List(literals, _) => {
                for literal in literals {
                    self.check_literal(check, left, *literal);
                }
            }
            Right::Name(span) => {
                let text = self.text;
                self.check_text(check, left, span.of(text).as_bytes(), *span);
            }
            Right::Nothing | Right::Term(_) => {}
        }
    }

    fn check_literal(&mut self, check: &Check, left: Shape, literal: Literal) {
        let text = self.text;
        self.check_text(check, left, &literal.value(text), literal.span);
    }

    fn check_text(&mut self, check: &Check, left: Shape, value: &[u8], span: Span) {
        self.warn_of_value(check.operator, value, span);
        if let Some(problem) = self.value_problem(check.operator, left, value) {
            self.report(problem, span);
        }
    }

    fn value_problem(&self, operator: Operator, left: Shape, value: &[u8]) -> Option<ProblemKind> {
        let value_type = left.kind.value_type;
        if matches!(operator, Operator::BContains | Operator::BStartsWith) {
            return hexadecimal_problem(value, left);
        }
        match self.type_fault(left, value) {
            None => self.rule_problem(operator, left, value),
            Some(fault) => Some(ProblemKind::Value {
                value: String::from_utf8_lossy(value).into(),
                value_type,
                fault,
            }),
        }
    }

    fn type_fault(&self, left: Shape, value: &[u8]) -> Option<ValueFault> {
        let value_type = left.kind.value_type;
        if left.rule == Rule::Raw && value_type == ValueType::Bytes {
            return Some(ValueFault::NoTexts);
        }
        let value = match value.iter().position(|byte| *byte == 0) {
            Some(end) if self.scope.engine < CHECKS_ZERO_BYTES => value.get(..end)?,
            _ => value,
        };
        check_value(value, value_type).err()
    }

    fn rule_problem(&self, operator: Operator, left: Shape, value: &[u8]) -> Option<ProblemKind> {
        match left.rule {
            Rule::EventType => return self.event_type_problem(left, value),
            Rule::Around if !is_equal(operator) => return Some(ProblemKind::Around),
            _ => {}
        }
        if operator == Operator::Regex && self.scope.engine >= CHECKS_PATTERNS {
            let (fault, _) = check_pattern(value).err()?;
            return Some(ProblemKind::Pattern(fault));
        }
        None
    }

    /// Falco compares the text with the names of events even if a transformer has made a number of the name.
    fn event_type_problem(&self, left: Shape, value: &[u8]) -> Option<ProblemKind> {
        let name = String::from_utf8_lossy(value);
        let known =
            events::has_name(&name, self.scope.engine) || self.scope.asynchronous.contains(&&*name);
        if known && left.kind.value_type == ValueType::Text {
            return None;
        }
        Some(ProblemKind::EventType(name.into()))
    }
}

fn is_equal(operator: Operator) -> bool {
    matches!(operator, Operator::Equal | Operator::DoubleEqual)
}

fn hexadecimal_problem(value: &[u8], left: Shape) -> Option<ProblemKind> {
    let pairs = value.len().is_multiple_of(2);
    if !pairs || !value.iter().all(u8::is_ascii_hexdigit) {
        return Some(ProblemKind::NotHexadecimal);
    }
    let fault = if left.rule == Rule::Raw {
        ValueFault::NoTexts
    } else if value.len() / 2 > LONGEST_TEXT {
        ValueFault::TooLong
    } else {
        return None;
    };
    Some(ProblemKind::Value {
        value: String::from_utf8_lossy(value).into(),
        value_type: left.kind.value_type,
        fault,
    })
}
