//! What the compiler of conditions finds, as diagnostics.

use super::{
    rule_deprecated_field, rule_event_search, rule_field_argument, rule_field_as_text,
    rule_field_comparison, rule_operator, rule_output, rule_regex, rule_simple_regex,
    rule_transformer, rule_transformer_as_text, rule_unknown_event, rule_unknown_field,
    rule_unsafe_na, rule_value,
};
use crate::condition::{FieldFault, Problem, ProblemKind, Scope};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// The diagnostic of a problem that is at this place.
#[must_use]
pub fn of_problem(problem: &Problem, at: Span, scope: &Scope) -> Diagnostic {
    let message = problem.kind.to_string();
    let diagnostic = match &problem.kind {
        ProblemKind::Field { fault, .. } if is_of_argument(fault) => {
            rule_field_argument::at(at, message)
        }
        ProblemKind::Field { .. } => rule_unknown_field::at(at, message),
        ProblemKind::Operator { .. } | ProblemKind::Later { .. } | ProblemKind::Around => {
            rule_operator::at(at, message)
        }
        ProblemKind::Transformer { .. } => rule_transformer::at(at, message),
        ProblemKind::RightSide(_) => rule_field_comparison::at(at, message),
        ProblemKind::Value { .. } | ProblemKind::NotHexadecimal => rule_value::at(at, message),
        ProblemKind::EventType { .. } => rule_unknown_event::at(at, message),
        ProblemKind::Pattern(_) => rule_regex::at(at, message),
        ProblemKind::Search(fault) => return rule_event_search::refused(at, *fault),
        ProblemKind::EmptyOutput
        | ProblemKind::PercentAtEnd
        | ProblemKind::NumberAtEnd
        | ProblemKind::NoOutputField => rule_output::at(at, message),
        ProblemKind::SimplePattern => rule_simple_regex::at(at, message),
        ProblemKind::FieldAsText(_) => rule_field_as_text::at(at, message),
        ProblemKind::TransformerAsText(_) => rule_transformer_as_text::at(at, message),
        ProblemKind::ComparedWithNa => rule_unsafe_na::at(at, message),
        ProblemKind::Deprecated(_) => rule_deprecated_field::at(at, message),
    };
    let diagnostic = if problem.is_error() {
        diagnostic.falco("LOAD_ERR_COMPILE_CONDITION")
    } else {
        diagnostic
    };
    match problem.kind.help(scope) {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// Whether a field is there, and only what stands in brackets behind it is wrong.
fn is_of_argument(fault: &FieldFault) -> bool {
    matches!(
        fault,
        FieldFault::NoArgument
            | FieldFault::NeedlessArgument
            | FieldFault::NotANumber
            | FieldFault::NotAnIndex
            | FieldFault::BadCharacter
    )
}
